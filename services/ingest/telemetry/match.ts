import { LRUCache } from 'lru-cache'
import { readPattern } from '../../slo/pattern.js'
import type { Indicator, Matcher, MetricSelector, Place } from '../../slo/slo.js'
import { NO_BOUND } from './classic-buckets.js'
import { SERIES_REMEMBERED, seriesOf, type Distribution, type TelemetryPoint } from './point.js'
import { storedBuckets } from './stored-buckets.js'

/** Where a reading belongs; an empty text where nothing is said. */
export type SamplePlace = { service: string; sli: string; environment: string; region: string; cohort: string; version_name: string }

/**
 * One reading of one indicator from one series, as it is stored. Numbers are in millionths, as decimal text. `counter` is the
 * running total by which a restart is seen; `good` may be below 0, where bad events come by a series of their own.
 */
export type Sample = SamplePlace & {
  source: string
  series: string
  temporality: TelemetryPoint['temporality']
  at: string
  start_at: string
  counter: string
  good: string
  total: string
  value: string
  cost: string
  bucket_index: number[]
  bucket_count: string[]
  /** Of a histogram that comes by a series for each bound: which it is, and the bound; else '0' and 0. */
  histogram: string
  bound: number
  rank: string
}

/** The names under which senders commonly say where a point belongs, best first. */
const COMMON_LABELS: Record<Place, string[]> = {
  service: ['service.name', 'service_name', 'service', 'job'],
  environment: ['deployment.environment.name', 'deployment.environment', 'deployment_environment_name', 'environment', 'env'],
  version: ['service.version', 'service_version', 'version'],
  cohort: ['cohort', 'rollout.cohort'],
  region: ['cloud.region', 'cloud_region', 'region'],
}

const COHORTS = new Set(['canary', 'baseline', 'stable'])
const DEFAULT_ENVIRONMENT = 'production'

/** What a series tells of an indicator; of `histogram_bucket` and `histogram_count` Prometheus sends a series each. */
type Role = 'good' | 'bad' | 'total' | 'value' | 'histogram' | 'histogram_bucket' | 'histogram_count'
type Wanted = { indicator: Indicator; role: Role; matches: (labels: Readonly<Record<string, string>>) => boolean }

/** What a series tells of an indicator, the same for all of its points. */
type Reading = { indicator: Indicator; roles: ReadonlySet<Role>; place: SamplePlace; bound: ClassicBound | null }

/** A series of a classic histogram of Prometheus, which counts the values up to its bound. */
type ClassicBound = { histogram: string; bound: number }

/** Finds what a point tells of the indicators. */
export type Matching = (point: TelemetryPoint, source: string) => Sample[]

export function compileIndicators(indicators: readonly Indicator[]): Matching {
  const byMetric = new Map<string, Wanted[]>()
  for (const indicator of indicators) {
    for (const { role, selector, suffix = '' } of selectorsOf(indicator)) {
      const name = selector.metric + suffix
      byMetric.set(name, [...(byMetric.get(name) ?? []), { indicator, role, matches: compileMatchers(selector.matchers) }])
    }
  }
  const known = new LRUCache<string, Reading[]>({ max: SERIES_REMEMBERED })

  function readingsOf({ series, metric, labels }: TelemetryPoint): Reading[] {
    const before = known.get(series)
    if (before) return before
    const roles = new Map<Indicator, Set<Role>>()
    for (const { indicator, role, matches } of byMetric.get(metric) ?? []) {
      if (matches(labels)) roles.set(indicator, new Set([...(roles.get(indicator) ?? []), role]))
    }
    const readings = [...roles].flatMap(([indicator, all]) => {
      const place = placeOf(labels, indicator)
      return place ? [{ indicator, roles: all, place, bound: all.has('histogram_bucket') ? boundOf(metric, labels) : null }] : []
    })
    known.set(series, readings)
    return readings
  }

  return (point, source) => {
    const samples: Sample[] = []
    for (const reading of readingsOf(point)) {
      const sample = sampleOf(point, source, reading)
      if (sample) samples.push(sample)
    }
    return samples
  }
}

function selectorsOf({ measure }: Indicator): { role: Role; selector: MetricSelector; suffix?: string }[] {
  if (measure.kind === 'reported') return []
  if (measure.kind === 'gauge') return [{ role: 'value', selector: measure.value }]
  if (measure.kind === 'latency') {
    const selector = measure.histogram
    return [
      { role: 'histogram', selector },
      { role: 'histogram_bucket', selector, suffix: '_bucket' },
      { role: 'histogram_count', selector, suffix: '_count' },
    ]
  }
  const { good, bad, total } = measure
  return [
    { role: 'total', selector: total },
    ...(good ? [{ role: 'good' as const, selector: good }] : []),
    ...(bad ? [{ role: 'bad' as const, selector: bad }] : []),
  ]
}

function compileMatchers(matchers: readonly Matcher[]): Wanted['matches'] {
  const tests = matchers.map(({ label, op, value }) => {
    const holds = op === '=~' || op === '!~' ? readPattern(value) : (text: string) => text === value
    // Saved before patterns had to be RE2: it reads nothing until it is saved anew, which tells the fault.
    if (typeof holds !== 'function') return () => false
    return (labels: Readonly<Record<string, string>>) => holds(labels[label] ?? '') === (op === '=' || op === '=~')
  })
  return (labels) => tests.every((test) => test(labels))
}

function boundOf(metric: string, { le = '', ...rest }: Readonly<Record<string, string>>): ClassicBound | null {
  const bound = le === '+Inf' ? NO_BOUND : Number(le)
  return le === '' || !Number.isFinite(bound) ? null : { histogram: seriesOf(metric, rest), bound }
}

function sampleOf(point: TelemetryPoint, source: string, { indicator, roles, place, bound }: Reading): Sample | null {
  const counts = countsOf(point, indicator, roles, bound)
  if (!counts) return null
  const { series, temporality, at, startAt, distribution } = point
  const [bucket_index, bucket_count] = distribution ? storedBuckets(distribution) : [[], []]
  // Field by field: this is done for every reading, and spreading takes longer than all the rest.
  return {
    service: place.service,
    sli: place.sli,
    environment: place.environment,
    region: place.region,
    cohort: place.cohort,
    version_name: place.version_name,
    source,
    series,
    temporality,
    at: storedTime(at),
    start_at: startAt === null ? UNKNOWN_START : storedTime(startAt),
    counter: counts.counter,
    good: counts.good,
    total: counts.total,
    value: counts.value,
    cost: '0',
    bucket_index,
    bucket_count,
    histogram: bound?.histogram ?? '0',
    bound: bound?.bound ?? 0,
    rank: counts.counter === '0' ? counts.value : counts.counter,
  }
}

const times = new LRUCache<number, string>({ max: 1_000 })

/** Points that come together mostly have the same times, and writing a time out takes as long as all else of a point. */
function storedTime(ms: number): string {
  const before = times.get(ms)
  if (before !== undefined) return before
  const text = new Date(ms).toISOString()
  times.set(ms, text)
  return text
}

const UNKNOWN_START = storedTime(0)

type Counts = Pick<Sample, 'counter' | 'good' | 'total' | 'value'>

function countsOf(
  { value, distribution }: TelemetryPoint,
  { measure }: Indicator,
  roles: ReadonlySet<Role>,
  bound: ClassicBound | null,
): Counts | null {
  if (roles.has('value')) return value === null ? null : { counter: '0', good: '0', total: '0', value: millionths(value) }
  if (measure.kind === 'latency') return latencyCounts(value, distribution, { threshold: measure.threshold, roles, bound })
  const count = value ?? distribution?.count ?? null
  if (count === null || measure.kind !== 'ratio') return null
  const total = roles.has('total') ? count : 0
  const good = measure.good ? (roles.has('good') ? count : 0) : total - (roles.has('bad') ? count : 0)
  return { counter: millionths(count), good: millionths(good), total: millionths(total), value: '0' }
}

/** A little above the threshold counts as at it, since a bound may have been a power of two or a decimal before. */
const SAME = 1 + 1e-9

function latencyCounts(
  value: number | null,
  distribution: Distribution | null,
  { threshold, roles, bound }: { threshold: number; roles: ReadonlySet<Role>; bound: ClassicBound | null },
): Counts | null {
  if (distribution) {
    const good = distribution.buckets.reduce((sum, { upper, count }) => (upper <= threshold * SAME ? sum + count : sum), 0)
    return { counter: millionths(distribution.count), good: millionths(good), total: millionths(distribution.count), value: '0' }
  }
  if (value === null) return null
  const count = millionths(value)
  if (roles.has('histogram_count')) return { counter: count, good: '0', total: count, value: '0' }
  if (!bound) return null
  const isThreshold = bound.bound <= threshold * SAME && bound.bound >= threshold / SAME
  return { counter: count, good: isThreshold ? count : '0', total: '0', value: '0' }
}

/** Null where the point does not say its service, or is of another than the indicator's. */
function placeOf(labels: Readonly<Record<string, string>>, indicator: Indicator): SamplePlace | null {
  const read = (place: Place) => {
    const own = indicator.labels[place]
    const names = own === undefined ? COMMON_LABELS[place] : [own]
    for (const name of names) if (labels[name]) return labels[name]
    return ''
  }
  const service = read('service')
  if (service === '' || (indicator.service !== null && indicator.service !== service)) return null
  const cohort = read('cohort').toLowerCase()
  return {
    service,
    sli: indicator.name,
    environment: read('environment') || DEFAULT_ENVIRONMENT,
    region: read('region'),
    cohort: COHORTS.has(cohort) ? cohort : '',
    version_name: read('version'),
  }
}

const MILLION = 1_000_000

/** A number in millionths, as text; whole numbers are exact. */
export function millionths(value: number): string {
  if (value === 0) return '0'
  if (Number.isSafeInteger(value)) return `${value}000000`
  if (Number.isInteger(value)) return `${BigInt(value) * BigInt(MILLION)}`
  const whole = Math.trunc(value)
  return String(BigInt(whole) * BigInt(MILLION) + BigInt(Math.round((value - whole) * MILLION)))
}
