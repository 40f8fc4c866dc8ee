import { expect, it } from 'vitest'
import { prepareDistribution } from './distribution.js'

it('says of each bar what share of all it holds, and what share lies up to its end', () => {
  const bars = [
    { above: 1, upTo: 2, count: 6 },
    { above: 2, upTo: 4, count: 0 },
    { above: 4, upTo: 8, count: 2 },
  ]
  const { total, rows } = prepareDistribution(bars)
  expect(total).toBe(8)
  expect(rows.map(({ share, shareUpTo }) => [share, shareUpTo])).toEqual([
    [0.75, 0.75],
    [0, 0.75],
    [0.25, 1],
  ])
})

it('shows nothing of nothing', () => {
  expect(prepareDistribution([])).toEqual({ total: 0, rows: [] })
  expect(prepareDistribution([{ above: 1, upTo: 2, count: 0 }]).rows).toEqual([])
})
