import { expect, it } from 'vitest'
import { suggestTarget } from './suggest-target.js'

const days = (count: number, bad: number, total = 10_000) =>
  Array.from({ length: count }, (_, index) => ({ from: new Date(Date.UTC(2026, 10, index + 1)), good: total - bad, total }))

it('suggests the highest usual target that would have left three tenths of its budget', () => {
  // 0.3 % bad: 60 % of the budget of 99.5 %, three times that of 99.9 %.
  expect(suggestTarget(days(30, 30), 'events')).toEqual({
    target: 0.995,
    reasons: [
      '99.7 % of 300,000 events in 30 days were good; on the worst day 99.7 %.',
      '99.5 % would have spent 60 % of its budget, and 0 of the days alone missed it. It allows 1,500 bad events in 30 days.',
      '99.9 % would have spent 300 %, and leaves nothing to spare.',
    ],
  })
  // 0.4 % is four fifths of it, so the one below is suggested.
  expect(suggestTarget(days(30, 40), 'events').target).toBe(0.99)
  expect(suggestTarget(days(30, 0), 'events').target).toBe(0.9999)
})

it('counts days that missed it, and minutes where values are judged', () => {
  const some = [...days(29, 0, 1440), ...days(1, 30, 1440)]
  // 30 of 43,200 minutes are 0.07 %: 69 % of the budget of 99.9 %.
  expect(suggestTarget(some, 'minutes')).toMatchObject({ target: 0.999 })
  expect(suggestTarget(some, 'minutes').reasons[1]).toContain('1 of the days alone missed it. It allows 43 bad minutes in 30 days.')
})

it('suggests nothing from too little, or where nothing was kept', () => {
  expect(suggestTarget(days(6, 0), 'events')).toEqual({
    target: null,
    reasons: ['6 days with 60,000 events are too little to suggest from; it takes 7 days and 1,000.'],
  })
  expect(suggestTarget(days(30, 0, 10), 'events').target).toBeNull()
  expect(suggestTarget([...days(10, 0), ...days(5, 0, 0)], 'events').reasons[0]).toContain('in 10 days')
  const { target, reasons } = suggestTarget(days(30, 2000), 'events')
  expect(target).toBeNull()
  expect(reasons[1]).toContain('Even 90 % would have spent its budget')
})
