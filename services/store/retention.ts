import { startRounds, type Rounds } from './rounds.js'

const EVERY_MS = 3_600_000
const DAY_MS = 86_400_000

/** Something that is kept for some days. */
export type Sweep = { days: number; remove(before: Date): Promise<unknown> }

/** Removes what was kept long enough, now and every hour. */
export function startRetention(options: { sweeps: readonly Sweep[]; now: () => Date; onError(error: unknown): void }): Pick<Rounds, 'stop'> {
  const { sweeps, now, onError } = options
  return startRounds({
    async round() {
      for (const { days, remove } of sweeps) await remove(new Date(now().getTime() - days * DAY_MS)).catch(onError)
      return EVERY_MS
    },
    restMs: EVERY_MS,
    onError,
  })
}
