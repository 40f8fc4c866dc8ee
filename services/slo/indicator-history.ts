import type { AnalyticsStore } from '../store/analytics/analytics-store.js'
import { everyName } from '../store/analytics/service-names.js'
import { QUANTILES, quantileOf, type Buckets } from './histogram.js'

export type IndicatorPoint = { at: Date; good: number; total: number; value: number | null; quantiles: { name: string; value: number }[] }

/** `buckets` are of all its points. */
export type IndicatorSeries = { indicator: string; environment: string; points: IndicatorPoint[]; buckets: Map<number, number> }

type Asked = {
  service: string
  environments: readonly string[]
  from: Date
  to: Date
  /** Whole minutes; whole hours where it begins before `minutesSince`. */
  stepSeconds: number
  /** Before this, hours are read. */
  minutesSince: Date
}

type Row = {
  sli: string
  environment: string
  at: string
  good_sum: string
  total_sum: string
  values_sum: string
  values_count: string
  buckets: [number[], string[]]
}

const MILLION = 1e6

/** What the indicators of a service did, by steps; steps without data are left out. */
export async function indicatorHistory(
  analytics: AnalyticsStore,
  { service, environments, from, to, stepSeconds, minutesSince }: Asked,
): Promise<IndicatorSeries[]> {
  const rows = await analytics.query<Row>(
    `SELECT sli, environment, toDateTime(intDiv(toUnixTimestamp(told_at), {step:UInt32}) * {step:UInt32}, 'UTC') AS at,
       sum(good) AS good_sum, sum(total) AS total_sum, sum(value_sum) AS values_sum, sum(value_count) AS values_count, sumMap(bucket_index, bucket_count) AS buckets
     FROM (${TOLD('sli_minutes', 'minute', '>=')}${from < minutesSince ? ` UNION ALL ${TOLD('sli_hours', 'hour', '<')}` : ''})
     GROUP BY sli, environment, at ORDER BY sli, environment, at`,
    { service, environments, from, to, step: stepSeconds, minutesSince },
  )
  const series = new Map<string, IndicatorSeries>()
  for (const row of rows) {
    const key = `${row.sli}\n${row.environment}`
    const own: IndicatorSeries = series.get(key) ?? { indicator: row.sli, environment: row.environment, points: [], buckets: new Map() }
    series.set(key, own)
    const buckets = bucketsOf(row)
    own.points.push(pointOf(row, buckets))
    for (const [index, count] of buckets) own.buckets.set(index, (own.buckets.get(index) ?? 0) + count)
  }
  return [...series.values()]
}

const TOLD = (
  table: string,
  at: string,
  side: '>=' | '<',
) => `SELECT sli, environment, ${at} AS told_at, good, total, value_sum, value_count, bucket_index, bucket_count
  FROM ${table} FINAL
  WHERE service IN (${everyName('[{service:String}]')}) AND environment IN {environments:Array(String)} AND ${at} ${side} {minutesSince:DateTime64(3)}
    AND ${at} >= {from:DateTime64(3)} AND ${at} < {to:DateTime64(3)}`

function bucketsOf({ buckets: [indices, counts] }: Row): Buckets {
  return new Map(indices.map((index, place) => [index, Number(counts[place])]))
}

function pointOf({ at, good_sum, total_sum, values_sum, values_count }: Row, buckets: Buckets): IndicatorPoint {
  const total = Number(total_sum) / MILLION
  return {
    at: new Date(at),
    good: Math.min(total, Math.max(0, Number(good_sum) / MILLION)),
    total,
    value: Number(values_count) > 0 ? Number(values_sum) / MILLION / Number(values_count) : null,
    quantiles: QUANTILES.flatMap(({ name, level }) => {
      const value = quantileOf(buckets, level)
      return value === null ? [] : [{ name, value }]
    }),
  }
}
