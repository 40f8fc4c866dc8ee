import { describe, expect, it } from 'vitest'
import { type BucketInput, prepareTrend } from './trend.js'

const day = 86_400_000
const start = Date.parse('2026-11-02T00:00:00.000Z')
const window = { from: '2026-11-02T00:00:00.000Z', to: '2026-11-07T00:00:00.000Z' }

function bucket(index: number, value: number | null, extra: Partial<BucketInput> = {}): BucketInput {
  return {
    from: new Date(start + index * day).toISOString(),
    to: new Date(start + (index + 1) * day).toISOString(),
    partial: false,
    immature: false,
    value: { value, low: value === null ? null : value / 2, high: value === null ? null : value * 1.5, n: value === null ? 0 : 4 },
    ...extra,
  }
}

function trendOf(buckets: BucketInput[], unit: 'COUNT' | 'SECONDS' | 'RATIO' = 'SECONDS') {
  return prepareTrend({ unit, buckets, targets: [], window })
}

describe('prepareTrend', () => {
  it('leaves a gap where there is no value, and never a zero', () => {
    const { points } = trendOf([bucket(0, 7200), bucket(1, null), bucket(2, 3600)])
    expect(points.map(({ value }) => value)).toEqual([2, null, 1])
    expect(points[1]?.band).toBeNull()
    expect(points[1]?.settled).toBeNull()
  })

  it('keeps a counted zero as a zero', () => {
    const { points, hasValues } = trendOf([bucket(0, 0)], 'COUNT')
    expect(points[0]?.value).toBe(0)
    expect(hasValues).toBe(true)
  })

  it('turns seconds into the unit the largest value reads well in, band included', () => {
    const { scale, points } = trendOf([bucket(0, 172_800)])
    expect(scale).toEqual({ divisor: 86_400, name: 'days' })
    expect(points[0]?.band).toEqual([1, 3])
  })

  it('draws unfinished and immature buckets apart, joined to the last settled one', () => {
    const { points, hasPartial, hasImmature } = trendOf([
      bucket(0, 60),
      bucket(1, 120),
      bucket(2, 180, { immature: true }),
      bucket(3, 60, { partial: true, immature: true }),
    ])
    expect(points.map(({ state }) => state)).toEqual(['complete', 'complete', 'immature', 'partial'])
    expect(points.map(({ settled }) => settled)).toEqual([1, 2, null, null])
    expect(points.map(({ unsettled }) => unsettled)).toEqual([null, 2, 3, 1])
    expect([hasPartial, hasImmature]).toEqual([true, true])
  })

  it('does not join across a gap', () => {
    const { points } = trendOf([bucket(0, 60), bucket(1, null), bucket(2, 180, { partial: true })])
    expect(points.map(({ unsettled }) => unsettled)).toEqual([null, null, 3])
  })

  it('keeps the raw values for the reader of the tooltip', () => {
    const { points } = trendOf([bucket(0, 7200)])
    expect(points[0]?.raw).toEqual({ value: 7200, low: 3600, high: 10_800 })
  })

  it('draws both bounds of a near target and leaves out a far one', () => {
    const { targets } = prepareTrend({
      unit: 'RATIO',
      buckets: [bucket(0, 0.1)],
      targets: [
        { label: 'aim', low: 0.1, high: 0.15 },
        { label: 'far', low: null, high: 0.9 },
      ],
      window,
    })
    expect(targets.map(({ label }) => label)).toEqual(['aim', 'aim'])
    expect(targets.map(({ at }) => Math.round(at))).toEqual([10, 15])
  })

  it('lets a very wide band run off the top rather than flatten the values', () => {
    const wide: BucketInput = { ...bucket(0, 0.1), value: { value: 0.1, low: 0, high: 1, n: 1 } }
    const { top } = trendOf([wide, bucket(1, 0.1)], 'RATIO')
    expect(top).toBeLessThan(50)
    expect(top).toBeGreaterThanOrEqual(10)
  })

  it('has at most six time ticks and a domain that covers the window', () => {
    const { timeTicks, domain } = trendOf(Array.from({ length: 90 }, (_, index) => bucket(index, 60)))
    expect(timeTicks.length).toBeLessThanOrEqual(6)
    expect(domain).toEqual([start, start + 90 * day])
  })

  it('says when there is nothing to draw', () => {
    expect(trendOf([bucket(0, null), bucket(1, null)]).hasValues).toBe(false)
    expect(trendOf([]).domain).toEqual([Date.parse(window.from), Date.parse(window.to)])
  })
})
