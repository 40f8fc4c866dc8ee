import { describe, expect, it } from 'vitest'
import { dateText, daysBefore, isZone, parseDateText, startOfDay, zoneOffset } from './zone.js'

function startOf(text: string, zone: string): string {
  return new Date(startOfDay(parseDateText(text)!, zone)).toISOString()
}

describe('startOfDay', () => {
  it.each([
    ['2026-11-02', 'UTC', '2026-11-02T00:00:00.000Z'],
    ['2026-07-01', 'Europe/Paris', '2026-06-30T22:00:00.000Z'],
    ['2026-03-29', 'Europe/Paris', '2026-03-28T23:00:00.000Z'],
    ['2026-03-30', 'Europe/Paris', '2026-03-29T22:00:00.000Z'],
    ['2026-10-25', 'Europe/Paris', '2026-10-24T22:00:00.000Z'],
    ['2026-10-26', 'Europe/Paris', '2026-10-25T23:00:00.000Z'],
    ['2026-11-01', 'America/New_York', '2026-11-01T04:00:00.000Z'],
    ['2026-01-01', 'Asia/Kolkata', '2025-12-31T18:30:00.000Z'],
    ['2026-01-01', 'Pacific/Kiritimati', '2025-12-31T10:00:00.000Z'],
  ])('%s in %s begins at %s', (day, zone, instant) => {
    expect(startOf(day, zone)).toBe(instant)
  })

  it('begins after midnight where the clocks skip midnight', () => {
    expect(startOf('2026-04-24', 'Africa/Cairo')).toBe('2026-04-23T22:00:00.000Z')
  })
})

describe('calendar', () => {
  it('counts days back across months', () => {
    expect(daysBefore({ year: 2026, month: 3, day: 1 }, 1)).toEqual({ year: 2026, month: 2, day: 28 })
    expect(daysBefore({ year: 2026, month: 12, day: 31 }, -1)).toEqual({ year: 2027, month: 1, day: 1 })
  })

  it('names the day of an instant there', () => {
    expect(dateText(Date.parse('2026-11-02T23:30:00Z'), 'Europe/Paris')).toBe('2026-11-03')
  })

  it('knows offsets and refuses unknown zones', () => {
    expect(zoneOffset(Date.parse('2026-07-01T00:00:00Z'), 'Europe/Paris')).toBe(7_200_000)
    expect(isZone('Mars/Olympus')).toBe(false)
  })
})
