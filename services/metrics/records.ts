import { paramsOf, whereOf } from '../store/analytics/page.js'
import type { Fragment, RecordsContext } from './measure.js'

const INSTANT = "DateTime64(3, 'UTC')"

type RecordsSource = {
  /** The columns that differ by measure, as `expression AS name`. */
  columns: readonly string[]
  from: string
  /** The column that puts a row into the window. */
  at: string
  context: RecordsContext
}

/** A SELECT of the records of a fact table that lie in the window and the scope. */
export function recordsOf({ columns, from, at, context }: RecordsSource): Fragment {
  const conditions = [
    { sql: `${at} >= {from:${INSTANT}} AND ${at} < {to:${INSTANT}}`, params: { from: context.from, to: context.to } },
    ...context.scope,
  ]
  const sql = `SELECT ${[`${at} AS at`, ...columns].join(', ')} FROM ${from} ${whereOf(conditions)}`
  return { sql, params: paramsOf(conditions) }
}

/** Text for a cell of evidence, to the millisecond; an instant that is missing is empty. */
export function evidenceInstant(column: string): string {
  const seconds = `formatDateTime(${column}, '%Y-%m-%dT%H:%i:%S', 'UTC')`
  const milliseconds = `leftPad(toString(toUnixTimestamp64Milli(${column}) % 1000), 3, '0')`
  return `ifNull(concat(${seconds}, '.', ${milliseconds}, 'Z'), '')`
}

export const DEPLOYMENT_DIMENSIONS = ['team', 'service', 'environment', 'regions', 'trigger', 'tier', 'kind', "'' AS severity"]

/** Incidents count under what they are laid at; one laid at nothing under its own service. */
export const INCIDENTS = `(SELECT * EXCEPT (service, team),
    if(attributed_service = '', service, attributed_service) AS service,
    if(attributed_service = '', team, attributed_team) AS team
  FROM incidents FINAL)`
