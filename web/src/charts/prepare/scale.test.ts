import { describe, expect, it } from 'vitest'
import { chooseScale, niceTicks } from './scale.js'

describe('chooseScale', () => {
  it.each([
    [3 * 86_400, 'days'],
    [86_400, 'hours'],
    [1800, 'minutes'],
    [90, 'seconds'],
    [0, 'seconds'],
  ])('names %d seconds in %s', (seconds, name) => {
    expect(chooseScale('SECONDS', seconds).name).toBe(name)
  })
})

describe('niceTicks', () => {
  const count = { divisor: 1, name: 'count' }
  const percent = { divisor: 0.01, name: 'per cent' }

  it('starts at 0, ends at or above the largest, in equal round steps', () => {
    expect(niceTicks(13, count)).toEqual({ ticks: [0, 5, 10, 15], bottom: 0, top: 15 })
  })

  it('gives a count whole ticks', () => {
    expect(niceTicks(2, count).ticks).toEqual([0, 1, 2])
  })

  it('never goes past a hundred per cent', () => {
    expect(niceTicks(97, percent).top).toBe(100)
  })

  it('has an axis even when all is zero', () => {
    expect(niceTicks(0, count)).toEqual({ ticks: [0, 1], bottom: 0, top: 1 })
  })

  it('begins below 0 or near the values where it is told to', () => {
    expect(niceTicks(2, percent, -1)).toEqual({ ticks: [-1, 0, 1, 2], bottom: -1, top: 2 })
    expect(niceTicks(100, percent, 99.3)).toMatchObject({ ticks: [99.2, 99.4, 99.6, 99.8, 100], top: 100 })
  })
})
