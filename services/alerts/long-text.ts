const HOUR = 3_600
const DAY = 24 * HOUR

/** How long, in the largest unit that it is whole in: `3 d`, `6 h`, `5 min`. */
export function longText(seconds: number): string {
  if (seconds % DAY === 0) return `${seconds / DAY} d`
  return seconds % HOUR === 0 ? `${seconds / HOUR} h` : `${seconds / 60} min`
}
