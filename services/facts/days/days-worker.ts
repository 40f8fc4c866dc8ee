import { randomUUID } from 'node:crypto'
import type { DataSource } from 'typeorm'
import { zonesAsked } from '../../metrics/days/asked-zones.js'
import { makeChangedDays, makeMissingDays } from '../../metrics/days/make-days.js'
import type { MetricOptions } from '../../metrics/options.js'
import type { AnalyticsStore } from '../../store/analytics/analytics-store.js'
import { giveBackLease, takeLease } from '../../store/control/lease.js'
import { inTurn, startRounds } from '../../store/rounds.js'
import { clearMarks, markedDays } from './changed-days.js'

const LEASE = 'days'
const EVERY_MS = 2_000

export type DaysWorker = {
  /** Resolves once what was written before the call is in the days, but for services that are still to be derived. */
  settled(): Promise<void>
  stop(): Promise<void>
}

type Options = {
  analytics: AnalyticsStore
  dataSource: DataSource
  /** The options in force where a question gives none, and the zone of the workspace. */
  inForce: () => Promise<{ options: MetricOptions; timeZone: string }>
  now: () => Date
  onError(error: unknown): void
}

/** Keeps the days of measures up with the facts. One process at a time does, so that no mark is taken away too early. */
export function startDaysWorker({ analytics, dataSource, inForce, now, onError }: Options): DaysWorker {
  const holder = randomUUID()

  async function holdOn(): Promise<void> {
    if (!(await takeLease(dataSource, LEASE, holder))) throw new Error('Another process took over making the days of measures.')
  }

  async function round(): Promise<void> {
    if (!(await takeLease(dataSource, LEASE, holder))) return
    const { options, timeZone } = await inForce()
    const zones = [...new Set(['UTC', timeZone, ...(await zonesAsked(analytics, now()))])]
    await makeMissingDays({ analytics, options, zones }, holdOn)
    for (;;) {
      const marks = await markedDays(analytics, dataSource)
      if (marks.services.length === 0) return
      await makeChangedDays({ analytics, options, zones }, marks)
      await holdOn()
      await clearMarks(analytics, marks)
    }
  }

  const settled = inTurn(() => round().catch(onError))
  const rounds = startRounds({
    async round() {
      await settled()
      return EVERY_MS
    },
    restMs: EVERY_MS,
    onError,
  })
  return {
    settled,
    stop: async () => {
      await rounds.stop()
      await giveBackLease(dataSource, LEASE, holder)
    },
  }
}
