import { DateTime, IANAZone } from 'luxon'
import { LRUCache } from 'lru-cache'
import { MetricError } from '../metric-error.js'
import { firstInstantAt, localTime, offsetAt, transitionBetween } from './local-time.js'

export type WeekStart = 'MONDAY' | 'TUESDAY' | 'WEDNESDAY' | 'THURSDAY' | 'FRIDAY' | 'SATURDAY' | 'SUNDAY'

/** Half-open: `from` belongs to it, `to` does not. `timeZone` is an IANA name. */
export type Window = { from: Date; to: Date; timeZone: string; weekStart: WeekStart }

export type Interval = 'HOUR' | 'DAY' | 'WEEK' | 'MONTH' | 'QUARTER'

/** Half-open, within its window. `partial`: cut off by the window, or not over yet. */
export type Bucket = { from: Date; to: Date; partial: boolean }

type Step = { from: number; to: number }

const MAX_BUCKETS = 10_000
const EARLIEST = Date.parse('0001-01-01T00:00:00Z')
const LATEST = Date.parse('+010000-01-01T00:00:00Z')
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const WEEKDAYS: readonly WeekStart[] = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY']
const NEXT = { DAY: { days: 1 }, WEEK: { weeks: 1 }, MONTH: { months: 1 }, QUARTER: { quarters: 1 } } as const

/**
 * The buckets that tile the window, empty ones included. A day, week, month or quarter begins at the first instant at which clocks
 * show its first date or a later one, so a day may have 23, 24 or 25 hours, and a date that a zone skipped has no bucket. An hour
 * is a stretch in which clocks show the same hour at the same offset from UTC, so the repeated hour of autumn is two buckets.
 */
export function buckets(window: Window, interval: Interval, now: Date): Bucket[] {
  checkWindow(window)
  const result: Bucket[] = []
  for (const step of interval === 'HOUR' ? hours(window) : dates(window, interval)) {
    if (result.length === MAX_BUCKETS) throw tooManyBuckets(interval)
    result.push(toBucket(step, window, now))
  }
  return result
}

/** The window of the same length, in elapsed time, that ends where this one begins. */
export function previousWindow(window: Window): Window {
  checkWindow(window)
  const from = new Date(2 * window.from.getTime() - window.to.getTime())
  return { ...window, from, to: window.from }
}

/** Throws a MetricError when the window holds no time or its zone is not known. */
export function checkWindow({ from, to, timeZone }: Window): void {
  if (!(from.getTime() < to.getTime())) throw new MetricError('INVALID_WINDOW', 'The window must begin before it ends.')
  if (from.getTime() < EARLIEST || to.getTime() > LATEST) throw new MetricError('INVALID_WINDOW', 'The window must lie in the years 1 to 9999.')
  if (!/^[A-Za-z]/.test(timeZone) || !isZone(timeZone)) {
    throw new MetricError('UNKNOWN_TIME_ZONE', `"${timeZone}" is not an IANA time zone such as Europe/Berlin or UTC.`)
  }
}

const zones = new LRUCache<string, boolean>({ max: 1_000 })

/** It takes a millisecond to find out, and one question asks a dozen times. */
function isZone(name: string): boolean {
  const known = zones.get(name) ?? IANAZone.isValidZone(name)
  zones.set(name, known)
  return known
}

function* hours({ from, to, timeZone }: Window): Generator<Step> {
  const zone = IANAZone.create(timeZone)
  let at = from.getTime()
  at = transitionBetween(zone, lastMark(at, offsetAt(zone, at)), at) ?? lastMark(at, offsetAt(zone, at))
  while (at < to.getTime()) {
    const offset = offsetAt(zone, at)
    const steadyUntil = transitionBetween(zone, at, at + DAY_MS) ?? lastMark(at + DAY_MS, offset)
    while (at < steadyUntil && at < to.getTime()) {
      const next = Math.min(lastMark(at, offset) + HOUR_MS, steadyUntil)
      yield { from: at, to: next }
      at = next
    }
  }
}

/** The last instant at which clocks at this offset showed a full hour. */
function lastMark(instant: number, offset: number): number {
  return Math.floor((instant + offset) / HOUR_MS) * HOUR_MS - offset
}

function* dates({ from, to, timeZone, weekStart }: Window, interval: Exclude<Interval, 'HOUR'>): Generator<Step> {
  const zone = IANAZone.create(timeZone)
  let date = firstDate(localTime(zone, from.getTime()), interval, weekStart)
  // Where clocks went back over midnight, the bucket that holds an instant may be the one after the date they show.
  for (let start = firstInstantAt(zone, date.toMillis()); start < to.getTime();) {
    date = date.plus(NEXT[interval])
    const end = firstInstantAt(zone, date.toMillis())
    if (end > from.getTime() && end > start) yield { from: start, to: end }
    start = end
  }
}

/** The first date of the interval that holds a local time; both are written as if they were UTC. */
function firstDate(local: number, interval: Exclude<Interval, 'HOUR'>, weekStart: WeekStart): DateTime {
  const time = DateTime.fromMillis(local, { zone: 'utc' })
  if (interval === 'DAY') return time.startOf('day')
  if (interval === 'MONTH') return time.startOf('month')
  if (interval === 'QUARTER') return time.startOf('quarter')
  const daysIn = (time.weekday - 1 - WEEKDAYS.indexOf(weekStart) + 7) % 7
  return time.startOf('day').minus({ days: daysIn })
}

function toBucket(step: Step, { from, to }: Window, now: Date): Bucket {
  const cut = step.from < from.getTime() || step.to > to.getTime()
  return {
    from: new Date(Math.max(step.from, from.getTime())),
    to: new Date(Math.min(step.to, to.getTime())),
    partial: cut || step.to > now.getTime(),
  }
}

function tooManyBuckets(interval: Interval): MetricError {
  return new MetricError(
    'TOO_MANY_BUCKETS',
    `The window has more than 10,000 buckets of one ${interval.toLowerCase()}: shorten it or choose a longer interval.`,
  )
}
