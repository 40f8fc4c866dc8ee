import { describe, expect, it } from 'vitest'
import { type Filters, groupings, pinWindow, readFilters, resolveInterval, resolveWindow, toScope, writeFilters } from './filters.js'

const now = Date.parse('2026-11-23T10:15:00.000Z')

function read(text: string): Filters {
  return readFilters(new URLSearchParams(text), 'UTC')
}

describe('filters in the address', () => {
  it('have defaults', () => {
    expect(read('')).toEqual({
      teams: [],
      services: [],
      environments: [],
      preset: '30d',
      from: null,
      to: null,
      zone: 'UTC',
      interval: null,
      compare: true,
      groupBy: null,
      profile: null,
      options: {},
      unknown: [],
    })
  })

  it('come back as they were written', () => {
    const filters: Filters = {
      teams: ['payments', 'a & b'],
      services: ['checkout-api'],
      environments: ['production'],
      preset: 'custom',
      from: '2026-10-01T00:00:00.000Z',
      to: '2026-11-01T00:00:00.000Z',
      zone: 'Europe/Paris',
      interval: 'WEEK',
      compare: false,
      groupBy: 'TEAM',
      profile: 'gitlab',
      options: { aggregate: 'MEAN' },
      unknown: [['option', 'weather:sunny']],
    }
    expect(read(writeFilters(new URLSearchParams(), filters).toString())).toEqual(filters)
  })

  it.each(groupings)('are grouped by %s', (groupBy) => {
    const address = writeFilters(new URLSearchParams(), { ...read(''), groupBy })
    expect(address.get('group')).toBe(groupBy.toLowerCase())
    expect(read(address.toString()).groupBy).toBe(groupBy)
  })

  it('leave other parameters alone', () => {
    expect(writeFilters(new URLSearchParams('id=search&window=7d'), read('')).toString()).toBe('id=search&window=30d&zone=UTC')
  })

  it('fall back on what cannot be read', () => {
    expect(read('window=custom&from=soon&to=later').preset).toBe('30d')
    expect(read('window=custom&from=2026-11-02T00:00:00Z&to=2026-11-01T00:00:00Z').preset).toBe('30d')
    expect(read('zone=Mars/Olympus').zone).toBe('UTC')
    expect(read('interval=fortnight&group=colour')).toMatchObject({ interval: null, groupBy: null })
  })

  it('take bare dates in the address as a custom window', () => {
    expect(read('from=2026-10-01T00:00:00Z&to=2026-11-01T00:00:00Z')).toMatchObject({ preset: 'custom', from: '2026-10-01T00:00:00.000Z' })
  })
})

describe('resolveWindow', () => {
  it('begins with a whole day of the zone and ends now', () => {
    expect(resolveWindow(read('window=7d'), now)).toEqual({ from: '2026-11-17T00:00:00.000Z', to: '2026-11-23T10:15:00.000Z', timeZone: 'UTC' })
    expect(resolveWindow(read('window=7d&zone=Europe/Paris'), now).from).toBe('2026-11-16T23:00:00.000Z')
  })

  it('takes the quarter of the calendar', () => {
    expect(resolveWindow(read('window=quarter'), now).from).toBe('2026-10-01T00:00:00.000Z')
    expect(resolveWindow(read('window=quarter&zone=Europe/Paris'), now).from).toBe('2026-09-30T22:00:00.000Z')
  })

  it('moves with now until it is pinned', () => {
    const pinned = pinWindow(read('window=7d'), now)
    expect(resolveWindow(pinned, now + 9e8)).toEqual(resolveWindow(read('window=7d'), now))
  })
})

describe('resolveInterval', () => {
  it.each([
    ['window=7d', 'DAY'],
    ['window=90d', 'WEEK'],
    ['window=90d&interval=month', 'MONTH'],
    ['window=custom&from=2026-11-22T00:00:00Z&to=2026-11-23T00:00:00Z', 'HOUR'],
    ['window=custom&from=2024-01-01T00:00:00Z&to=2026-01-01T00:00:00Z', 'MONTH'],
  ])('%s is drawn per %s', (text, interval) => {
    const filters = read(text)
    expect(resolveInterval(filters, resolveWindow(filters, now))).toBe(interval)
  })
})

it('asks for no more scope than was chosen', () => {
  expect(toScope(read(''))).toEqual({})
  expect(toScope(read('team=payments&environment=staging'))).toEqual({ teams: ['payments'], environments: ['staging'] })
})
