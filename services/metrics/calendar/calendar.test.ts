import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buckets, checkWindow, previousWindow, type Interval, type WeekStart, type Window } from './calendar.js'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const later = new Date('2100-01-01T00:00:00Z')
const weekStarts: WeekStart[] = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY']

/** A moment near which clocks did something odd: zones and days from the time zone database. */
const odd: [zone: string, near: string][] = [
  ['Europe/Berlin', '2025-03-30'],
  ['Europe/Berlin', '2025-10-26'],
  ['America/New_York', '2024-11-03'],
  ['Australia/Lord_Howe', '2025-04-05'],
  ['Australia/Lord_Howe', '2025-10-04'],
  ['America/Sao_Paulo', '2018-11-04'],
  ['America/Sao_Paulo', '2018-02-18'],
  ['Africa/Cairo', '2024-04-26'],
  ['Asia/Beirut', '2024-03-31'],
  ['America/Havana', '2024-03-10'],
  ['America/St_Johns', '2006-10-29'],
  ['America/St_Johns', '2006-04-02'],
  ['Africa/Casablanca', '2024-03-10'],
  ['Pacific/Apia', '2011-12-30'],
  ['Pacific/Kwajalein', '1993-08-21'],
  ['America/Toronto', '1919-03-31'],
  ['Asia/Kathmandu', '1986-01-01'],
  ['Asia/Pyongyang', '2018-05-04'],
  ['America/Caracas', '2016-05-01'],
  ['UTC', '2024-02-29'],
]

function windowOf(timeZone: string, from: string | number, to: string | number, weekStart: WeekStart = 'MONDAY'): Window {
  return { from: new Date(from), to: new Date(to), timeZone, weekStart }
}

const formats = new Map<string, Intl.DateTimeFormat>()
function clock(timeZone: string, instant: number): string {
  const known = formats.get(timeZone)
  const options = { timeZone, dateStyle: 'short', timeStyle: 'medium' } as const
  const format = known ?? new Intl.DateTimeFormat('sv-SE', options)
  formats.set(timeZone, format)
  return format.format(instant)
}

/** What the bucket of an instant is called, from what clocks show: names sort in the order of time. */
function nameOf({ timeZone, weekStart }: Window, interval: Interval, instant: number): string {
  const shown = clock(timeZone, instant)
  const date = shown.slice(0, 10)
  if (interval === 'HOUR') return `${shown.slice(0, 13)} ${(Date.parse(`${shown.replace(' ', 'T')}Z`) - instant) / MINUTE}`
  if (interval === 'DAY') return date
  if (interval === 'MONTH') return date.slice(0, 7)
  if (interval === 'QUARTER') return `${date.slice(0, 4)} ${Math.floor((Number(date.slice(5, 7)) - 1) / 3)}`
  for (let day = Date.parse(date); ; day -= DAY) {
    const weekday = new Date(day).getUTCDay()
    if (weekStarts[(weekday + 6) % 7] === weekStart) return new Date(day).toISOString()
  }
}

/** The starts of the buckets after the window's, found by looking at the clock every minute or quarter of an hour. */
function naiveStarts(window: Window, interval: Interval, step: number): number[] {
  const starts: number[] = []
  let name = ''
  for (let at = window.from.getTime() - (interval === 'HOUR' ? 0 : 2 * HOUR); at < window.to.getTime(); at += step) {
    const found = nameOf(window, interval, at)
    if (interval === 'HOUR' ? found === name : found <= name) continue
    if (name !== '' && at > window.from.getTime()) starts.push(at)
    name = found
  }
  return starts
}

function startsOf(window: Window, interval: Interval): number[] {
  return buckets(window, interval, later)
    .slice(1)
    .map(({ from }) => from.getTime())
}

const anyWindow = fc
  .record({
    place: fc.constantFrom(...odd),
    before: fc.integer({ min: 0, max: 5000 }),
    length: fc.integer({ min: 1, max: 10_000 }),
    weekStart: fc.constantFrom(...weekStarts),
  })
  .map(({ place: [zone, near], before, length, weekStart }) => {
    const from = Date.parse(near) - before * MINUTE
    return windowOf(zone, from, from + length * MINUTE, weekStart)
  })

describe('buckets', () => {
  it('tile the window, whatever the zone, the interval and the ends', () => {
    fc.assert(
      fc.property(anyWindow, fc.constantFrom<Interval>('HOUR', 'DAY', 'WEEK', 'MONTH', 'QUARTER'), (window, interval) => {
        const found = buckets(window, interval, later)
        expect(found[0]?.from).toEqual(window.from)
        expect(found.at(-1)?.to).toEqual(window.to)
        for (const [index, bucket] of found.entries()) {
          expect(bucket.from.getTime()).toBeLessThan(bucket.to.getTime())
          if (index > 0) expect(found[index - 1]?.to).toEqual(bucket.from)
        }
      }),
    )
  })

  it.each(odd)('agree with the clocks of %s around %s', (zone, near) => {
    const from = Date.parse(near) - 2 * DAY
    const window = windowOf(zone, from, from + 4 * DAY)
    for (const interval of ['HOUR', 'DAY'] as const) expect(startsOf(window, interval)).toEqual(naiveStarts(window, interval, MINUTE))
  })

  it('agree with the clocks over long windows', () => {
    const zone = fc.constantFrom('Europe/Berlin', 'America/Sao_Paulo', 'Pacific/Apia', 'Australia/Lord_Howe', 'Asia/Kolkata')
    const start = fc.integer({ min: Date.parse('2009-01-01') / HOUR, max: Date.parse('2020-01-01') / HOUR })
    fc.assert(
      fc.property(
        zone,
        start,
        fc.constantFrom(...weekStarts),
        fc.constantFrom<Interval>('DAY', 'WEEK', 'MONTH', 'QUARTER'),
        (timeZone, hour, weekStart, interval) => {
          const window = windowOf(timeZone, hour * HOUR, hour * HOUR + 100 * DAY, weekStart)
          expect(startsOf(window, interval)).toEqual(naiveStarts(window, interval, 30 * MINUTE))
        },
      ),
      { numRuns: 40 },
    )
  })

  it('have days of 23 and 25 hours where the clocks change', () => {
    const hours = (window: Window) => buckets(window, 'DAY', later).map(({ from, to }) => (to.getTime() - from.getTime()) / HOUR)
    expect(hours(windowOf('Europe/Berlin', '2025-03-28T23:00Z', '2025-03-31T22:00Z'))).toEqual([24, 23, 24])
    expect(hours(windowOf('Europe/Berlin', '2025-10-24T22:00Z', '2025-10-27T23:00Z'))).toEqual([24, 25, 24])
    expect(hours(windowOf('Australia/Lord_Howe', '2025-04-05T13:00Z', '2025-04-06T13:30Z'))).toEqual([24.5])
  })

  it('start a day whose midnight does not exist at its first instant', () => {
    const found = buckets(windowOf('America/Sao_Paulo', '2018-11-03T03:00Z', '2018-11-05T02:00Z'), 'DAY', later)
    expect(found).toEqual([
      { from: new Date('2018-11-03T03:00Z'), to: new Date('2018-11-04T03:00Z'), partial: false },
      { from: new Date('2018-11-04T03:00Z'), to: new Date('2018-11-05T02:00Z'), partial: false },
    ])
  })

  it('have none for the day that Apia skipped', () => {
    const found = buckets(windowOf('Pacific/Apia', '2011-12-29T10:00Z', '2011-12-31T10:00Z'), 'DAY', later)
    expect(found.map(({ from }) => clock('Pacific/Apia', from.getTime()))).toEqual(['2011-12-29 00:00:00', '2011-12-31 00:00:00'])
  })

  it('are partial where the window cuts them or they are not over', () => {
    const window = windowOf('UTC', '2026-03-01T06:00Z', '2026-03-05T00:00Z')
    const partial = (now: string) => buckets(window, 'DAY', new Date(now)).map((bucket) => bucket.partial)
    expect(partial('2026-03-05T00:00Z')).toEqual([true, false, false, false])
    expect(partial('2026-03-04T23:59Z')).toEqual([true, false, false, true])
    expect(buckets(windowOf('UTC', '2026-03-01T00:00Z', '2026-03-02T12:00Z'), 'DAY', later).map((bucket) => bucket.partial)).toEqual([false, true])
  })

  it('are at most ten thousand', () => {
    const hours = (count: number) => windowOf('Europe/Berlin', '2024-01-01T00:00Z', Date.parse('2024-01-01T00:00Z') + count * HOUR)
    expect(buckets(hours(10_000), 'HOUR', later)).toHaveLength(10_000)
    expect(() => buckets(hours(10_001), 'HOUR', later)).toThrow(expect.objectContaining({ code: 'TOO_MANY_BUCKETS' }))
  })
})

describe('checkWindow', () => {
  it.each([
    ['2026-01-02', '2026-01-01'],
    ['2026-01-01', '2026-01-01'],
    ['never', '2026-01-01'],
    ['-000001-12-31', '2026-01-01'],
    ['2026-01-01', '+010000-01-02'],
  ])('refuses a window from %s to %s', (from, to) => {
    expect(() => checkWindow(windowOf('UTC', from, to))).toThrow(expect.objectContaining({ code: 'INVALID_WINDOW' }))
  })

  it.each(['', 'Mars/Olympus', '+02:00', 'Europe/Berlin; DROP'])('refuses the zone "%s"', (zone) => {
    expect(() => checkWindow(windowOf(zone, '2026-01-01', '2026-01-02'))).toThrow(expect.objectContaining({ code: 'UNKNOWN_TIME_ZONE' }))
  })
})

it('the previous window has the same length and ends where this one begins', () => {
  fc.assert(
    fc.property(anyWindow, (window) => {
      const previous = previousWindow(window)
      expect(previous.to).toEqual(window.from)
      expect(previous.to.getTime() - previous.from.getTime()).toBe(window.to.getTime() - window.from.getTime())
      expect([previous.timeZone, previous.weekStart]).toEqual([window.timeZone, window.weekStart])
    }),
  )
})
