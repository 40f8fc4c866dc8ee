import type { DataSource, EntityManager } from 'typeorm'
import { IndicatorRow, SloObjectRow, SloRow } from '../store/control/entities/slo.js'
import { wholePolicy, type WholeAlertPolicy } from './alert-policy.js'
import { specsOf, type OpenSloKind, type OpenSloObject } from './openslo/content.js'
import type { Indicator, Slo } from './slo.js'

/** Services are kept with the workspace. */
export type KeptKind = Exclude<OpenSloKind, 'Service'>
export type KeptObject = OpenSloObject<KeptKind>

/** Objectives and what they refer to, as people declared them, by name. */
export type Slos = {
  /** The same array for as long as it is not older than a few seconds and nothing was changed here. */
  indicators(): Promise<readonly Indicator[]>
  list(services?: readonly string[] | null): Promise<Slo[]>
  find(name: string): Promise<Slo | null>
  /** Those that are whole, by name. */
  alertPolicies(): Promise<ReadonlyMap<string, WholeAlertPolicy>>
  /** All there are; of one kind by name, and each kind after those that it refers to. */
  objects(): Promise<KeptObject[]>
  /** All or nothing. */
  save(objects: readonly KeptObject[], by: string): Promise<void>
  /** False where there is none. Throws `ObjectInUse` while another refers to it. */
  remove(kind: KeptKind, name: string): Promise<boolean>
}

export class ObjectInUse extends Error {
  override readonly name = 'ObjectInUse'
}

const FRESH_MS = 5_000

/** Those of kinds that have no table of their own. */
const OTHER_KINDS = ['DataSource', 'AlertNotificationTarget', 'AlertCondition', 'AlertPolicy'] as const

export function createSlos({ dataSource, now }: { dataSource: DataSource; now: () => Date }): Slos {
  let remembered: { at: number; list: Promise<readonly Indicator[]> } | null = null

  async function readIndicators(): Promise<readonly Indicator[]> {
    return (await dataSource.getRepository(IndicatorRow).find({ order: { name: 'ASC' } })).map(({ spec }) => spec as Indicator)
  }

  async function list(services: readonly string[] | null = null): Promise<Slo[]> {
    const found = (await dataSource.getRepository(SloRow).find({ order: { service: 'ASC', name: 'ASC' } })).map(sloOf)
    return found.filter(({ service }) => services === null || services.includes(service))
  }

  async function others(): Promise<KeptObject[]> {
    const rows = await dataSource.getRepository(SloObjectRow).find({ order: { name: 'ASC' } })
    return rows.map(({ kind, name, spec }) => ({ kind, name, spec }) as KeptObject)
  }

  async function objects(): Promise<KeptObject[]> {
    const [rest, indicators, slos] = [await others(), await readIndicators(), await list()]
    const of = (...kinds: KeptKind[]) => kinds.flatMap((kind) => rest.filter((object) => object.kind === kind))
    return [
      ...of('DataSource'),
      ...indicators.map((spec): KeptObject => ({ kind: 'SLI', name: spec.name, spec })),
      ...of('AlertNotificationTarget', 'AlertCondition', 'AlertPolicy'),
      ...slos.map((spec): KeptObject => ({ kind: 'SLO', name: spec.name, spec })),
    ]
  }

  return {
    list,
    objects,
    async indicators() {
      const at = now().getTime()
      if (remembered === null || at - remembered.at > FRESH_MS) {
        const list = readIndicators()
        remembered = { at, list }
        // A look that failed is not kept.
        list.catch(() => (remembered = null))
      }
      return await remembered.list
    },
    async find(name) {
      const row = await dataSource.getRepository(SloRow).findOneBy({ name })
      return row && sloOf(row)
    },
    async alertPolicies() {
      const kept = await others()
      const known = { conditions: specsOf(kept, 'AlertCondition'), targets: specsOf(kept, 'AlertNotificationTarget') }
      return new Map(
        specsOf(kept, 'AlertPolicy').flatMap((policy) => {
          const whole = wholePolicy(policy, known)
          return whole ? [[policy.name, whole] as const] : []
        }),
      )
    },
    async save(given, updatedBy) {
      const changed = { updatedBy, updatedAt: now() }
      await dataSource.transaction(async (manager) => {
        const kept = given.filter(({ kind }) => OTHER_KINDS.some((other) => other === kind)).map((object) => ({ ...object, ...changed }))
        await upsert(
          manager,
          IndicatorRow,
          specsOf(given, 'SLI').map((spec) => ({ name: spec.name, spec, ...changed })),
          ['name'],
        )
        await upsert(manager, SloObjectRow, kept, ['kind', 'name'])
        await upsert(
          manager,
          SloRow,
          specsOf(given, 'SLO').map((spec) => ({ name: spec.name, service: spec.service, spec, ...changed })),
          ['name'],
        )
      })
      remembered = null
    },
    async remove(kind, name) {
      const user = (await objects()).find((object) => refersTo(object, kind, name))
      if (user) throw new ObjectInUse(`${user.kind} ${user.name} refers to ${kind} ${name}; remove it first.`)
      remembered = null
      if (kind === 'SLO') return (await dataSource.getRepository(SloRow).delete({ name })).affected === 1
      if (kind === 'SLI') return (await dataSource.getRepository(IndicatorRow).delete({ name })).affected === 1
      return (await dataSource.getRepository(SloObjectRow).delete({ kind, name })).affected === 1
    },
  }
}

type Entity = typeof IndicatorRow | typeof SloObjectRow | typeof SloRow

async function upsert(manager: EntityManager, entity: Entity, rows: readonly object[], keys: string[]): Promise<void> {
  if (rows.length > 0) await manager.getRepository(entity).upsert(rows as never, keys)
}

/** What was saved before there were composites and policies has neither. */
function sloOf({ spec }: SloRow): Slo {
  const { objectives, ...slo } = spec as Slo
  return {
    ...slo,
    alertPolicies: slo.alertPolicies ?? [],
    objectives: objectives.map((objective) => ({ ...objective, compositeWeight: objective.compositeWeight ?? null })),
  }
}

function refersTo(object: KeptObject, kind: KeptKind, name: string): boolean {
  if (object.kind === 'SLO') {
    const { indicator, objectives, alertPolicies } = object.spec
    if (kind === 'SLI') return indicator === name || objectives.some((objective) => objective.indicator === name)
    return kind === 'AlertPolicy' && alertPolicies.includes(name)
  }
  if (object.kind !== 'AlertPolicy') return false
  return kind === 'AlertCondition' ? object.spec.condition === name : kind === 'AlertNotificationTarget' && object.spec.targets.includes(name)
}
