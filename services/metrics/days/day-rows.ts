import { createHash } from 'node:crypto'
import { isStored } from '../attributed-incidents.js'
import { aggregateInForce } from '../durations.js'
import type { Fragment, Measure, RecordsContext, Tally } from '../measure.js'
import type { MetricOptions } from '../options.js'
import { addsUp, sorted, tallyOf } from '../tally.js'

/** The columns of measure_days that tell its rows apart within a measure, a zone and a service. */
export const DAY_KEY = ['anchor_day', 'day_from', 'environment', 'trigger', 'production', 'team', 'tier']

const NO_INTEGERS = "CAST([], 'Array(Int64)')"

/** Raised when the same definition comes to fill the columns of measure_days in another way. */
const LAYOUT = 2

/** The names of the counts of a measure, in their order in `counts`. */
export function countNames({ aggregates, lists }: Tally): string[] {
  return [...Object.keys(aggregates), ...('durations' in lists ? ['sum'] : [])]
}

/** Names what the days of a measure are made by; null for a definition under which they cannot be added up. */
export function dayDefinition(measure: Measure, options: MetricOptions): string | null {
  if (!measure.byDay || options.ownership !== 'current') return null
  // Under other attributions a rollout fails by what incidents and other rollouts say, which no mark tells of.
  if (measure.definition.options.includes('attributionMatch') && !isStored(options)) return null
  if (![null, 'median_interpolated'].includes(aggregateInForce(measure, options))) return null
  const tally = tallyOf(measure, { scope: [], from: new Date(0), to: new Date(0), options })
  if (!Object.values(tally.aggregates).every(addsUp)) return null
  const { key, version } = measure.definition
  const chosen = measure.definition.options.map((name) => (name === 'aggregate' ? null : String(options[name])))
  const made = [LAYOUT, key, version, chosen, options.derivedWindowHours, countNames(tally)]
  return createHash('sha1').update(JSON.stringify(made)).digest('base64url')
}

/**
 * The records of a context as rows of measure_days, without their bins. `dayBounds` names the parameter with the starts of the
 * days of the zone, in epoch milliseconds.
 */
export function dayRows(measure: Measure, context: RecordsContext): Fragment {
  const { from, aggregates, lists } = tallyOf(measure, context)
  const counts = Object.values(aggregates).map((sql) => `toInt64(${sql})`)
  const list = (name: string) => (lists[name] === undefined ? NO_INTEGERS : sorted(lists[name]))
  const sql = `SELECT service, toDate32(anchor) AS anchor_day,
      fromUnixTimestamp64Milli(roundDown(toUnixTimestamp64Milli(at), {dayBounds:Array(Int64)}), 'UTC') AS day_from, environment, trigger,
      production, team, tier, ${list('durations')} AS durations, ${list('moments')} AS moments,
      [${[...counts, ...('durations' in lists ? ['arraySum(durations)'] : [])].join(', ')}] AS counts, min(at) AS first_at, max(at) AS last_at
    FROM (${from.sql}) GROUP BY service, ${DAY_KEY.join(', ')}`
  return { sql, params: from.params }
}

/** Durations are put into bins by units of this many milliseconds: one unit each up to eight, then eight to a doubling. */
const UNIT_MS = 16_384
/** No duration is longer than the bins reach, which is half a million years. */
const OCTAVES = 40
const UNITS = `least(intDiv(greatest(duration, 0), ${UNIT_MS}), bitShiftLeft(toInt64(1), ${OCTAVES}))`
const OCTAVE = `toInt64(floor(log2(${UNITS})))`
const BIN = `toInt32(if(${UNITS} < 8, ${UNITS} + 1, (${OCTAVE} - 2) * 8 + bitShiftRight(${UNITS}, ${OCTAVE} - 3) - 7))`

/** The last bin there can be: that of a duration at the end of their reach. */
export const MOST_BINS = (OCTAVES - 2) * 8 + 1

/** The least duration in a bin, in milliseconds; those in the first may be negative. */
export function startOfBin(bin: number): number {
  if (bin <= 1) return -Infinity
  const units = bin <= 8 ? bin - 1 : (8 + ((bin - 9) % 8)) * 2 ** Math.floor((bin - 9) / 8)
  return units * UNIT_MS
}

/**
 * How many of the ascending `durations` of a row lie in each bin, from the first to the last that has any. A greater duration
 * never lies in a lower bin, so those of some bins are a slice of the durations.
 */
export function withBins(rows: string): string {
  const dense = `arrayFlatten(arrayMap((bin, before, count) -> arrayPushBack(arrayResize(CAST([], 'Array(UInt32)'), bin - before - 1), count),
        found.1, arrayPopBack(arrayPushFront(found.1, 0)), found.2))`
  return `SELECT * EXCEPT (found), ${dense} AS bins
    FROM (SELECT *, arrayReduce('sumMap', [arrayMap(duration -> ${BIN}, durations)], [arrayMap(duration -> toUInt32(1), durations)]) AS found FROM (${rows}))`
}
