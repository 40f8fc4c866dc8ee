import type { AnalyticsStore } from '../../store/analytics/analytics-store.js'
import { withClassicBuckets } from './classic-buckets.js'

/** A running total goes on from the reading before it, where that is at most so old; else it begins anew. */
export const CONTINUES_MS = 15 * 60_000
/** Where a sender does not say when it began to count: a series that appears later than others of its place counts from zero. */
const APPEARS_LATER_MS = 90_000
const PLACES_AT_ONCE = 500
const HOUR_MS = 3_600_000

/** One indicator of one service in one environment, and between which times its readings changed. */
export type ChangedPlace = { service: string; sli: string; environment: string; first: string; last: string }

/** What was stored since, by when it was received. */
export async function changedPlaces(analytics: AnalyticsStore, since: Date): Promise<ChangedPlace[]> {
  const sql = `SELECT service, sli, environment, min(at) AS first, max(at) AS last FROM sli_samples
    WHERE received_at >= {since:DateTime64(3)} GROUP BY service, sli, environment ORDER BY first`
  return await analytics.query<ChangedPlace>(sql, { since })
}

/**
 * Makes the minutes anew that readings of these places bear on. The same readings give the same minutes, in whatever order and
 * however often they came. A reading belongs to the minute in which it ends: one at 10:01:00 to that of 10:00.
 */
export async function rollUp(analytics: AnalyticsStore, places: readonly ChangedPlace[], now: Date): Promise<void> {
  for (const batch of together(places)) {
    const first = Math.min(...batch.map((place) => Date.parse(place.first)))
    const last = Math.max(...batch.map((place) => Date.parse(place.last)))
    const from = Math.floor((first - 1) / 60_000) * 60_000
    // The reading after the last one continues from it.
    const to = Math.ceil((last + CONTINUES_MS) / 60_000) * 60_000
    await analytics.command(ROLL_UP, {
      places: batch.map(({ service, sli, environment }) => [service, sli, environment].join('\n')),
      from: new Date(from),
      to: new Date(to),
      // What a reading goes on from, and whether its place was known before it.
      reach: new Date(from - CONTINUES_MS),
      version: now.getTime(),
    })
  }
}

/** Late readings apart from those of now, so that not all is made anew for their sake. */
function together(places: readonly ChangedPlace[]): ChangedPlace[][] {
  const byHour = new Map<number, ChangedPlace[]>()
  for (const place of places) {
    const hour = Math.floor(Date.parse(place.first) / HOUR_MS)
    byHour.set(hour, [...(byHour.get(hour) ?? []), place])
  }
  return [...byHour.values()].flatMap((all) =>
    Array.from({ length: Math.ceil(all.length / PLACES_AT_ONCE) }, (_, index) => all.slice(index * PLACES_AT_ONCE, (index + 1) * PLACES_AT_ONCE)),
  )
}

const READINGS = `SELECT service, sli, environment, region, cohort, version_name, series, source, temporality, at, start_at,
    toUnixTimestamp64Milli(at) AS at_ms, counter, good, total, value, cost, bucket_index, CAST(bucket_count, 'Array(Int64)') AS bucket_count, histogram, bound
  FROM sli_samples FINAL
  WHERE at > {reach:DateTime64(3)} AND at <= {to:DateTime64(3)} AND concat(service, '\\n', sli, '\\n', environment) IN {places:Array(String)}`

const WITH_BEFORE = `SELECT *,
    lagInFrame(at_ms) OVER series_so_far AS before_ms,
    lagInFrame(counter) OVER series_so_far AS before_counter,
    lagInFrame(good) OVER series_so_far AS before_good,
    lagInFrame(total) OVER series_so_far AS before_total,
    lagInFrame(bucket_index) OVER series_so_far AS before_index,
    lagInFrame(bucket_count) OVER series_so_far AS before_count,
    min(at_ms) OVER (PARTITION BY service, sli, environment, source ORDER BY at_ms RANGE BETWEEN ${CONTINUES_MS} PRECEDING AND CURRENT ROW) AS place_ms
  FROM (${READINGS})
  WINDOW series_so_far AS (PARTITION BY service, sli, environment, series ORDER BY at_ms ROWS BETWEEN 1 PRECEDING AND CURRENT ROW)`

const DELTAS = `SELECT *,
    before_ms > 0 AND before_ms >= at_ms - ${CONTINUES_MS} AS continues,
    toUnixTimestamp64Milli(start_at) AS start_ms,
    multiIf(
      temporality != 'cumulative', 'whole',
      continues AND (counter < before_counter OR start_ms > before_ms), 'whole',
      continues, 'rest',
      start_ms > 0, if(start_ms >= at_ms - ${CONTINUES_MS}, 'whole', 'nothing'),
      place_ms <= at_ms - ${APPEARS_LATER_MS}, 'whole',
      'nothing') AS taken,
    multiIf(taken = 'whole', good, taken = 'rest', good - before_good, 0) AS good_since,
    multiIf(taken = 'whole', total, taken = 'rest', total - before_total, 0) AS total_since,
    multiIf(taken = 'whole', counter, taken = 'rest', counter - before_counter, 0) AS counter_since,
    multiIf(taken = 'whole', (bucket_index, bucket_count), taken = 'rest', mapSubtract((bucket_index, bucket_count), (before_index, before_count)), ([], [])) AS grown,
    -- Where a bucket falls though the total did not, the sender has other buckets than before, and they cannot be compared.
    if(arrayExists(count -> count < 0, grown.2), ([], []), grown) AS buckets_since
  FROM (${WITH_BEFORE})`

const PLACE = 'service, sli, environment, region, cohort, version_name'

/** What a minute of a place holds; of a classic histogram, which has a series for each bound, bound by bound. */
const BY_BOUND = `SELECT ${PLACE}, toStartOfMinute(at - INTERVAL 1 MILLISECOND) AS minute, histogram, bound,
    sum(good_since) AS good_now, sum(total_since) AS total_now,
    sumIf(value, temporality = 'gauge') AS values_now, countIf(temporality = 'gauge') AS values_count,
    minIf(value, temporality = 'gauge') AS least_now, maxIf(value, temporality = 'gauge') AS most_now,
    sum(cost) AS cost_now, sumMap(buckets_since.1, buckets_since.2) AS buckets_now, sum(counter_since) AS counted_now, count() AS samples_now
  FROM (${DELTAS})
  WHERE at > {from:DateTime64(3)}
  GROUP BY ${PLACE}, minute, histogram, bound`

const BY_HISTOGRAM = `SELECT ${PLACE}, minute,
    sum(good_now) AS good_all, sum(total_now) AS total_all, sum(values_now) AS values_all, sum(values_count) AS count_all,
    minIf(least_now, values_count > 0) AS least_all, maxIf(most_now, values_count > 0) AS most_all, sum(cost_now) AS cost_all,
    sumMap(buckets_now.1, buckets_now.2) AS buckets_all, sum(samples_now) AS samples_all,
    arraySort(groupArrayIf((bound, toFloat64(counted_now) / 1e6), histogram != 0)) AS reached
  FROM (${BY_BOUND})
  GROUP BY ${PLACE}, minute, histogram`

const ROLL_UP = `INSERT INTO sli_minutes (${PLACE}, minute, good, total,
    value_sum, value_count, value_min, value_max, cost, bucket_index, bucket_count, samples, version)
  SELECT ${PLACE}, minute, sum(good_all), sum(total_all),
    sum(values_all), sum(count_all), minIf(least_all, count_all > 0), maxIf(most_all, count_all > 0), sum(cost_all),
    (sumMap(arrayConcat(buckets_all.1, classic_index), arrayConcat(buckets_all.2, classic_count)) AS buckets).1,
    CAST(buckets.2, 'Array(UInt64)'), sum(samples_all), {version:UInt64}
  FROM (${withClassicBuckets(BY_HISTOGRAM)})
  GROUP BY ${PLACE}, minute`
