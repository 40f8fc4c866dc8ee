import { paramsOf, whereOf, type Condition } from '../../store/analytics/page.js'
import { groupBy as grouped } from '../../domain/fold.js'
import type { AnalyticsStore } from '../../store/analytics/analytics-store.js'
import { READ_SETTINGS } from '../aggregate.js'
import type { Fragment, Measure } from '../measure.js'
import { measures } from '../index.js'
import type { MetricOptions } from '../options.js'
import { sorted } from '../tally.js'
import { ALL_SERVICES, LATEST_AFTER_DAYS, OF_EACH_SERVICE, type Span } from './day-conditions.js'
import { amongParams, isAmong } from './day-source.js'
import { DAY_KEY, dayDefinition, dayRows, withBins } from './day-rows.js'
import { dayStarts, readDefinitions, type ServiceDays } from './kept-days.js'

const DAY_MS = 86_400_000
/** Read at once, so that memory does not grow with history. */
const MOST_ROLLOUTS = 500_000
const INSTANT = "DateTime64(3, 'UTC')"

export type MakeDays = { analytics: AnalyticsStore; options: MetricOptions; zones: readonly string[] }

/** The measures whose days can be kept under the options in force, by what they are made by. */
function keptMeasures(options: MetricOptions): { measure: Measure; definition: string }[] {
  return measures.flatMap((measure) => {
    const definition = dayDefinition(measure, options)
    return definition === null ? [] : [{ measure, definition }]
  })
}

/** Makes all days of the zones and measures that have none yet under the options in force; `onSpan` is called when a part of history is done. */
export async function makeMissingDays({ analytics, options, zones }: MakeDays, onSpan: () => Promise<void> | void = () => undefined): Promise<void> {
  for (const zone of zones) {
    const known = await readDefinitions(analytics, zone)
    const missing = keptMeasures(options).filter(({ measure, definition }) => known.get(measure.definition.key) !== definition)
    if (missing.length === 0) continue
    // Half made, they are of neither definition.
    await saveDefinitions(
      analytics,
      zone,
      missing.map(({ measure }) => ({ measure, definition: '' })),
    )
    for (const span of await spansOfRollouts(analytics)) {
      const all = { ...span, condition: ANY, conditionOfDays: ANY }
      for (const { measure } of missing) {
        await makeDaysOf(analytics, { measure, options, zone, span: all })
        await addServices(analytics, measure, zone, ofSpan(span))
      }
      await onSpan()
    }
    await saveDefinitions(analytics, zone, missing)
  }
}

/** Makes the days anew that are made of the rollouts of these UTC days. */
export async function makeChangedDays({ analytics, options, zones }: MakeDays, changed: ServiceDays): Promise<void> {
  const instants = changed.days.map((day) => Date.parse(day))
  if (instants.length === 0) return
  const span = {
    from: new Date(Math.min(...instants)),
    to: new Date(Math.max(...instants) + DAY_MS),
    condition: { sql: isAmong('toDate32(anchor)'), params: amongParams(changed) },
    conditionOfDays: { sql: isAmong('anchor_day'), params: amongParams(changed) },
  }
  const months = [...grouped([...new Set(changed.days)], (day) => day.slice(0, 7)).values()]
  for (const zone of zones) {
    const known = await readDefinitions(analytics, zone)
    const kept = keptMeasures(options).filter(({ measure, definition }) => known.get(measure.definition.key) === definition)
    for (const { measure } of kept) {
      await makeDaysOf(analytics, { measure, options, zone, span })
      for (const days of months) await addServices(analytics, measure, zone, { sql: 'anchor_day IN {days:Array(Date32)}', params: { days } })
    }
  }
}

async function saveDefinitions(analytics: AnalyticsStore, zone: string, made: readonly { measure: Measure; definition: string }[]): Promise<void> {
  const version = Date.now()
  await analytics.insert(
    'kept_days',
    made.map(({ measure, definition }) => ({ zone, measure: measure.definition.key, definition, version })),
  )
}

/** All of history in parts of whole months of one year, none of many more rollouts than are read at once. */
async function spansOfRollouts(analytics: AnalyticsStore): Promise<Span[]> {
  const months = await analytics.query<{ month: string; rollouts: string }>(
    `SELECT toString(toStartOfMonth(anchor)) AS month, count() AS rollouts
     FROM (SELECT anchor FROM deployments UNION ALL SELECT anchor FROM change_sets) GROUP BY month ORDER BY month`,
  )
  const spans: (Span & { rollouts: number })[] = []
  for (const { month, rollouts } of months) {
    const from = new Date(month)
    const to = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + 1))
    const last = spans.at(-1)
    if (last && last.from.getUTCFullYear() === from.getUTCFullYear() && last.rollouts + Number(rollouts) <= MOST_ROLLOUTS) {
      last.to = to
      last.rollouts += Number(rollouts)
    } else spans.push({ from, to, rollouts: Number(rollouts) })
  }
  return spans
}

/** Rollouts whose anchors lie from one instant to another, and which of them. */
type Rollouts = Span & { condition: Condition; conditionOfDays: Condition }

type DaysOf = { measure: Measure; options: MetricOptions; zone: string; span: Rollouts }

async function makeDaysOf(analytics: AnalyticsStore, days: DaysOf): Promise<void> {
  const { measure, zone, span } = days
  // Before anything is read: what was read later is made later.
  const madeAt = Date.now()
  const made = madeRows(days)
  const known = knownRows(days)
  const columns = ['service', ...DAY_KEY, 'counts', 'durations', 'moments', 'first_at', 'last_at']
  const key = ['service', ...DAY_KEY].join(', ')
  const union = `SELECT ${columns.join(', ')} FROM (${made.sql}) UNION ALL SELECT ${columns.join(', ')} FROM (${known.sql})`
  const joined = `SELECT ${key}, sumForEach(counts) AS counts, groupArrayArray(durations) AS durations, groupArrayArray(moments) AS moments, ${REACH}
    FROM (${union}) GROUP BY ${key}`
  await insertDays(analytics, { measure, zone, madeAt }, withBins(joined), {
    ...made.params,
    ...known.params,
    dayBounds: dayStarts({ from: span.from, to: lastInstant(span), timeZone: zone, weekStart: 'MONDAY' }),
  })
}

/** Adds up the rows of each service on the days that a condition picks. */
async function addServices(analytics: AnalyticsStore, measure: Measure, zone: string, condition: Condition): Promise<void> {
  const madeAt = Date.now()
  const conditions = [ofMeasure(measure, zone), OF_EACH_SERVICE, condition]
  const joined = (list: string) => `${sorted(`groupArrayArray(${list})`)} AS ${list}`
  const sql = `SELECT '${ALL_SERVICES}' AS service, ${DAY_KEY.join(', ')}, sumForEach(counts) AS counts, ${joined('durations')}, ${joined('moments')},
      CAST(sumForEach(bins), 'Array(UInt32)') AS bins, ${REACH}
    FROM (SELECT * FROM measure_days FINAL ${whereOf(conditions)}) GROUP BY ${DAY_KEY.join(', ')}`
  await insertDays(analytics, { measure, zone, madeAt }, sql, paramsOf(conditions))
}

/** Of rows that are put together: from the first record to the last. */
const REACH = 'min(first_at) AS first_at, max(last_at) AS last_at'
const STORED = ['service', ...DAY_KEY, 'counts', 'durations', 'moments', 'bins', 'first_at', 'last_at'].join(', ')

type Made = { measure: Measure; zone: string; madeAt: number }

function insertDays(analytics: AnalyticsStore, { measure, zone, madeAt }: Made, rows: string, params: Record<string, unknown>): Promise<void> {
  return analytics.command(
    `INSERT INTO measure_days (zone, measure, version, ${STORED}) SELECT {dayZone:String}, {dayMeasure:String}, {madeAt:UInt64}, ${STORED} FROM (${rows})`,
    { ...params, dayZone: zone, dayMeasure: measure.definition.key, madeAt },
    { ...READ_SETTINGS, max_partitions_per_insert_block: '0' },
  )
}

const ANY: Condition = { sql: 'true', params: {} }

function ofMeasure({ definition }: Measure, zone: string): Condition {
  return { sql: 'zone = {dayZone:String} AND measure = {dayMeasure:String}', params: { dayZone: zone, dayMeasure: definition.key } }
}

function ofSpan({ from, to }: Span): Condition {
  return {
    sql: `anchor_day >= toDate32({anchorFrom:${INSTANT}}) AND anchor_day < toDate32({anchorTo:${INSTANT}})`,
    params: { anchorFrom: from, anchorTo: to },
  }
}

function lastInstant({ to }: Rollouts): Date {
  return new Date(to.getTime() + LATEST_AFTER_DAYS * DAY_MS)
}

function madeRows({ measure, options, span }: DaysOf): Fragment {
  const anchored = {
    sql: `anchor >= {anchorFrom:${INSTANT}} AND anchor < {anchorTo:${INSTANT}}`,
    params: { anchorFrom: span.from, anchorTo: span.to },
  }
  return dayRows(measure, { scope: [anchored, span.condition], from: span.from, to: lastInstant(span), options })
}

/** What was made before, with nothing in it: a row whose records are elsewhere now must not stay as it was. */
function knownRows({ measure, zone, span }: DaysOf): Fragment {
  const conditions: Condition[] = [ofMeasure(measure, zone), OF_EACH_SERVICE, ofSpan(span), span.conditionOfDays]
  const columns = ['service', ...DAY_KEY, 'arrayMap(count -> toInt64(0), counts) AS counts', 'durations', 'moments', 'first_at', 'last_at']
  const nothing = `[]::Array(Int64) AS durations, []::Array(Int64) AS moments,
    toDateTime64('2299-12-31', 3, 'UTC') AS first_at, toDateTime64('1900-01-01', 3, 'UTC') AS last_at`
  const rows = `SELECT * REPLACE (${nothing}) FROM measure_days FINAL ${whereOf(conditions)}`
  return { sql: `SELECT ${columns.join(', ')} FROM (${rows})`, params: paramsOf(conditions) }
}
