import { numberOf, unsignedOf } from '../long.js'
import { createCollector, type Collector, type Decoded, type Distribution, type Refusal, type TelemetryPoint } from '../point.js'
import { labelsOf, scopeLabels } from './attributes.js'
import {
  malformed,
  MetricsRequest,
  MetricsRequestUnread,
  MetricsResponse,
  type Encoding,
  type ExponentialPoint,
  type HistogramPoint,
  type Metric,
  type NumberPoint,
  type Request,
} from './messages.js'
import { namedBy, senderOf, type Sender } from './point-series.js'

const NO_RECORDED_VALUE = 1
const TEMPORALITY = { 1: 'delta', 2: 'cumulative' } as const
const FINEST_SCALE = 20
/** In characters: all of it is part of each of its series. */
const LONGEST_RESOURCE = 64 * 2 ** 10

/** Reads an OTLP/HTTP metrics request. Throws `TelemetryMalformed` where it does not parse. */
export function decodeOtlp(body: Buffer, encoding: Encoding, now: Date): Decoded {
  const collector = createCollector(now)
  for (const { resource, scopeMetrics } of parse(body, encoding).resourceMetrics) {
    const common = labelsOf(resource?.attributes ?? [])
    for (const { scope, metrics } of scopeMetrics) {
      const sender = senderOf(common, scopeLabels(scope))
      for (const metric of metrics) collect(metric, sender, collector)
    }
  }
  return collector.result()
}

/** The answer to a request of which some points were refused, or none. */
export function encodeOtlpAnswer(refused: readonly Refusal[], encoding: Encoding): Buffer {
  const rejectedDataPoints = refused.reduce((sum, { count }) => sum + count, 0)
  const answer =
    rejectedDataPoints === 0
      ? {}
      : { partialSuccess: { rejectedDataPoints, errorMessage: refused.map(({ reason, count }) => `${reason} (${count})`).join('; ') } }
  return encoding === 'json' ? Buffer.from(JSON.stringify(answer)) : Buffer.from(MetricsResponse.encode(MetricsResponse.fromObject(answer)).finish())
}

function parse(body: Buffer, encoding: Encoding): Request {
  try {
    if (encoding === 'protobuf') return MetricsRequestUnread.decode(body) as unknown as Request
    return MetricsRequest.fromObject(objectIn(body)) as unknown as Request
  } catch (error) {
    throw malformed(encoding, error)
  }
}

function objectIn(body: Buffer): Record<string, unknown> {
  const value: unknown = JSON.parse(body.toString('utf8'))
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new TypeError('it is no object')
  return value as Record<string, unknown>
}

function collect(metric: Metric, sender: Sender, collector: Collector): void {
  const { name, gauge, sum, histogram, exponentialHistogram, summary } = metric
  const add = (
    point: NumberPoint | HistogramPoint | ExponentialPoint,
    temporality: TelemetryPoint['temporality'] | undefined,
    value: Value | null,
  ) => {
    if ((point.flags & NO_RECORDED_VALUE) !== 0) return
    if (sender.length > LONGEST_RESOURCE) return collector.refuse(`${name}: a resource with more than ${LONGEST_RESOURCE} characters of attributes`)
    if (temporality === undefined) return collector.refuse(`${name}: no aggregation temporality`)
    if (value === null) return collector.refuse(`${name}: histogram bounds that do not fit its counts`)
    const startAt = unsignedOf(point.startTimeUnixNano) / 1e6
    const { labels, series } = namedBy(sender, name, point.attributes)
    collector.add({
      metric: name,
      labels,
      series,
      at: Math.floor(unsignedOf(point.timeUnixNano) / 1e6),
      startAt: startAt > 0 ? Math.floor(startAt) : null,
      temporality,
      value: value.value,
      distribution: value.distribution,
    })
  }
  for (const point of gauge?.dataPoints ?? []) add(point, 'gauge', scalar(point))
  // A sum that may fall is a level, whatever its sender adds it up from.
  for (const point of sum?.dataPoints ?? []) add(point, sum?.isMonotonic ? temporalityOf(sum) : 'gauge', scalar(point))
  for (const point of histogram?.dataPoints ?? []) add(point, temporalityOf(histogram), distributed(explicitBuckets(point), point))
  for (const point of exponentialHistogram?.dataPoints ?? [])
    add(point, temporalityOf(exponentialHistogram), distributed(exponentialBuckets(point), point))
  if (summary && summary.dataPoints.length > 0)
    collector.refuse(`${name}: summaries hold quantiles, which cannot be added up`, summary.dataPoints.length)
}

function temporalityOf(data: { aggregationTemporality: number } | null | undefined): 'delta' | 'cumulative' | undefined {
  return TEMPORALITY[data?.aggregationTemporality as 1 | 2]
}

type Value = Pick<TelemetryPoint, 'value' | 'distribution'>

function scalar(point: NumberPoint): Value {
  if (point.value === undefined) return { value: null, distribution: null }
  return { value: point.value === 'asInt' ? numberOf(point.asInt) : point.asDouble, distribution: null }
}

function distributed(buckets: Distribution['buckets'] | null, { count }: HistogramPoint | ExponentialPoint): Value | null {
  return buckets && { value: null, distribution: { count: unsignedOf(count), buckets } }
}

function explicitBuckets({ bucketCounts, explicitBounds }: HistogramPoint): Distribution['buckets'] | null {
  if (bucketCounts.length !== (bucketCounts.length === 0 && explicitBounds.length === 0 ? 0 : explicitBounds.length + 1)) return null
  return bucketCounts.map((count, index) => ({ upper: explicitBounds[index] ?? Infinity, count: unsignedOf(count) }))
}

/** Bucket i of scale s holds values above 2^(i / 2^s) and up to 2^((i + 1) / 2^s). */
function exponentialBuckets({ scale, zeroCount, zeroThreshold, positive, negative }: ExponentialPoint): Distribution['buckets'] | null {
  if (Math.abs(scale) > FINEST_SCALE || !(zeroThreshold >= 0)) return null
  const bound = (index: number) => 2 ** (index / 2 ** scale)
  const below = (negative?.bucketCounts ?? []).map((count, index) => ({ upper: -bound((negative?.offset ?? 0) + index), count: unsignedOf(count) }))
  const above = (positive?.bucketCounts ?? []).map((count, index) => ({
    upper: bound((positive?.offset ?? 0) + index + 1),
    count: unsignedOf(count),
  }))
  const zero = unsignedOf(zeroCount)
  const upToZero = [...below.reverse(), ...(zero > 0 ? [{ upper: zeroThreshold, count: zero }] : [])]
  return [...upToZero, ...lowerBound(bound(positive?.offset ?? 0), above, upToZero), ...above]
}

/** Where the first bucket does not begin at the one before it, one without values says where it begins. */
function lowerBound(upper: number, buckets: Distribution['buckets'], before: Distribution['buckets']): Distribution['buckets'] {
  return buckets.length > 0 && upper > Math.max(0, before.at(-1)?.upper ?? 0) ? [{ upper, count: 0 }] : []
}
