import type { DataSource } from 'typeorm'
import { readKept, saveKept } from '../../slo/kept.js'
import type { AnalyticsStore } from '../../store/analytics/analytics-store.js'

const DAY_MS = 86_400_000
/** Minutes may become visible this long after the time they say they were made. */
const OVERLAP_MS = 10 * 60_000
/** What is read from hours is at least this much younger than what is gone from the minutes. */
const DAYS_OF_BOTH = 2

export type HoursOptions = { analytics: AnalyticsStore; dataSource: DataSource; minutesDays: number }

/** Makes the hours of the days whose minutes changed, and then lets readers go by hours where minutes are about to go. */
export async function makeHours({ analytics, dataSource, minutesDays }: HoursOptions, now: Date): Promise<void> {
  const { madeTo } = await readKept(dataSource)
  const today = Math.floor(now.getTime() / DAY_MS) * DAY_MS
  const minutesSince = new Date(today - (minutesDays - DAYS_OF_BOTH) * DAY_MS)
  // Hours older than that are as they will be: of their minutes some may be gone.
  const days = await analytics.query<{ day: string }>(
    `SELECT DISTINCT toStartOfDay(minute) AS day FROM sli_minutes
     WHERE version >= {since:UInt64} AND minute >= {from:DateTime64(3)} ORDER BY day`,
    { since: Math.max(0, madeTo - OVERLAP_MS), from: new Date(minutesSince.getTime() - DAY_MS) },
  )
  for (const { day } of days) {
    const from = new Date(day)
    await analytics.command(HOURS_OF_A_DAY, { from, to: new Date(from.getTime() + DAY_MS), version: now.getTime() })
  }
  await saveKept(dataSource, { madeTo: now.getTime(), minutesSince })
}

const MINUTES_OF_PLACES = `SELECT service, sli, environment, region, toStartOfHour(minute) AS hour,
    greatest(least(sum(good), sum(total)), 0) AS good_now, sum(total) AS total_now, sum(value_sum) AS values_now, sum(value_count) AS count_now,
    minIf(value_min, value_count > 0) AS least_now, maxIf(value_max, value_count > 0) AS most_now, sum(cost) AS cost_now,
    sumMap(bucket_index, bucket_count) AS buckets_now
  FROM sli_minutes FINAL
  WHERE minute >= {from:DateTime64(3)} AND minute < {to:DateTime64(3)}
  GROUP BY service, sli, environment, region, minute`

const HOURS_OF_A_DAY = `INSERT INTO sli_hours (service, sli, environment, hour, region, good, total, value_sum, value_count, value_min, value_max, cost,
    bucket_index, bucket_count, version)
  SELECT service, sli, environment, hour, region, sum(good_now), sum(total_now), sum(values_now), sum(count_now),
    minIf(least_now, count_now > 0), maxIf(most_now, count_now > 0), sum(cost_now),
    (sumMap(buckets_now.1, buckets_now.2) AS buckets).1, buckets.2, {version:UInt64}
  FROM (${MINUTES_OF_PLACES})
  GROUP BY service, sli, environment, hour, region`
