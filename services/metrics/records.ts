import { paramsOf, whereOf } from '../store/analytics/page.js'
import type { Fragment, RecordsContext } from './measure.js'
import type { MetricOptions } from './options.js'

const INSTANT = "DateTime64(3, 'UTC')"

type RecordsSource = {
  /** The columns that differ by measure, as `expression AS name`. */
  columns: readonly string[]
  from: Fragment
  /** The column that puts a row into the window. */
  at: string
  context: RecordsContext
}

/** A table that needs no parameters. */
export function table(sql: string): Fragment {
  return { sql, params: {} }
}

/** A SELECT of the records of a fact table that lie in the window and the scope. */
export function recordsOf({ columns, from, at, context }: RecordsSource): Fragment {
  const conditions = [
    { sql: `${at} >= {from:${INSTANT}} AND ${at} < {to:${INSTANT}}`, params: { from: context.from, to: context.to } },
    ...context.scope,
  ]
  const sql = `SELECT ${[`${at} AS at`, ...columns].join(', ')} FROM ${from.sql} ${whereOf(conditions)}`
  return { sql, params: { ...from.params, ...paramsOf(conditions) } }
}

/** Text for a cell of evidence, to the millisecond; an instant that is missing is empty. */
export function evidenceInstant(column: string): string {
  const seconds = `formatDateTime(${column}, '%Y-%m-%dT%H:%i:%S', 'UTC')`
  const milliseconds = `leftPad(toString(toUnixTimestamp64Milli(${column}) % 1000), 3, '0')`
  return `ifNull(concat(${seconds}, '.', ${milliseconds}, 'Z'), '')`
}

/** Milliseconds from one instant to another; null where one is missing. */
export function millisecondsBetween(from: string, to: string): string {
  return `toUnixTimestamp64Milli(${to}) - toUnixTimestamp64Milli(${from})`
}

/** The team under which a row counts: its service's of today, or of then. */
export function teamColumn({ ownership }: MetricOptions): string {
  return ownership === 'historical' ? 'team_then' : 'team'
}

const COMMON = ['service', 'environment', 'regions', 'trigger', 'tier', 'kind', 'production', 'anchor']

/** Columns that rollouts and the changes in them have alike. */
export function deploymentDimensions(options: MetricOptions): string[] {
  return [`${teamColumn(options)} AS team`, ...COMMON, "'' AS severity", "'' AS approver_group", 'risk']
}

export const DEPLOYMENTS = table('deployments FINAL')
