import { expect, it } from 'vitest'
import { groupTimeline } from './group-timeline.js'

it('orders entries and groups them by the day of the zone', () => {
  const entries = [{ at: '2026-11-02T23:30:00Z' }, { at: '2026-11-02T10:00:00Z' }, { at: '2026-11-03T08:00:00Z' }]
  expect(groupTimeline(entries, 'UTC').map(({ day, entries: of }) => [day, of.length])).toEqual([
    ['2026-11-02', 2],
    ['2026-11-03', 1],
  ])
  expect(groupTimeline(entries, 'Europe/Paris').map(({ day, entries: of }) => [day, of.length])).toEqual([
    ['2026-11-02', 1],
    ['2026-11-03', 2],
  ])
})
