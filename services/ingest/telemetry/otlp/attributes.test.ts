import { describe, expect, it } from 'vitest'
import { TelemetryMalformed, type TelemetryPoint } from '../point.js'
import { decodeOtlp } from './decode.js'
import { MetricsRequest } from './messages.js'

const NOW = new Date('2026-11-02T10:00:00Z')

type Scoped = { scope?: { name?: string; version?: string }; attributes?: object[] }

function requestOf(points: readonly Scoped[]) {
  const scopeMetrics = points.map(({ scope, attributes = [] }) => {
    const dataPoints = [{ attributes, timeUnixNano: `${NOW.getTime()}000000`, asInt: '1' }]
    return { ...(scope ? { scope } : {}), metrics: [{ name: 'requests', sum: { isMonotonic: true, aggregationTemporality: 2, dataPoints } }] }
  })
  return { resourceMetrics: [{ scopeMetrics }] }
}

/** The same points by both encodings. */
function pointsOf(points: readonly Scoped[]): readonly TelemetryPoint[] {
  const request = requestOf(points)
  const json = decodeOtlp(Buffer.from(JSON.stringify(request)), 'json', NOW).points
  const bytes = MetricsRequest.encode(MetricsRequest.fromObject(request)).finish()
  expect(decodeOtlp(Buffer.from(bytes), 'protobuf', NOW).points).toEqual(json)
  return json
}

const attribute = (value: object) => ({ attributes: [{ key: 'tags', value }] })
const array = (...texts: string[]) => ({ arrayValue: { values: texts.map((stringValue) => ({ stringValue })) } })
const map = (...entries: [string, object][]) => ({ kvlistValue: { values: entries.map(([key, value]) => ({ key, value })) } })

describe('points', () => {
  it('that differ by name or version of their scope are of series of their own', () => {
    const points = pointsOf([
      {},
      { scope: { name: 'http' } },
      { scope: { name: 'grpc' } },
      { scope: { name: 'http', version: '1' } },
      { scope: { name: 'http', version: '2' } },
      // An attribute of the same name does not hide the scope.
      { scope: { name: 'http', version: '3' }, attributes: [{ key: 'otel.scope.version', value: { stringValue: '1' } }] },
    ])
    expect(new Set(points.map(({ series }) => series)).size).toBe(6)
    expect(points[3]?.labels).toEqual({ 'otel.scope.name': 'http', 'otel.scope.version': '1' })
  })

  it('that differ by a list, a map or bytes are of series of their own', () => {
    const values = [array('a', 'b'), array('b', 'a'), array('a,b'), array(), map(['a', { intValue: '1' }]), map(['a', { intValue: '2' }]), map()]
    const points = pointsOf([...values, { bytesValue: 'AQI=' }, { bytesValue: 'AQM=' }].map(attribute))
    expect(new Set(points.map(({ series }) => series)).size).toBe(values.length + 2)
  })
})

describe('a label', () => {
  it.each([
    ['a text', { stringValue: 'x' }, 'x'],
    ['a number', { doubleValue: 1.5 }, '1.5'],
    ['no', { boolValue: false }, 'false'],
    ['an integer that no double holds', { intValue: '9007199254740993' }, '9007199254740993'],
    ['a negative integer', { intValue: '-2' }, '-2'],
    ['bytes', { bytesValue: 'AQI=' }, 'AQI='],
    ['a list', { arrayValue: { values: [{ stringValue: 'a"' }, { intValue: '1' }, { boolValue: true }, {}] } }, '["a\\"",1,true,null]'],
    ['a map, by its keys', map(['b', array('x')], ['a', { doubleValue: 0.5 }]), '{"a":0.5,"b":["x"]}'],
  ])('is %s', (_, value, text) => {
    expect(pointsOf([attribute(value)])[0]?.labels).toEqual({ tags: text })
  })

  it('is none where there is no value', () => {
    expect(pointsOf([attribute({}), attribute({ stringValue: '' })]).map(({ labels }) => labels)).toEqual([{}, {}])
  })

  it('of values too deep within each other is refused with its body', () => {
    for (const depth of [40, 20_000]) {
      const nested = `${'{"arrayValue":{"values":['.repeat(depth)}${']}}'.repeat(depth)}`
      const body = JSON.stringify(requestOf([attribute({})])).replace('"value":{}', `"value":${nested}`)
      expect(() => decodeOtlp(Buffer.from(body), 'json', NOW)).toThrow(TelemetryMalformed)
    }
  })
})

it('refuses the points of a resource that says more than is kept of a series, and no others', () => {
  const metrics = requestOf([{}]).resourceMetrics[0]?.scopeMetrics
  const of = (length: number) => ({ resource: { attributes: [{ key: 'k', value: { stringValue: 'x'.repeat(length) } }] }, scopeMetrics: metrics })
  const { points, refused } = decodeOtlp(Buffer.from(JSON.stringify({ resourceMetrics: [of(65_000), of(66_000)] })), 'json', NOW)
  expect(points).toHaveLength(1)
  expect(refused).toEqual([{ reason: 'requests: a resource with more than 65536 characters of attributes', count: 1, example: '' }])
})
