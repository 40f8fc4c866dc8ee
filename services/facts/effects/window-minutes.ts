import type { AnalyticsStore } from '../../store/analytics/analytics-store.js'
import { everyName } from '../../store/analytics/service-names.js'
import type { EffectWindow } from './windows.js'

/** What one place told of an indicator on one side of a rollout, now or some weeks before. */
export type Told = {
  deployment: string
  /** 0 is the rollout itself, 1 to 4 the weeks before. */
  week: number
  isAfter: boolean
  sli: string
  region: string
  cohort: string
  minutes: Minute[]
  buckets: Map<number, number>
  cost: number
}

/** `minute` counts from the start of its side. Counts in events; `values` of gauges, added up. */
export type Minute = { minute: number; bad: number; total: number; values: number; valueCount: number }

type Row = {
  deployment: string
  week: number
  is_after: number
  sli: string
  region: string
  cohort: string
  offsets: number[]
  goods: number[]
  totals: number[]
  value_sums: number[]
  value_counts: number[]
  buckets: [number[], string[]]
  cost_sum: string
}

export const SEASON_WEEKS = 4
const WEEK_SECONDS = 7 * 86_400
const MILLION = 1e6

/** Reads the minutes on both sides of rollouts of one service and environment, and those of the same time in earlier weeks. */
export async function windowMinutes(
  analytics: AnalyticsStore,
  { service, environment, windows }: { service: string; environment: string; windows: readonly EffectWindow[] },
): Promise<Told[]> {
  const sides = windows.flatMap(({ rollout, before, after }) =>
    [before, after].flatMap((span, index) =>
      span.from < span.to
        ? Array.from({ length: SEASON_WEEKS + 1 }, (_, week) => ({ id: rollout.id, isAfter: index, week, span: earlier(span, week) }))
        : [],
    ),
  )
  if (sides.length === 0) return []
  const rows = await analytics.query<Row>(QUESTION, {
    service,
    environment,
    ids: sides.map(({ id }) => id),
    weeks: sides.map(({ week }) => week),
    afters: sides.map(({ isAfter }) => isAfter),
    starts: sides.map(({ span }) => span.from),
    ends: sides.map(({ span }) => span.to),
  })
  return rows.map(toldOf)
}

function earlier({ from, to }: EffectWindow['before'], week: number): EffectWindow['before'] {
  return { from: from / 1000 - week * WEEK_SECONDS, to: to / 1000 - week * WEEK_SECONDS }
}

/** Millionths as doubles are exact up to nine billion events a minute. */
const QUESTION = `SELECT deployment, week, is_after, sli, region, cohort,
    groupArray(minute_offset) AS offsets, groupArray(toFloat64(good_now)) AS goods, groupArray(toFloat64(total_now)) AS totals,
    groupArray(toFloat64(value_now)) AS value_sums, groupArray(toFloat64(values_now)) AS value_counts,
    sumMap(buckets_now) AS buckets, sum(cost_now) AS cost_sum
  FROM (
    SELECT deployment, week, is_after, minute_offset, sli, region, cohort, sum(good) AS good_now, sum(total) AS total_now,
      sum(value_sum) AS value_now, sum(value_count) AS values_now, sum(cost) AS cost_now,
      sumMap(if(week = 0, bucket_index, []), if(week = 0, bucket_count, [])) AS buckets_now
    FROM sli_minutes AS minutes FINAL
    INNER JOIN (
      SELECT side.1 AS deployment, side.2 AS week, side.3 AS is_after, arrayJoin(range(side.4, side.5, 60)) AS at_second,
        intDiv(at_second - side.4, 60) AS minute_offset, toDateTime(at_second, 'UTC') AS minute
      FROM (SELECT arrayJoin(arrayZip({ids:Array(String)}, {weeks:Array(UInt8)}, {afters:Array(UInt8)}, {starts:Array(UInt32)}, {ends:Array(UInt32)})) AS side)
    ) AS sides ON sides.minute = minutes.minute
    WHERE minutes.service IN (${everyName('[{service:String}]')}) AND minutes.environment = {environment:String}
      AND minutes.minute >= toDateTime(arrayMin({starts:Array(UInt32)}), 'UTC') AND minutes.minute < toDateTime(arrayMax({ends:Array(UInt32)}), 'UTC')
    GROUP BY deployment, week, is_after, minute_offset, sli, region, cohort
    ORDER BY minute_offset
  )
  GROUP BY deployment, week, is_after, sli, region, cohort
  ORDER BY deployment, sli, region, cohort, week, is_after`

function toldOf(row: Row): Told {
  const minutes = row.offsets.map((minute, index) => {
    const total = (row.totals[index] ?? 0) / MILLION
    const good = Math.min(total, Math.max(0, (row.goods[index] ?? 0) / MILLION))
    return { minute, bad: total - good, total, values: (row.value_sums[index] ?? 0) / MILLION, valueCount: row.value_counts[index] ?? 0 }
  })
  const [indices, counts] = row.buckets
  return {
    deployment: row.deployment,
    week: row.week,
    isAfter: row.is_after === 1,
    sli: row.sli,
    region: row.region,
    cohort: row.cohort,
    minutes,
    buckets: new Map(indices.map((index, place) => [index, Number(counts[place])])),
    cost: Number(row.cost_sum) / MILLION,
  }
}
