import type { DataSource } from 'typeorm'
import type { AnalyticsStore } from '../../store/analytics/analytics-store.js'
import { inTurn, startRounds } from '../../store/rounds.js'
import { changedPlaces, rollUp } from './roll-up.js'
import { readProgress, saveProgress } from './roll-up-progress.js'

const EVERY_MS = 3_000
/** An insert may become visible this long after the time it says it was received. */
const OVERLAP_MS = 10_000

export type RollUpWorker = {
  /** Resolves once all that was stored before the call is in the minutes. */
  settled(): Promise<void>
  stop(): Promise<void>
}

type Options = {
  analytics: AnalyticsStore
  dataSource: DataSource
  now: () => Date
  onError(error: unknown): void
  everyMs?: number
}

/** Keeps the minutes up with the readings, and goes on after a stop where it was. */
export function startRollUpWorker({ analytics, dataSource, now, onError, everyMs = EVERY_MS }: Options): RollUpWorker {
  let done: number | null = null

  async function round(): Promise<void> {
    const began = now()
    done ??= (await readProgress(dataSource)).to
    const places = await changedPlaces(analytics, new Date(done - OVERLAP_MS))
    await rollUp(analytics, places, began)
    // Only now: what is lost by a stop in between is made again.
    if (places.length > 0) await saveProgress(dataSource, { to: began.getTime(), at: now().getTime() })
    done = began.getTime()
  }

  const settled = inTurn(() => round().catch(onError))
  const rounds = startRounds({
    async round() {
      await settled()
      return everyMs
    },
    restMs: everyMs,
    onError,
  })
  return { settled, stop: () => rounds.stop() }
}
