/** Calendar arithmetic in an IANA zone, on instants in epoch milliseconds. */

interface CalendarDay {
  year: number
  month: number
  day: number
}

const formatters = new Map<string, Intl.DateTimeFormat>()

function partsFormatter(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  formatters.set(zone, made)
  return made
}

function readParts(instant: number, zone: string): Record<string, number> {
  return Object.fromEntries(
    partsFormatter(zone)
      .formatToParts(instant)
      .map((part) => [part.type, Number(part.value)]),
  )
}

/** How far the zone's clock is ahead of UTC at that instant, in milliseconds. */
export function zoneOffset(instant: number, zone: string): number {
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = readParts(instant, zone)
  const wholeSecond = Math.floor(instant / 1000) * 1000
  return Date.UTC(year, month - 1, day, hour, minute, second) - wholeSecond
}

export function calendarDay(instant: number, zone: string): CalendarDay {
  const { year = 0, month = 1, day = 1 } = readParts(instant, zone)
  return { year, month, day }
}

/** The instant at which that day begins there. Days past the month's end roll over. */
export function startOfDay(date: CalendarDay, zone: string): number {
  const wall = Date.UTC(date.year, date.month - 1, date.day)
  const guess = wall - zoneOffset(wall, zone)
  const mended = wall - zoneOffset(guess, zone)
  return zoneOffset(mended, zone) === zoneOffset(guess, zone) ? mended : Math.max(guess, mended)
}

export function daysBefore(date: CalendarDay, days: number): CalendarDay {
  const moved = new Date(Date.UTC(date.year, date.month - 1, date.day - days))
  return { year: moved.getUTCFullYear(), month: moved.getUTCMonth() + 1, day: moved.getUTCDate() }
}

/** `2026-11-02`, as a date input reads and writes it. */
export function dateText(instant: number, zone: string): string {
  const { year, month, day } = calendarDay(instant, zone)
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

export function parseDateText(text: string): CalendarDay | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!match) return null
  return { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) }
}

export function isZone(zone: string): boolean {
  try {
    partsFormatter(zone)
    return true
  } catch {
    return false
  }
}

export function browserZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC'
}

export function allZones(): string[] {
  const listed = typeof Intl.supportedValuesOf === 'function' ? Intl.supportedValuesOf('timeZone') : []
  return ['UTC', ...listed.filter((zone) => zone !== 'UTC')]
}
