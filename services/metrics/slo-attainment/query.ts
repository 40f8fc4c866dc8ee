import { paramsOf, whereOf } from '../../store/analytics/page.js'
import { everyName, keptName } from '../../store/analytics/service-names.js'
import type { Fragment, RecordsContext } from '../measure.js'
import type { ObjectiveInForce } from '../options.js'

/** Targets and shares are held in these. */
export const BILLIONTHS = 1e9
const MILLION = 1e6
/** A record is so many seconds of one objective: buckets begin at quarters of an hour in every zone. */
const RECORD_SECONDS = 900

/**
 * What objectives counted, a quarter of an hour in each record, or a slice of time where that is longer. Events are counted
 * where they fell; values and slices of time are judged over all environments and regions in scope at once.
 */
export function records({ scope, from, to, options }: RecordsContext): Fragment {
  const { objectives, production, minutesSince } = options.telemetry
  const sql = `SELECT 'objective' AS record_kind, concat(slo, ' ', toString(position)) AS cluster,
      arrayStringConcat(arrayFilter(part -> part != '', [cluster, formatDateTime(at, '%Y-%m-%dT%H:%i:%SZ', 'UTC'), environment, arrayStringConcat(regions, ' ')]), ' ') AS record_id, title AS record_title, '' AS release_id,
      greatest(toDateTime64(intDiv(toUnixTimestamp(slice_at), ${RECORD_SECONDS}) * ${RECORD_SECONDS}, 3, 'UTC'), {from:DateTime64(3, 'UTC')}) AS at,
      'counted' AS record_state, team, service, arrayStringConcat(arraySort(groupUniqArrayArray(own_environments)), ', ') AS environment,
      arraySort(groupUniqArrayArray(own_regions)) AS regions, '' AS trigger, tier, '' AS kind, '' AS severity, '' AS approver_group, '' AS risk,
      sum(slice_good) AS good_now, sum(slice_all) AS all_now, target,
      toNullable(toInt64(intDiv(good_now * ${BILLIONTHS}, all_now))) AS value, sli AS indicator,
      concat(toString(target / 1e7), ' %') AS target_text, toString(good_now / ${MILLION}) AS good_text, toString((all_now - good_now) / ${MILLION}) AS bad_text,
      toString(round((all_now - good_now) / all_now / (1 - target / ${BILLIONTHS}), 2)) AS burn_text
    FROM (${slices(told(production.sql, from < minutesSince), whereOf(scope))})
    GROUP BY slo, position, title, service, sli, team, tier, target, place, at`
  return { sql, params: { ...paramsOf(scope), ...production.params, ...columnsOf(objectives), from, to, minutesSince } }
}

const OBJECTIVES = `SELECT one.1 AS slo, one.2 AS position, one.3 AS title, ${keptName('one.4')} AS service, one.5 AS sli, one.6 AS target, one.7 AS op, one.8 AS value_limit,
    one.9 AS method, one.10 AS slice_target, one.11 AS slice_seconds
  FROM (SELECT arrayJoin(arrayZip({slos:Array(String)}, {positions:Array(UInt8)}, {titles:Array(String)}, {sloServices:Array(String)}, {slis:Array(String)}, {sloTargets:Array(Int64)},
    {ops:Array(String)}, {limits:Array(Int64)}, {methods:Array(String)}, {sliceTargets:Array(Int64)}, {sliceSeconds:Array(UInt32)})) AS one)`

/** What was told of the indicators that objectives go by, before any is judged: minutes, and hours where minutes are gone. */
function told(production: string, isLong: boolean): string {
  const minutes = spans({ table: 'sli_minutes', column: 'minute', production, when: "minute >= {minutesSince:DateTime64(3, 'UTC')}" })
  if (!isLong) return minutes
  return `${minutes} UNION ALL ${spans({ table: 'sli_hours', column: 'hour', production, when: "hour < {minutesSince:DateTime64(3, 'UTC')}" })}`
}

type Spans = { table: 'sli_minutes' | 'sli_hours'; column: 'minute' | 'hour'; production: string; when: string }

function spans({ table, column, production, when }: Spans): string {
  return `SELECT ${keptName('told_as')} AS service, sli, environment, [toString(region)] AS regions, told_at AS minute, '' AS trigger, ${table === 'sli_hours'} AS is_hour,
      environment IN (SELECT environment FROM (SELECT DISTINCT environment FROM ${table}) WHERE ${production}) AS production,
      good_sum, total_sum, values_sum, values_count
    FROM (
      SELECT service AS told_as, sli, environment, region, ${column} AS told_at,
        sum(good) AS good_sum, sum(total) AS total_sum, sum(value_sum) AS values_sum, sum(value_count) AS values_count
      FROM ${table} FINAL
      WHERE service IN (${everyName('{sloServices:Array(String)}')}) AND sli IN {slis:Array(String)} AND ${when}
        AND ${column} >= {from:DateTime64(3, 'UTC')} AND ${column} < {to:DateTime64(3, 'UTC')}
      GROUP BY told_as, sli, environment, region, told_at
    )`
}

/** What an objective counts in each slice of time; a minute where it counts events. */
function slices(given: string, where: string): string {
  const judged = `multiIf(op = 'lt', values_all < limit_all, op = 'lte', values_all <= limit_all, op = 'gt', values_all > limit_all, values_all >= limit_all)`
  const perMinute = `SELECT slo, position, title, service, sli, team, tier, target, method, slice_target, slice_seconds, minute,
      if(method = 'Occurrences' AND op = '', concat(environment, '\\n', regions[1]), '') AS place,
      groupUniqArray(environment) AS minute_environments, groupUniqArrayArray(regions) AS minute_regions,
      sum(values_sum) AS values_all, sum(values_count) AS values_told, value_limit * toInt128(values_told) AS limit_all,
      if(op = '', sum(total_sum), toInt128(if(values_told > 0, ${MILLION}, 0))) AS all_now,
      if(op = '', greatest(least(sum(good_sum), all_now), 0), toInt128(if(${judged}, ${MILLION}, 0))) AS good_now
    FROM (${given}) AS minutes
    INNER JOIN (SELECT * FROM (${OBJECTIVES}) AS declared LEFT JOIN (SELECT service, team, tier FROM services FINAL) AS known USING (service)) AS objectives USING (service, sli)
    ${where}
    GROUP BY slo, position, title, service, sli, team, tier, target, op, value_limit, method, slice_target, slice_seconds, place, minute, is_hour
    HAVING all_now > 0 AND (NOT is_hour OR (method = 'Occurrences' AND op = ''))`
  return `SELECT slo, position, title, service, sli, team, tier, target, place, toDateTime(intDiv(toUnixTimestamp(minute), slice_seconds) * slice_seconds, 'UTC') AS slice_at,
      groupUniqArrayArray(minute_environments) AS own_environments, groupUniqArrayArray(minute_regions) AS own_regions, sum(good_now) AS good_sum, sum(all_now) AS all_sum,
      if(method = 'Occurrences', all_sum, toInt128(${MILLION})) AS slice_all,
      multiIf(method = 'Occurrences', good_sum,
        method = 'Timeslices', toInt128(if(good_sum * ${MILLION} >= slice_target * all_sum, ${MILLION}, 0)),
        intDiv(good_sum * ${MILLION}, all_sum)) AS slice_good
    FROM (${perMinute})
    GROUP BY slo, position, title, service, sli, team, tier, target, method, slice_target, slice_seconds, place, slice_at`
}

function columnsOf(objectives: readonly ObjectiveInForce[]): Record<string, unknown> {
  return {
    slos: objectives.map(({ slo }) => slo),
    positions: objectives.map(({ position }) => position),
    titles: objectives.map(({ title }) => title),
    sloServices: objectives.map(({ service }) => service),
    slis: objectives.map(({ indicator }) => indicator),
    sloTargets: objectives.map(({ target }) => Math.round(target * BILLIONTHS)),
    ops: objectives.map(({ op }) => op ?? ''),
    limits: objectives.map(({ value }) => Math.round((value ?? 0) * MILLION)),
    methods: objectives.map(({ method }) => method),
    sliceTargets: objectives.map(({ sliceTarget }) => Math.round((sliceTarget ?? 1) * MILLION)),
    sliceSeconds: objectives.map(({ method, sliceSeconds }) => (method === 'Occurrences' ? 60 : (sliceSeconds ?? 60))),
  }
}

export function aggregates(): Record<string, string> {
  return {
    good_sum: 'sumIf(good_now, counted)',
    all_sum: 'sumIf(all_now, counted)',
    /** Bad that the targets allow, in billionths of millionths. */
    allowed_sum: `sumIf(toInt256(all_now) * (${BILLIONTHS} - target), counted)`,
    objectives: 'uniqExactIf(cluster, counted)',
  }
}
