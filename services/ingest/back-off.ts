export const MAX_ATTEMPTS = 8

const FIRST_MS = 1_000
const LONGEST_MS = 5 * 60_000

/** How long to wait after this many tries: doubling, up to five minutes, between half and the whole by `random` (0 to 1). */
export function delayMs(attempts: number, random: number): number {
  const whole = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, attempts - 1))
  return Math.round(whole * (0.5 + random / 2))
}
