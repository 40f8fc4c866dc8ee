import type { EntityTarget, ObjectLiteral } from 'typeorm'
import { ApproverGroup } from '../store/control/entities/approver-group.js'
import { Calendar } from '../store/control/entities/calendar.js'
import { Environment } from '../store/control/entities/environment.js'
import { Service } from '../store/control/entities/service.js'
import { Team } from '../store/control/entities/team.js'
import { defaultSettings, readSettings, type SettingsStore, type StoredSettings } from './settings.js'
import { WORKSPACE_NAME, type Declaration, type Kind, type ServiceSpec, type SpecByKind } from './specs.js'

type RowKind = Exclude<Kind, 'Workspace'>
type Row = { id: string } & ObjectLiteral

type Table<K extends RowKind> = {
  entity: EntityTarget<Row>
  toRow(spec: SpecByKind[K]): Record<string, unknown>
  /** Null for a row that was not declared. */
  toSpec(row: Row): SpecByKind[K] | null
}

const tables: { [K in RowKind]: Table<K> } = {
  Team: {
    entity: Team,
    toRow: (spec) => ({ ...spec }),
    toSpec: (row) => pick(row as Team, ['title', 'members']),
  },
  Environment: {
    entity: Environment,
    toRow: (spec) => ({ ...spec }),
    toSpec: (row) => pick(row as Environment, ['production']),
  },
  ApproverGroup: {
    entity: ApproverGroup,
    toRow: (spec) => ({ ...spec }),
    toSpec: (row) => pick(row as ApproverGroup, ['title', 'members', 'quorum', 'services', 'environments', 'risks']),
  },
  Calendar: {
    entity: Calendar,
    toRow: ({ from, to, ...rest }) => ({ ...rest, opens: from, closes: to }),
    toSpec: (row) => {
      const { timeZone, days, opens, closes, holidays } = row as Calendar
      return { timeZone, days, from: opens, to: closes, holidays }
    },
  },
  Service: { entity: Service, toRow: (spec) => ({ ...spec }), toSpec: serviceSpec },
}

/** All that was declared; of the workspace what was set or is the default. */
export async function listDeclarations(control: SettingsStore): Promise<Declaration[]> {
  const rows = await Promise.all((Object.keys(tables) as RowKind[]).map((kind) => listKind(control, kind)))
  const settings = await readSettings(control)
  const stored = Object.fromEntries(Object.keys(defaultSettings).map((key) => [key, settings[key as keyof StoredSettings]]))
  return [...rows.flat(), { kind: 'Workspace', name: WORKSPACE_NAME, spec: stored as StoredSettings }]
}

export async function listKind<K extends RowKind>({ dataSource }: SettingsStore, kind: K): Promise<Declaration<K>[]> {
  const table = tables[kind] as unknown as Table<K>
  const rows = await dataSource.getRepository(table.entity).find({ order: { id: 'ASC' } })
  return rows.flatMap((row) => {
    const spec = table.toSpec(row)
    return spec === null ? [] : [{ kind, name: row.id, spec } as unknown as Declaration<K>]
  })
}

export async function findDeclaration<K extends RowKind>({ dataSource }: SettingsStore, kind: K, name: string): Promise<SpecByKind[K] | null> {
  const table = tables[kind] as unknown as Table<K>
  const row = await dataSource.getRepository(table.entity).findOneBy({ id: name })
  return row && table.toSpec(row)
}

/** `more` are columns that are not part of the specification. */
export async function keepDeclaration<K extends RowKind>(
  { dataSource }: SettingsStore,
  { kind, name, spec }: { kind: K; name: string; spec: SpecByKind[K] },
  more: Record<string, unknown> = {},
): Promise<void> {
  const table = tables[kind] as unknown as Table<K>
  const repository = dataSource.getRepository(table.entity)
  await repository.upsert({ ...table.toRow(spec), ...more, id: name } as ObjectLiteral, ['id'])
}

/** Whether there was one. */
export async function dropDeclaration({ dataSource }: SettingsStore, kind: RowKind, name: string): Promise<boolean> {
  const { affected } = await dataSource.getRepository(tables[kind].entity).delete({ id: name })
  return (affected ?? 0) > 0
}

function serviceSpec(row: Row): ServiceSpec | null {
  const { title, team, tier, repository, runbookUrl, owner, sourceOfRecord, declaredAt, ...rest } = row as Service
  if (declaredAt === null) return null
  const { paths, dependsOn, aliases } = rest
  const texts = { team: team ?? '', tier: tier ?? '', repository: repository ?? '', runbookUrl: runbookUrl ?? '', owner: owner ?? '' }
  return { title, ...texts, paths, dependsOn, slis: rest.slis as unknown as string[], aliases, sourceOfRecord: sourceOfRecord ?? '' }
}

function pick<T extends object, K extends keyof T>(row: T, keys: readonly K[]): Pick<T, K> {
  return Object.fromEntries(keys.map((key) => [key, row[key]])) as Pick<T, K>
}
