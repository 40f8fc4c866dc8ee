import type { CanonicalEvent } from '../../domain/event.js'
import { dataOf } from '../../domain/event-data.js'
import type { AnalyticsStore } from '../../store/analytics/analytics-store.js'
import { millionths, type Sample } from './match.js'
import { seriesOf, type Distribution } from './point.js'
import { storedBuckets } from './stored-buckets.js'

type Sampled = {
  service: string
  sli: string
  environment: string
  from: string
  to: string
  good?: number
  total?: number
  value?: number
  histogram?: { bounds: number[]; counts: number[] }
  region?: string
  cohort?: string
  version?: string
  cost?: number
}

/** Stores what `sli.sampled` events report; doing it again changes nothing. A span belongs to the minute in which it ends. */
export async function recordSamples(analytics: AnalyticsStore, events: readonly CanonicalEvent[]): Promise<void> {
  const samples = events.filter(({ type }) => type === 'sli.sampled').flatMap(samplesOf)
  if (samples.length > 0) await analytics.insert('sli_samples', samples)
}

function samplesOf(event: CanonicalEvent): Sample[] {
  const data = dataOf(event) as Sampled
  const { service, sli, environment, good = 0, total = 0, value, histogram, cost = 0 } = data
  const base = {
    service,
    sli,
    environment,
    region: data.region ?? '',
    cohort: data.cohort ?? '',
    version_name: data.version ?? '',
    source: event.source,
    histogram: '0',
    bound: 0,
    reported: true,
    at: new Date(data.to).toISOString(),
    start_at: new Date(data.from).toISOString(),
    // A correction of a reading has a higher revision, and of two others the greater stands.
    rank: String(BigInt(event.revision) * 10n ** 30n + BigInt(millionths(total || (value ?? 0)))),
  }
  const place = { from: data.from, region: base.region, cohort: base.cohort, version: base.version_name, source: event.source }
  const [bucket_index, bucket_count] = histogram ? storedBuckets(distributionOf(histogram)) : [[], []]
  const counts: Sample[] =
    data.total === undefined && !histogram && data.cost === undefined
      ? []
      : [
          {
            ...base,
            series: seriesOf('counts', place),
            temporality: 'delta',
            counter: millionths(total),
            good: millionths(good),
            total: millionths(total),
            value: '0',
            cost: millionths(cost),
            bucket_index,
            bucket_count,
          },
        ]
  const values: Sample[] =
    value === undefined
      ? []
      : [
          {
            ...base,
            series: seriesOf('value', place),
            temporality: 'gauge',
            counter: '0',
            good: '0',
            total: '0',
            value: millionths(value),
            cost: '0',
            bucket_index: [],
            bucket_count: [],
          },
        ]
  return [...counts, ...values]
}

function distributionOf({ bounds, counts }: { bounds: number[]; counts: number[] }): Distribution {
  const buckets = counts.map((count, index) => ({ upper: bounds[index] ?? Infinity, count }))
  return { count: counts.reduce((sum, count) => sum + count, 0), buckets }
}
