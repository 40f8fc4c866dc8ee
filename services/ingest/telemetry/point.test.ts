import { describe, expect, it } from 'vitest'
import { createCollector, seriesOf, type TelemetryPoint } from './point.js'

const NOW = new Date('2026-11-02T10:00:00Z')

function refusedOf(more: Partial<TelemetryPoint>): string[] {
  const collector = createCollector(NOW)
  const point = { metric: 'a', labels: {}, series: seriesOf('a', {}), at: NOW.getTime(), startAt: null, value: 1, distribution: null }
  collector.add({ ...point, temporality: 'cumulative', ...more })
  return collector.result().refused.map(({ reason }) => reason)
}

describe('a point', () => {
  it.each(['cumulative', 'delta'] as const)('of a %s count that starts after its time is refused', (temporality) => {
    expect(refusedOf({ temporality, startAt: NOW.getTime() + 1 })).toEqual(['a: a count that starts after its time'])
    expect(refusedOf({ temporality, startAt: NOW.getTime() })).toEqual([])
  })

  it.each([1e33, -1e33, 1e300, 1.1e18])('of %d is refused, and does not become another number', (value) => {
    expect(refusedOf({ temporality: 'gauge', value })).toEqual([`a: a number beyond ${1e18}`])
  })

  it('of a histogram is refused by the size of its counts', () => {
    const distribution = { count: 2e18, buckets: [{ upper: 1, count: 2e18 }] }
    expect(refusedOf({ value: null, distribution })).toEqual([`a: a number beyond ${1e18}`])
  })

  it('of the greatest number is taken', () => {
    expect(refusedOf({ value: 1e18 })).toEqual([])
    expect(refusedOf({ temporality: 'gauge', value: -1e18 })).toEqual([])
  })

  it('of a value has no start that matters', () => {
    expect(refusedOf({ temporality: 'gauge', startAt: NOW.getTime() + 1 })).toEqual([])
  })
})

describe('the name of a series', () => {
  it('is the same in whatever order its labels come', () => {
    expect(seriesOf('a', { x: '1', y: '2' })).toBe(seriesOf('a', { y: '2', x: '1' }))
  })

  it('is another where a label holds what passes for the next', () => {
    const said: Record<string, string>[] = [{ x: '1', y: '2' }, { x: '1\n1 1 y 2' }, { 'x 1': '', y: '2' }, { x: '12' }, { x: '1' }]
    expect(new Set(said.map((labels) => seriesOf('a', labels))).size).toBe(said.length)
  })
})
