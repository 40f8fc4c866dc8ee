import type { Interval, WeekStart } from '../../metrics/calendar/calendar.js'

const WEEKDAYS: readonly WeekStart[] = ['SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY']
const DAY_MS = 86_400_000
const formats = new Map<string, Intl.DateTimeFormat>()

/** What a wall clock and calendar in the zone show, as far as the interval goes; instants of one bucket show the same. */
export function localLabel(instant: number, zone: string, interval: Interval, weekStart: WeekStart): string {
  const shown = partsOf(instant, zone)
  const date = Date.UTC(Number(shown.year), Number(shown.month) - 1, Number(shown.day))
  if (interval === 'HOUR') return `${shown.year}-${shown.month}-${shown.day} ${shown.hour} ${shown.timeZoneName}`
  if (interval === 'DAY') return dateText(date)
  if (interval === 'WEEK') return dateText(date - ((new Date(date).getUTCDay() - WEEKDAYS.indexOf(weekStart) + 7) % 7) * DAY_MS)
  if (interval === 'MONTH') return `${shown.year}-${shown.month}`
  return `${shown.year} quarter ${Math.ceil(Number(shown.month) / 3)}`
}

export function localDate(instant: number, zone: string): string {
  return localLabel(instant, zone, 'DAY', 'MONDAY')
}

function dateText(date: number): string {
  return new Date(date).toISOString().slice(0, 10)
}

function partsOf(instant: number, timeZone: string): Record<string, string> {
  const format = formats.get(timeZone) ?? makeFormat(timeZone)
  return Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]))
}

function makeFormat(timeZone: string): Intl.DateTimeFormat {
  const format = new Intl.DateTimeFormat('en', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    timeZoneName: 'longOffset',
  })
  formats.set(timeZone, format)
  return format
}
