import type { Indicator } from '../../slo/slo.js'
import type { AnalyticsStore } from '../../store/analytics/analytics-store.js'
import { compileIndicators, type Sample } from './match.js'
import type { TelemetryPoint } from './point.js'

const MOST_LOOKED_AT = 20_000
const MOST_SHOWN = 100

type SeriesRow = {
  source: string
  metric: string
  series: string
  labels: Record<string, string>
  temporality: TelemetryPoint['temporality']
  histogram: boolean
  last_at: string
}

/** Which of the series that were sent in the last days an indicator would read, and where their readings would belong. */
export async function tryIndicator(analytics: AnalyticsStore, indicator: Indicator) {
  const rows = await analytics.query<SeriesRow>(
    `SELECT source, metric, series, labels, temporality, histogram, last_at FROM telemetry_series FINAL ORDER BY source, metric, series LIMIT ${MOST_LOOKED_AT}`,
  )
  const match = compileIndicators([indicator])
  const found = rows.flatMap((row) => match(pointOf(row, indicator), row.source).map((sample) => ({ row, sample })))
  return { matched: found.length, looked: rows.length, series: found.slice(0, MOST_SHOWN).map(trialNode) }
}

/** A point as this series may send it; its numbers do not matter. */
function pointOf({ metric, series, labels, temporality, histogram, last_at }: SeriesRow, { measure }: Indicator): TelemetryPoint {
  const upper = measure.kind === 'latency' ? measure.threshold : 1
  const distribution = histogram ? { count: 1, buckets: [{ upper, count: 1 }] } : null
  return { metric, labels, series, at: Date.parse(last_at), startAt: null, temporality, value: histogram ? null : 1, distribution }
}

function trialNode({ row, sample }: { row: SeriesRow; sample: Sample }) {
  const { service, environment, version_name: version, cohort, region } = sample
  const labels = Object.entries(row.labels).map(([name, value]) => ({ name, value }))
  return { series: { source: row.source, metric: row.metric, labels, lastAt: row.last_at }, service, environment, version, cohort, region }
}
