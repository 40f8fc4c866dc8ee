import { describe, expect, it } from 'vitest'
import type { Indicator } from '../../slo/slo.js'
import { compileIndicators, millionths } from './match.js'
import { seriesOf, type TelemetryPoint } from './point.js'

const requests = { metric: 'http_requests_total', matchers: [] }

const availability: Indicator = {
  name: 'availability',
  displayName: '',
  description: '',
  service: null,
  unit: '1',
  measure: {
    kind: 'ratio',
    good: null,
    bad: { metric: requests.metric, matchers: [{ label: 'code', op: '=~', value: '5..' }] },
    total: requests,
  },
  labels: {},
}

function pointOf(labels: Record<string, string>, more: Partial<TelemetryPoint> = {}): TelemetryPoint {
  const metric = requests.metric
  const at = Date.UTC(2026, 0, 1, 0, 0, 1)
  return { metric, labels, series: seriesOf(metric, labels), at, startAt: null, temporality: 'cumulative', value: 1, distribution: null, ...more }
}

describe('the second point of a series', () => {
  const match = compileIndicators([availability])
  const bad = { service: 'shop', code: '503', region: 'eu' }

  it('has the place of the first and its own numbers, times and source', () => {
    match(pointOf(bad, { value: 7 }), 'first')
    const [sample, ...others] = match(pointOf(bad, { value: 9, at: Date.UTC(2026, 0, 2), startAt: 1 }), 'second')
    expect(others).toEqual([])
    expect(sample).toMatchObject({
      service: 'shop',
      region: 'eu',
      environment: 'production',
      source: 'second',
      at: '2026-01-02T00:00:00.000Z',
      start_at: '1970-01-01T00:00:00.001Z',
      counter: '9000000',
      total: '9000000',
      good: '0',
    })
  })

  it('is not read in the way of a series with other labels', () => {
    match(pointOf(bad), 'source')
    expect(match(pointOf({ ...bad, code: '200' }), 'source')).toMatchObject([{ good: '1000000', total: '1000000' }])
    expect(match(pointOf({ ...bad, service: 'cart' }), 'source')).toMatchObject([{ service: 'cart', good: '0' }])
    expect(match(pointOf({ code: '503' }), 'source')).toEqual([])
  })

  it('follows a change of its indicator', () => {
    const other = compileIndicators([{ ...availability, name: 'errors', service: 'cart' }])
    expect(match(pointOf(bad), 'source')).toMatchObject([{ sli: 'availability' }])
    expect(other(pointOf(bad), 'source')).toEqual([])
  })
})

describe('a pattern of an indicator', () => {
  const withPattern = (op: '=~' | '!~', value: string): Indicator => ({
    ...availability,
    measure: { kind: 'ratio', good: null, bad: { metric: 'errors', matchers: [] }, total: { ...requests, matchers: [{ label: 'path', op, value }] } },
  })

  it('is of the whole label, and of linear time', () => {
    const match = compileIndicators([withPattern('=~', '(a+)+b')])
    const began = performance.now()
    expect(match(pointOf({ service: 'shop', path: 'a'.repeat(5_000) }), 'source')).toEqual([])
    expect(performance.now() - began).toBeLessThan(2_000)
    expect(match(pointOf({ service: 'shop', path: 'aab' }), 'source')).toHaveLength(1)
    expect(match(pointOf({ service: 'shop', path: 'aabc' }), 'source')).toEqual([])
  })

  it('that was saved and cannot be read lets its indicator read nothing, and others all they ask for', () => {
    const match = compileIndicators([withPattern('!~', '(?=a)b'), { ...availability, name: 'other' }])
    expect(match(pointOf({ service: 'shop', path: 'x' }), 'source')).toMatchObject([{ sli: 'other' }])
  })
})

describe('numbers in millionths', () => {
  it.each([
    [0, '0'],
    [3, '3000000'],
    [-3, '-3000000'],
    [0.25, '250000'],
    [-1.5, '-1500000'],
    [2 ** 53 - 1, '9007199254740991000000'],
    [2 ** 60, '1152921504606846976000000'],
  ])('%d is %s', (value, text) => {
    expect(millionths(value)).toBe(text)
  })
})
