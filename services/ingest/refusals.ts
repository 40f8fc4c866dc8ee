import type { DataSource } from 'typeorm'
import { RefusedDelivery } from '../store/control/entities/refused-delivery.js'
import { storableText } from './storable-text.js'

export interface Refusals {
  /** Notes that something was not let in: when, for which source, why and how large, never what it said. */
  record(refusal: { integration: string; source: string; reason: string; size: number }): Promise<void>
}

const MAX_A_MINUTE = 600
const MAX_TEXT = 500

/** Notes at most six hundred a minute, so that strangers cannot fill the store. */
export function createRefusals({ dataSource, now }: { dataSource: DataSource; now: () => Date }): Refusals {
  const repository = dataSource.getRepository(RefusedDelivery)
  let minute = 0
  let count = 0

  return {
    async record({ integration, source, reason, size }) {
      const at = now()
      const current = Math.floor(at.getTime() / 60_000)
      count = current === minute ? count + 1 : 1
      minute = current
      if (count > MAX_A_MINUTE) return
      await repository.insert({
        at,
        integration,
        source: storableText(source.slice(0, MAX_TEXT)),
        reason: storableText(reason.slice(0, MAX_TEXT)),
        size,
      })
    },
  }
}
