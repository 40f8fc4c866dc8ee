import type { AnalyticsStore } from '../../store/analytics/analytics-store.js'

/** For how many days each resolution is kept. */
export type TelemetryDays = { readings: number; minutes: number; hours: number }

/** Has the store keep telemetry for as long as is said; what is older goes when the store next merges. */
export async function keepTelemetry(analytics: AnalyticsStore, { readings, minutes, hours }: TelemetryDays): Promise<void> {
  const wanted = {
    sli_samples: `if(reported, toDateTime(at) + toIntervalDay(${minutes}), toDateTime(received_at) + toIntervalDay(${readings}))`,
    sli_minutes: `minute + toIntervalDay(${minutes})`,
    sli_hours: `hour + toIntervalDay(${hours})`,
    telemetry_series: `toDateTime(last_at) + toIntervalDay(${readings})`,
  }
  const tables = await analytics.query<{ name: string; engine: string }>(
    'SELECT name, engine_full AS engine FROM system.tables WHERE database = currentDatabase() AND name IN {names:Array(String)}',
    { names: Object.keys(wanted) },
  )
  const present = new Map(tables.map(({ name, engine }) => [name, engine]))
  for (const [table, ttl] of Object.entries(wanted)) {
    // As the store writes it back, so that nothing is changed where nothing is to be.
    if (!present.get(table)?.includes(` TTL ${ttl} `)) await analytics.command(`ALTER TABLE ${table} MODIFY TTL ${ttl}`)
  }
}
