import type { DataSource } from 'typeorm'
import { IndicatorRow, SloRow } from '../store/control/entities/slo.js'
import type { Indicator, Slo } from './slo.js'

/** Indicators and objectives as people declared them, by name. */
export type Slos = {
  /** The same array for as long as it is not older than a few seconds and nothing was changed here. */
  indicators(): Promise<readonly Indicator[]>
  list(services?: readonly string[] | null): Promise<Slo[]>
  find(name: string): Promise<Slo | null>
  /** All or nothing. */
  save(declared: { indicators: readonly Indicator[]; slos: readonly Slo[] }, by: string): Promise<void>
  removeSlo(name: string): Promise<boolean>
  /** Throws `IndicatorInUse` while an objective goes by it. */
  removeIndicator(name: string): Promise<boolean>
}

export class IndicatorInUse extends Error {
  override readonly name = 'IndicatorInUse'
}

const FRESH_MS = 5_000

export function createSlos({ dataSource, now }: { dataSource: DataSource; now: () => Date }): Slos {
  const slos = dataSource.getRepository(SloRow)
  const indicators = dataSource.getRepository(IndicatorRow)
  let remembered: { at: number; list: Promise<readonly Indicator[]> } | null = null

  async function readIndicators(): Promise<readonly Indicator[]> {
    return (await indicators.find({ order: { name: 'ASC' } })).map(({ spec }) => spec as Indicator)
  }

  async function list(services: readonly string[] | null = null): Promise<Slo[]> {
    const found = (await slos.find({ order: { service: 'ASC', name: 'ASC' } })).map(({ spec }) => spec as Slo)
    return found.filter(({ service }) => services === null || services.includes(service))
  }

  return {
    list,
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
      return ((await slos.findOneBy({ name }))?.spec as Slo | undefined) ?? null
    },
    async save(declared, updatedBy) {
      const updatedAt = now()
      await dataSource.transaction(async (manager) => {
        const indicatorRows = declared.indicators.map((spec) => ({ name: spec.name, spec, updatedBy, updatedAt }))
        const sloRows = declared.slos.map((spec) => ({ name: spec.name, service: spec.service, spec, updatedBy, updatedAt }))
        if (indicatorRows.length > 0) await manager.getRepository(IndicatorRow).upsert(indicatorRows as never, ['name'])
        if (sloRows.length > 0) await manager.getRepository(SloRow).upsert(sloRows as never, ['name'])
      })
      remembered = null
    },
    async removeSlo(name) {
      return (await slos.delete({ name })).affected === 1
    },
    async removeIndicator(name) {
      const users = (await list()).filter((slo) => slo.indicator === name || slo.objectives.some(({ indicator }) => indicator === name))
      if (users.length > 0) throw new IndicatorInUse(`The objective ${users[0]?.name} goes by ${name}; remove it first.`)
      remembered = null
      return (await indicators.delete({ name })).affected === 1
    },
  }
}
