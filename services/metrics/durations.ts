import { clusterRobustMean, effectiveSampleSize, orderStatisticLevels, type Interval } from './intervals/intervals.js'
import { quantileLevels, quantileLevelsSql } from './intervals/quantile-levels.js'
import { remembered } from './intervals/remembered.js'
import type { AggregateRow, Measure } from './measure.js'
import { countOf, numberOf, toSeconds } from './numbers.js'
import type { MetricOptions } from './options.js'

/** One day or one service within a row: how many durations, their sum and their median, in milliseconds. */
export type Part = { n: number; sum: number; median: number }

type Aggregate = Exclude<MetricOptions['aggregate'], 'default'>

/** How the durations of a measure become one number under the options; null for a measure of none. */
export function aggregateInForce({ durations }: Pick<Measure, 'durations'>, { aggregate }: MetricOptions): Aggregate | null {
  if (durations === undefined) return null
  return aggregate === 'default' ? durations : aggregate
}

/** What the parts of an aggregate in two steps are, as SQL over a record; null for one in a single step. */
export function partOf(aggregate: Aggregate | null): string | null {
  if (aggregate === 'median_of_daily_medians') return 'toString(toDate(toTimeZone(at, {zone:String})))'
  return aggregate === 'mean_of_service_means' ? 'toString(service)' : null
}

/** The rank, from 0, of the value at or below a level of n values, as SQL. */
export const BELOW = 'toUInt64(floor(level * (n - 1)))'

/** The quantile of type 7 at a level of n values, as SQL, from the value at the rank below it and the next. */
export function type7Sql(lower: string, upper: string): string {
  return `if(n = 0, 0, ${lower} + (${upper} - ${lower}) * (level * (n - 1) - ${BELOW}))`
}

/** The number of independent values that n durations are worth, as SQL. */
export function sizeSql(isClustered: boolean): string {
  return isClustered ? 'if(size_squares = 0, 0, intDiv(n * n, size_squares))' : 'n'
}

/**
 * What `durationSummary` reads, from groups that have n and their `durations`, ascending. They are sorted once, and every
 * quantile is then a look at two of them, so those of an interval can depend on the size of the group.
 */
export function withDurations(groups: string, isClustered: boolean): string {
  const type7 = type7Sql(`durations[${BELOW} + 1]`, `durations[least(${BELOW} + 2, n)]`)
  return `SELECT * EXCEPT (durations, levels), arraySum(durations) AS sum, durations[intDiv(n + 1, 2)] AS lower, arrayMap(level -> ${type7}, levels) AS quantiles
    FROM (SELECT *, ${quantileLevelsSql(sizeSql(isClustered))} AS levels FROM (${groups}))`
}

export type DurationSummary = {
  value: number | null
  interval: Interval | null
  stats: Record<'median' | 'mean' | 'p75' | 'p90' | 'p95', number | null>
}

type Durations = { measure: Pick<Measure, 'durations'>; options: MetricOptions; n: number; effectiveN?: number }

/** The value of a measure of durations in seconds, with its interval and its usual statistics, which are made when they are asked for. */
export function durationSummary(row: AggregateRow, durations: Durations): DurationSummary {
  const { n, effectiveN = n } = durations
  const levels = levelsOf(effectiveN)
  const at = (level: number) => (n === 0 ? null : toSeconds(quantileAt(row, levels, level)))
  const mean = () => (n === 0 ? null : (numberOf(row, 'sum') ?? 0) / n / 1000)
  const { value, interval } = n === 0 ? { value: null, interval: null } : valueInForce(row, durations, mean)
  return {
    value,
    interval,
    get stats() {
      return { median: at(0.5), mean: mean(), p75: at(0.75), p90: at(0.9), p95: at(0.95) }
    },
  }
}

function valueInForce(row: AggregateRow, durations: Durations, mean: () => number | null): Pick<DurationSummary, 'value' | 'interval'> {
  const { measure, options, n, effectiveN = n } = durations
  switch (aggregateInForce(measure, options)) {
    case 'mean':
      return { value: mean(), interval: meanInterval(row, n) }
    case 'median_lower':
      return { value: toSeconds(numberOf(row, 'lower')), interval: medianInterval(row, effectiveN) }
    case 'median_of_daily_medians':
      return { value: toSeconds(medianOf(partsOf(row).map((part) => part.median))), interval: null }
    case 'mean_of_service_means':
      return { value: toSeconds(meanOf(partsOf(row).map((part) => part.sum / part.n))), interval: null }
    default:
      return { value: toSeconds(quantileAt(row, levelsOf(effectiveN), 0.5)), interval: medianInterval(row, effectiveN) }
  }
}

/** The size of a sample of independent records that tells as much as these clusters of them. */
export function clusteredSize(row: AggregateRow, n: number): number {
  return effectiveSampleSize(n, countOf(row, 'size_squares'))
}

/** The levels between which the median lies with 95 % confidence; null of too few. */
export const medianEnds = remembered((n) => orderStatisticLevels(n, 0.5))
/** As `quantileLevels`. */
export const levelsOf = remembered(quantileLevels)

function medianInterval(row: AggregateRow, n: number): Interval | null {
  const ends = medianEnds(n)
  if (!ends) return null
  const levels = levelsOf(n)
  return { low: quantileAt(row, levels, ends.low) / 1000, high: quantileAt(row, levels, ends.high) / 1000 }
}

function meanInterval(row: AggregateRow, n: number): Interval | null {
  if (row.clusters === undefined) return null
  const whole = (name: string) => BigInt(String(row[name]))
  const robust = clusterRobustMean({
    n: BigInt(n),
    clusters: Number(row.clusters),
    sum: whole('cluster_sum'),
    sumSquares: whole('cluster_sum_squares'),
    sumTimesSize: whole('cluster_sum_times_size'),
    sizeSquares: whole('cluster_size_squares'),
  })
  const interval = robust?.interval
  // No duration is negative, so neither is their mean.
  return interval ? { low: Math.max(0, interval.low) / 1000, high: interval.high / 1000 } : null
}

function partsOf(row: AggregateRow): Part[] {
  return (row.parts as Part[] | undefined) ?? []
}

function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length
}

function medianOf(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b)
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}

function quantileAt(row: AggregateRow, levels: readonly number[], level: number): number {
  const index = levels.indexOf(level)
  if (index < 0) throw new Error(`The level ${level} was not asked for`)
  return Number((row.quantiles as number[])[index])
}
