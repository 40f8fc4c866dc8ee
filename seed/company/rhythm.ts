import type { Random } from '../random.js'

export const MINUTE_MS = 60_000
export const HOUR_MS = 60 * MINUTE_MS
export const DAY_MS = 24 * HOUR_MS

/** Share of a week's releases that falls on each day, Sunday first. */
const BY_WEEKDAY = [0.01, 0.18, 0.23, 0.24, 0.21, 0.115, 0.015]
/** How busy each hour of the day is, UTC. */
const BY_HOUR = [0, 0, 0, 0, 0, 0.1, 0.3, 1, 4, 8, 10, 8, 4, 7, 10, 9, 6, 2.5, 0.8, 0.4, 0.3, 0.2, 0.1, 0]

/** Releases to expect on a day, of so many a week; hardly any between Christmas and New Year. */
export function releasesOn(day: number, perWeek: number): number {
  const date = new Date(day)
  const isFrozen = (date.getUTCMonth() === 11 && date.getUTCDate() >= 22) || (date.getUTCMonth() === 0 && date.getUTCDate() <= 2)
  return perWeek * (BY_WEEKDAY[date.getUTCDay()] ?? 0) * (isFrozen ? 0.1 : 1)
}

/** A moment of working time. Milliseconds after midnight. */
export function momentOfDay(random: Random): number {
  const sum = BY_HOUR.reduce((total, weight) => total + weight, 0)
  let left = random() * sum
  const hour = BY_HOUR.findIndex((weight) => (left -= weight) < 0)
  return Math.floor((hour + random()) * 3600) * 1000
}

/** People are tired and in a hurry on a Friday afternoon. */
export function isFridayAfternoon(at: number): boolean {
  const date = new Date(at)
  return date.getUTCDay() === 5 && date.getUTCHours() >= 14
}
