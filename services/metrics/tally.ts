import type { Measure, RecordsContext, Tally } from './measure.js'

/** How rows come to the numbers of a group: SQL over a source that has `at` and the dimensions. */
export function tallyOf({ definition, records, aggregates, lists, ofLists, rolledUp, durations }: Measure, context: RecordsContext): Tally {
  const rolled = rolledUp?.(context)
  if (rolled) return rolled
  const { sql, params } = records(context)
  return {
    from: { sql: `SELECT *, record_state = 'counted' AS counted FROM (${sql})`, params },
    aggregates: {
      n: 'countIf(counted)',
      ...Object.fromEntries(definition.exclusions.map(({ reason }) => [`excluded_${reason}`, `countIf(record_state = '${reason}')`])),
      ...aggregates(context.options),
    },
    lists: { ...lists, ...(durations ? { durations: 'groupArrayIf(assumeNotNull(value), counted)' } : {}) },
    ofLists: ofLists ?? {},
  }
}

export type Expressions = Readonly<Record<string, string>>

/** Whether the number of a whole is the sum of those of its parts. */
export function addsUp(aggregate: string): boolean {
  return /^(count|sum)(If)?\(/.test(aggregate)
}

export function sorted(list: string): string {
  return `arraySort(${list})`
}

export function mapped(expressions: Expressions, change: (sql: string, name: string) => string): Expressions {
  return Object.fromEntries(Object.entries(expressions).map(([name, sql]) => [name, change(sql, name)]))
}

export function named(expressions: Expressions): string[] {
  return Object.entries(expressions).map(([name, sql]) => `${sql} AS ${name}`)
}
