import { DateTime, IANAZone } from 'luxon'
import { buckets, type WeekStart } from '../metrics/calendar/calendar.js'
import { firstInstantAt } from '../metrics/calendar/local-time.js'

/** Half-open. */
export type Span = { from: Date; to: Date }

/** The last week that is over, the one before it, and the four before it as one span. */
export type DigestWeeks = { week: Span; before: Span; fourWeeks: Span }

/** When a digest is sent. `weekday` counts from 1, Monday; `timeZone` is an IANA name. */
export type Schedule = { weekday: number; hour: number; timeZone: string }

const DAY_MS = 86_400_000
const LOOK_BACK_MS = 45 * DAY_MS

/** By the calendar of the zone: a week with a change of the clocks has 167 or 169 hours. */
export function digestWeeks(now: Date, timeZone: string, weekStart: WeekStart): DigestWeeks {
  const window = { from: new Date(now.getTime() - LOOK_BACK_MS), to: now, timeZone, weekStart }
  const over = buckets(window, 'WEEK', now).filter(({ partial }) => !partial)
  const [first, before, week] = [over.at(-5), over.at(-2), over.at(-1)]
  if (!first || !before || !week) throw new Error('45 days hold fewer than five weeks.')
  return { week: spanOf(week), before: spanOf(before), fourWeeks: { from: first.from, to: week.from } }
}

/** The first time after `after` at which it is due; where clocks skip that hour, when they have passed it. */
export function nextSending({ weekday, hour, timeZone }: Schedule, after: Date): Date {
  const zone = IANAZone.create(timeZone)
  const today = DateTime.fromJSDate(after, { zone: timeZone }).setZone('utc', { keepLocalTime: true }).startOf('day')
  for (let days = -1; days <= 15; days++) {
    const day = today.plus({ days })
    const at = firstInstantAt(zone, day.toMillis() + hour * 3_600_000)
    if (day.weekday === weekday && at > after.getTime()) return new Date(at)
  }
  throw new Error('Two weeks hold no such weekday.')
}

function spanOf({ from, to }: Span): Span {
  return { from, to }
}
