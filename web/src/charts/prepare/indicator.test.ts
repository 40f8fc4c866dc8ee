import { describe, expect, it } from 'vitest'
import { prepareIndicator } from './indicator.js'

const step = (minute: number, more: object = {}) => ({
  at: new Date(minute * 60_000).toISOString(),
  total: 10,
  goodRatio: 0.99,
  value: null,
  quantiles: [],
  ...more,
})

describe('the lines of an indicator', () => {
  it('draws the share of good events in per cent, near the top', () => {
    const drawing = prepareIndicator([step(0), step(1, { goodRatio: 0.9 })], 60)
    expect(drawing.kind).toBe('good')
    expect(drawing.rows).toEqual([
      { at: 0, total: 10, good: 99 },
      { at: 60_000, total: 10, good: 90 },
    ])
    expect(drawing.domain).toEqual([88.5, 100])
  })

  it('leaves a gap where nothing was told', () => {
    const { rows } = prepareIndicator([step(0), step(3)], 60)
    expect(rows.map(({ at, good }) => [at, good])).toEqual([
      [0, 99],
      [60_000, null],
      [180_000, 99],
    ])
  })

  it('knows the points that no line reaches', () => {
    const { alone } = prepareIndicator([step(0), step(3), step(4), step(9, { goodRatio: 0.5 })], 60)
    expect(alone).toEqual([
      { at: 0, line: 'good', value: 99 },
      { at: 540_000, line: 'good', value: 50 },
    ])
  })

  it('draws quantiles of a distribution, and values of a gauge', () => {
    const latency = prepareIndicator(
      [
        step(0, {
          quantiles: [
            { name: 'p50', value: 0.1 },
            { name: 'p95', value: 0.5 },
            { name: 'p99', value: 1 },
          ],
        }),
      ],
      60,
    )
    expect(latency).toMatchObject({ kind: 'latency', rows: [{ p50: 0.1, p95: 0.5, p99: 1 }], domain: [0, 1.08] })
    expect(prepareIndicator([step(0, { value: 50, goodRatio: null })], 60)).toMatchObject({ kind: 'value', rows: [{ value: 50 }], domain: [0, 54] })
  })

  it('has an axis where there is nothing to draw', () => {
    expect(prepareIndicator([], 60)).toMatchObject({ kind: 'good', rows: [], domain: [0, 1] })
  })
})
