import { paramsOf, whereOf, type Condition } from '../../store/analytics/page.js'
import type { AnalyticsStore } from '../../store/analytics/analytics-store.js'
import { READ_SETTINGS } from '../aggregate.js'
import type { Fragment, Measure } from '../measure.js'
import { measures } from '../index.js'
import type { MetricOptions } from '../options.js'
import { changedParams, isAmong } from './day-source.js'
import { DAY_KEY, dayDefinition, dayRows, withBins } from './day-rows.js'
import { dayStarts, LATEST_AFTER_DAYS, readDefinitions, type ChangedDays } from './kept-days.js'

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
      const all = { ...span, condition: { sql: 'true', params: {} }, conditionOfDays: { sql: 'true', params: {} } }
      for (const { measure } of missing) await makeDaysOf(analytics, { measure, options, zone, span: all })
      await onSpan()
    }
    await saveDefinitions(analytics, zone, missing)
  }
}

/** Makes the days anew that are made of the rollouts of these UTC days. */
export async function makeChangedDays({ analytics, options, zones }: MakeDays, changed: ChangedDays): Promise<void> {
  const instants = changed.days.map((day) => Date.parse(day))
  if (instants.length === 0) return
  const span = {
    from: new Date(Math.min(...instants)),
    to: new Date(Math.max(...instants) + DAY_MS),
    condition: { sql: isAmong('toDate32(anchor)'), params: changedParams(changed) },
    conditionOfDays: { sql: isAmong('anchor_day'), params: changedParams(changed) },
  }
  for (const zone of zones) {
    const known = await readDefinitions(analytics, zone)
    const kept = keptMeasures(options).filter(({ measure, definition }) => known.get(measure.definition.key) === definition)
    for (const { measure } of kept) await makeDaysOf(analytics, { measure, options, zone, span })
  }
}

async function saveDefinitions(analytics: AnalyticsStore, zone: string, made: readonly { measure: Measure; definition: string }[]): Promise<void> {
  const version = Date.now()
  await analytics.insert(
    'kept_days',
    made.map(({ measure, definition }) => ({ zone, measure: measure.definition.key, definition, version })),
  )
}

type Span = { from: Date; to: Date }

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
  const columns = [...DAY_KEY, 'counts', 'durations', 'moments']
  const union = `SELECT ${columns.join(', ')} FROM (${made.sql}) UNION ALL SELECT ${columns.join(', ')} FROM (${known.sql})`
  const joined = `SELECT ${DAY_KEY.join(', ')}, sumForEach(counts) AS counts, groupArrayArray(durations) AS durations, groupArrayArray(moments) AS moments
    FROM (${union}) GROUP BY ${DAY_KEY.join(', ')}`
  const stored = [...columns, 'bins']
  await analytics.command(
    `INSERT INTO measure_days (zone, measure, version, ${stored.join(', ')})
     SELECT {dayZone:String}, {dayMeasure:String}, {madeAt:UInt64}, ${stored.join(', ')} FROM (${withBins(joined)})`,
    {
      ...made.params,
      ...known.params,
      dayZone: zone,
      dayMeasure: measure.definition.key,
      madeAt,
      dayBounds: dayStarts({ from: span.from, to: lastInstant(span), timeZone: zone, weekStart: 'MONDAY' }),
    },
    { ...READ_SETTINGS, max_partitions_per_insert_block: '0' },
  )
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
function knownRows({ span }: DaysOf): Fragment {
  const conditions: Condition[] = [
    { sql: 'zone = {dayZone:String} AND measure = {dayMeasure:String}', params: {} },
    { sql: `anchor_day >= toDate32({anchorFrom:${INSTANT}}) AND anchor_day < toDate32({anchorTo:${INSTANT}})`, params: {} },
    span.conditionOfDays,
  ]
  const columns = [...DAY_KEY, 'arrayMap(count -> toInt64(0), counts) AS counts', 'durations', 'moments']
  const rows = `SELECT * REPLACE ([]::Array(Int64) AS durations, []::Array(Int64) AS moments) FROM measure_days FINAL ${whereOf(conditions)}`
  return { sql: `SELECT ${columns.join(', ')} FROM (${rows})`, params: paramsOf(conditions) }
}
