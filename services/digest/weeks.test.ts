import { describe, expect, it } from 'vitest'
import { digestWeeks, nextSending } from './weeks.js'

const at = (text: string) => new Date(text)
const HOUR_MS = 3_600_000

describe('the weeks of a digest', () => {
  it('are the last that is over, the one before, and the four before', () => {
    const { week, before, fourWeeks } = digestWeeks(at('2026-10-28T15:00:00Z'), 'UTC', 'MONDAY')
    expect(week).toEqual({ from: at('2026-10-19T00:00:00Z'), to: at('2026-10-26T00:00:00Z') })
    expect(before).toEqual({ from: at('2026-10-12T00:00:00Z'), to: at('2026-10-19T00:00:00Z') })
    expect(fourWeeks).toEqual({ from: at('2026-09-21T00:00:00Z'), to: at('2026-10-19T00:00:00Z') })
  })

  it('end with the very instant at which a week is over, and not before', () => {
    expect(digestWeeks(at('2026-10-26T00:00:00Z'), 'UTC', 'MONDAY').week.to).toEqual(at('2026-10-26T00:00:00Z'))
    expect(digestWeeks(at('2026-10-25T23:59:59.999Z'), 'UTC', 'MONDAY').week.to).toEqual(at('2026-10-19T00:00:00Z'))
  })

  it.each([
    // Clocks in Berlin went back on 25 October 2026 and forward on 29 March 2026.
    ['2026-10-26T09:00:00Z', '2026-10-18T22:00:00Z', '2026-10-25T23:00:00Z', 169],
    ['2026-03-30T09:00:00Z', '2026-03-22T23:00:00Z', '2026-03-29T22:00:00Z', 167],
    ['2026-11-02T09:00:00Z', '2026-10-25T23:00:00Z', '2026-11-01T23:00:00Z', 168],
  ])('seen from Berlin at %s run from %s to %s', (now, from, to, hours) => {
    const { week } = digestWeeks(at(now), 'Europe/Berlin', 'MONDAY')
    expect(week).toEqual({ from: at(from), to: at(to) })
    expect((week.to.getTime() - week.from.getTime()) / HOUR_MS).toBe(hours)
  })

  it('begin with the day that the workspace says', () => {
    expect(digestWeeks(at('2026-10-28T15:00:00Z'), 'UTC', 'SUNDAY').week.from).toEqual(at('2026-10-18T00:00:00Z'))
  })
})

describe('the next sending', () => {
  const berlin = { weekday: 1, hour: 8, timeZone: 'Europe/Berlin' }

  it.each([
    ['before it on the day', berlin, '2026-10-26T06:59:59Z', '2026-10-26T07:00:00Z'],
    ['at it, is that of the week after', berlin, '2026-10-26T07:00:00Z', '2026-11-02T07:00:00Z'],
    ['over the end of summer time', berlin, '2026-10-19T06:00:00Z', '2026-10-26T07:00:00Z'],
    ['in summer time', berlin, '2026-10-18T12:00:00Z', '2026-10-19T06:00:00Z'],
    ['at an hour that clocks skip', { ...berlin, weekday: 7, hour: 2 }, '2026-03-28T12:00:00Z', '2026-03-29T01:00:00Z'],
    ['at an hour that comes twice, is the first', { ...berlin, weekday: 7, hour: 2 }, '2026-10-24T12:00:00Z', '2026-10-25T00:00:00Z'],
    ['at that hour, once it was', { ...berlin, weekday: 7, hour: 2 }, '2026-10-25T00:30:00Z', '2026-11-01T01:00:00Z'],
    ['across the date line', { weekday: 1, hour: 0, timeZone: 'Pacific/Kiritimati' }, '2026-10-25T09:00:00Z', '2026-10-25T10:00:00Z'],
  ])('asked %s', (_case, schedule, after, expected) => {
    expect(nextSending(schedule, at(after))).toEqual(at(expected))
  })
})
