import { describe, expect, it } from 'vitest'
import { prepareGauge } from './gauge.js'
import { prepareMarks } from './marks.js'
import { prepareSparkline } from './sparkline.js'

describe('prepareSparkline', () => {
  it('breaks the line at a gap and shows a lone value as a dot', () => {
    const { paths, dots } = prepareSparkline([1, 2, null, 4, null, 2, 2], 100, 20)
    expect(paths).toHaveLength(2)
    expect(dots).toHaveLength(1)
  })

  it('puts zero at the bottom and the greatest at the top', () => {
    const { paths, last } = prepareSparkline([0, 10], 106, 26, 3)
    expect(paths).toEqual(['M3 23L103 3'])
    expect(last).toEqual({ x: 103, y: 3 })
  })

  it('is empty without values', () => {
    expect(prepareSparkline([null, null], 100, 20)).toEqual({ paths: [], dots: [], last: null })
  })
})

describe('prepareGauge', () => {
  it('keeps low, value and high in order within the gauge', () => {
    const gauge = prepareGauge({ value: 10, low: 5, high: 20 }, [])
    expect(gauge).not.toBeNull()
    expect(gauge!.low).toBeLessThan(gauge!.value)
    expect(gauge!.value).toBeLessThan(gauge!.high)
    expect(gauge!.value).toBeCloseTo(10 / 23)
    expect(gauge!.open).toBe(false)
  })

  it('says when the interval goes on beyond the end', () => {
    expect(prepareGauge({ value: 1, low: 0, high: 50 }, [])?.open).toBe(true)
  })

  it('leaves out a target far beyond the value', () => {
    expect(
      prepareGauge({ value: 10, low: 5, high: 20 }, [
        { label: '', low: null, high: 15 },
        { label: '', low: null, high: 900 },
      ])?.targets,
    ).toHaveLength(1)
  })

  it('is absent without an interval', () => {
    expect(prepareGauge({ value: 10, low: null, high: null }, [])).toBeNull()
    expect(prepareGauge({ value: null, low: 1, high: 2 }, [])).toBeNull()
  })
})

describe('prepareMarks', () => {
  const domain = [Date.parse('2026-11-01T00:00:00Z'), Date.parse('2026-11-08T00:00:00Z')] as const

  it('stands where the incident started, else where it was detected', () => {
    const marks = prepareMarks(
      [
        { id: 'b', title: 'Slow', severity: 'major', detectedAt: '2026-11-05T00:00:00Z' },
        { id: 'a', startedAt: '2026-11-02T00:00:00Z', detectedAt: '2026-11-03T00:00:00Z' },
      ],
      domain,
    )
    expect(marks).toEqual([
      { id: 'a', label: 'a', at: Date.parse('2026-11-02T00:00:00Z') },
      { id: 'b', label: 'major: Slow', at: Date.parse('2026-11-05T00:00:00Z') },
    ])
  })

  it('leaves out what has no time, began before, or begins at the exclusive end', () => {
    const marks = prepareMarks([{ id: 'a' }, { id: 'b', startedAt: '2026-10-31T23:59:59Z' }, { id: 'c', startedAt: '2026-11-08T00:00:00Z' }], domain)
    expect(marks).toEqual([])
  })
})
