import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { quantileOf, QUANTILES } from '../../slo/histogram.js'
import type { Indicator } from '../../slo/slo.js'
import { bitsOf, double, field, fixed64, message, remoteWrite, sample, series, varint, zigzag } from '../../test/protobuf-by-hand.js'
import { openTestStores, type TestStores } from '../../test/stores.js'
import { createTelemetryIntake } from './intake.js'
import { decodeOtlp } from './otlp/decode.js'
import type { Decoded } from './point.js'
import { decodeRemoteWrite } from './remote-write/decode.js'
import { changedPlaces, rollUp } from './roll-up.js'

let stores: TestStores
beforeAll(async () => {
  stores = await openTestStores()
})
afterAll(() => stores?.close())
beforeEach(async () => {
  for (const table of ['sli_samples', 'sli_minutes']) await stores.analytics.command(`TRUNCATE TABLE ${table}`)
})

const NOW = new Date('2026-11-02T10:10:00Z')
const at = (minute: number) => new Date(Date.parse('2026-11-02T10:00:00Z') + minute * 60_000)
const latency: Indicator = {
  name: 'latency',
  displayName: '',
  description: '',
  service: null,
  unit: 's',
  measure: { kind: 'latency', histogram: { metric: 'took', matchers: [] }, threshold: 0.5 },
  labels: {},
}

/** Stored in these portions, and rolled up after each. */
async function taken(...portions: Decoded[]): Promise<void> {
  const intake = createTelemetryIntake({ analytics: stores.analytics, indicators: async () => [latency], now: () => NOW, seriesLimit: 1000 })
  for (const { points, refused } of portions) {
    expect(refused).toEqual([])
    expect(await intake.take({ points, refused }, 'prometheus')).toEqual([])
    await rollUp(stores.analytics, await changedPlaces(stores.analytics, new Date(0)), new Date())
  }
}

type Minute = { good: number; total: number; quantiles: (number | null)[]; count: number }

async function minutes(): Promise<Minute[]> {
  const rows = await stores.analytics.query<{ good: number; total: number; index: number[]; counts: string[] }>(
    'SELECT toFloat64(good) / 1e6 AS good, toFloat64(total) / 1e6 AS total, bucket_index AS index, bucket_count AS counts FROM sli_minutes FINAL ORDER BY minute, version_name',
  )
  return rows.map(({ good, total, index, counts }) => {
    const buckets = new Map(index.map((one, place) => [one, Number(counts[place])]))
    const count = [...buckets.values()].reduce((sum, one) => sum + one, 0)
    return { good, total, count, quantiles: QUANTILES.map(({ level }) => quantileOf(buckets, level)) }
  })
}

/** Whether each is as expected to the width of a stored bucket, 9 %. */
function expectClose(actual: readonly (number | null)[] | undefined, expected: readonly number[]): void {
  for (const [index, value] of expected.entries()) {
    expect((actual?.[index] ?? 0) / value, `${QUANTILES[index]?.name}: ${actual?.[index]}, not ${value}`).toBeGreaterThan(1 / 1.095)
    expect((actual?.[index] ?? 0) / value, `${QUANTILES[index]?.name}: ${actual?.[index]}, not ${value}`).toBeLessThan(1.095)
  }
}

const decoded = (...all: number[][]) => decodeRemoteWrite(remoteWrite(...all), 1024 * 1024, NOW)

/** A classic histogram as Prometheus sends it: a series for each bound, and one of all. */
function classic(minute: number, upTo: Record<string, number>, labels: Record<string, string> = {}): number[][] {
  const place = { job: 'cart', ...labels }
  const bounds = Object.entries(upTo).map(([le, count]) => series({ __name__: 'took_bucket', ...place, le }, sample(bitsOf(count), at(minute))))
  return [...bounds, series({ __name__: 'took_count', ...place }, sample(bitsOf(upTo['+Inf'] ?? 0), at(minute)))]
}

describe('a classic histogram of Prometheus', () => {
  const none = { '0.1': 0, '0.25': 0, '0.5': 0, '1.0': 0, '+Inf': 0 }
  const some = { '0.1': 100, '0.25': 400, '0.5': 900, '1.0': 1000, '+Inf': 1000 }
  // By straight lines between the bounds, as Prometheus itself: 500 is a fifth of the third bucket.
  const quantiles = [0.3, 0.75, 0.95]

  it('gives quantiles beside its share, whichever requests its series come in', async () => {
    await taken(
      decoded(...classic(1, none)),
      ...classic(2, some)
        .reverse()
        .map((one) => decoded(one)),
    )
    const [, second] = await minutes()
    expect(second).toMatchObject({ good: 900, total: 1000, count: 1000 })
    expectClose(second?.quantiles, quantiles)
  })

  it('adds up processes, each with the bounds that it has', async () => {
    const [a, b] = [{ instance: 'a' }, { instance: 'b' }]
    const other = { '0.5': 0, '4': 0, '+Inf': 0 }
    await taken(
      decoded(...classic(1, none, a), ...classic(1, other, b)),
      decoded(...classic(2, some, a), ...classic(2, { '0.5': 0, '4': 1000, '+Inf': 1000 }, b)),
    )
    const [, second] = await minutes()
    expect(second).toMatchObject({ good: 900, total: 2000, count: 2000 })
    // Half of them are the fast ones; 1,900 of 2,000 is nine tenths of the way from 0.5 to 4, but for the hundred slow ones of the first.
    expectClose([second?.quantiles[1] ?? null], [0.5 + 3.5 * 0.9])
  })

  it('counts above its last bound just above it, and begins again where it was restarted', async () => {
    await taken(
      decoded(...classic(1, some)),
      decoded(...classic(2, { ...none, '+Inf': 10 })),
      decoded(...classic(3, { '0.1': 50, '0.25': 50, '0.5': 50, '1.0': 50, '+Inf': 60 })),
    )
    const [, restarted, after] = await minutes()
    expect(restarted).toMatchObject({ good: 0, total: 10, count: 10 })
    expectClose(restarted?.quantiles, [1.05, 1.05, 1.05])
    expect(after).toMatchObject({ good: 50, total: 50, count: 50 })
  })

  it('with a bound that is no number or without one is as if that were not there', async () => {
    const bad = (le: string) => series({ __name__: 'took_bucket', job: 'cart', le }, sample(bitsOf(5), at(2)))
    const without = series({ __name__: 'took_bucket', job: 'cart' }, sample(bitsOf(5), at(2)))
    await taken(decoded(...classic(1, none)), decoded(...classic(2, some), bad('wide'), bad(''), without))
    expectClose((await minutes())[1]?.quantiles, quantiles)
  })
})

describe('a native histogram of Prometheus', () => {
  /** Of schema 3, whose buckets are those that are stored; `reset` says that it began anew. */
  function native(minute: number, deltas: readonly number[], reset = false): number[] {
    const counts = deltas.reduce<number[]>((all, delta) => [...all, (all.at(-1) ?? 0) + delta], [])
    const total = counts.reduce((sum, count) => sum + count, 0)
    const histogram = message(4, [
      ...field(1, 0, ...varint(BigInt(total))),
      ...fixed64(3, bitsOf(1)),
      ...field(4, 0, ...zigzag(3)),
      ...double(5, 0),
      ...message(11, [...field(1, 0, ...zigzag(-15)), ...field(2, 0, ...varint(BigInt(deltas.length)))]),
      ...message(12, deltas.flatMap(zigzag)),
      ...field(14, 0, ...varint(reset ? 1n : 0n)),
      ...field(15, 0, ...varint(BigInt(at(minute).getTime()))),
    ])
    return series({ __name__: 'took', job: 'cart' }, histogram)
  }

  it('gives its share and its quantiles', async () => {
    // Buckets −15 to −1 end at 2^(−15/8) … 2^(−1/8); those up to −8 are at most a half of a second.
    const even = [10, ...Array.from({ length: 14 }, () => 0)]
    await taken(
      decoded(
        native(
          1,
          even.map(() => 0),
        ),
      ),
      decoded(native(2, even)),
    )
    const [, second] = await minutes()
    expect(second).toMatchObject({ good: 80, total: 150, count: 150 })
    expectClose(second?.quantiles, [2 ** (-8.5 / 8), 2 ** (-1.75 / 8), 2 ** (-1.15 / 8)])
  })

  it('that says it was reset counts from zero, though it did not fall', async () => {
    await taken(decoded(native(1, [4, 0])), decoded(native(2, [5, 0])), decoded(native(3, [6, 0], true)))
    expect((await minutes()).map(({ total, count }) => [total, count])).toEqual([
      [0, 0],
      [2, 2],
      [12, 12],
    ])
  })
})

describe('a histogram of OpenTelemetry', () => {
  const nano = (time: Date) => `${time.getTime()}000000`

  function body(minute: number, data: object, kind: 'histogram' | 'exponentialHistogram') {
    const point = { startTimeUnixNano: nano(at(0)), timeUnixNano: nano(at(minute)), ...data }
    const metrics = [{ name: 'took', [kind]: { aggregationTemporality: 2, dataPoints: [point] } }]
    const resource = { attributes: [{ key: 'service.name', value: { stringValue: 'cart' } }] }
    return decodeOtlp(Buffer.from(JSON.stringify({ resourceMetrics: [{ resource, scopeMetrics: [{ metrics }] }] })), 'json', NOW)
  }

  it('with bounds of its own gives the quantiles that Prometheus gives of the same', async () => {
    const explicitBounds = [0.1, 0.25, 0.5, 1]
    await taken(
      body(1, { count: 0, bucketCounts: [0, 0, 0, 0, 0], explicitBounds }, 'histogram'),
      body(2, { count: 1000, bucketCounts: [100, 300, 500, 100, 0], explicitBounds }, 'histogram'),
    )
    const [, second] = await minutes()
    expect(second).toMatchObject({ good: 900, total: 1000, count: 1000 })
    expectClose(second?.quantiles, [0.3, 0.75, 0.95])
  })

  it('with exponential buckets wider than those stored has its values in their own buckets, evenly', async () => {
    // Of scale 0 the fourth bucket is from 8 to 16, the fifth from 16 to 32.
    await taken(body(1, { count: 1000, scale: 0, positive: { offset: 3, bucketCounts: [750, 250] } }, 'exponentialHistogram'))
    const [first] = await minutes()
    expect(first).toMatchObject({ good: 0, total: 1000, count: 1000 })
    expectClose(first?.quantiles, [8 + 8 * (500 / 750), 16 + 16 * (200 / 250), 16 + 16 * (240 / 250)])
  })
})
