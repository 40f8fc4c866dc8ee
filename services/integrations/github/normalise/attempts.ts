/** How a run or a job ended, as the end of a rollout; action_required is none. */
export const OUTCOMES: ReadonlyMap<string, string> = new Map([
  ['success', 'succeeded'],
  ['failure', 'failed'],
  ['timed_out', 'failed'],
  ['startup_failure', 'failed'],
  ['cancelled', 'cancelled'],
  ['stale', 'cancelled'],
  ['skipped', 'skipped'],
  ['neutral', 'skipped'],
])

/** Above any number of attempts that GitHub allows. */
const SUCCESS_REVISION = 100_000

/**
 * All attempts of a run are one deployment. A success outranks every other end, and the first success the later ones,
 * so that running it again neither moves the date nor undoes it; until then the latest attempt counts.
 */
export function revisionOf(outcome: string | undefined, attempt: number): number {
  return outcome === 'succeeded' ? Math.max(SUCCESS_REVISION - attempt, 0) : attempt
}
