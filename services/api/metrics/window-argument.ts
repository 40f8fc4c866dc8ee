import type { WeekStart, Window } from '../../metrics/calendar/calendar.js'

export type WindowArgument = { from: string; to: string; timeZone?: string | null; weekStart?: WeekStart | null }

/** Weeks begin on `ownWeekStart` where the argument does not say. */
export function readWindow({ from, to, timeZone, weekStart }: WindowArgument, ownWeekStart: WeekStart): Window {
  return { from: new Date(from), to: new Date(to), timeZone: timeZone ?? 'UTC', weekStart: weekStart ?? ownWeekStart }
}
