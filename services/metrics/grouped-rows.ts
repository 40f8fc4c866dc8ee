import type { AggregateRow } from './measure.js'

/** Rows of aggregates of a group, by the start of their bucket. */
export type GroupRows<Row extends AggregateRow = AggregateRow> = { group: readonly string[]; rows: ReadonlyMap<number, Row> }

/** By the key of their group. */
export type GroupedRows<Row extends AggregateRow = AggregateRow> = ReadonlyMap<string, GroupRows<Row>>

export function groupRows<Row extends AggregateRow>(
  rows: Iterable<Row>,
  dimensions: number,
): Map<string, { group: string[]; rows: Map<number, Row> }> {
  const groups = new Map<string, { group: string[]; rows: Map<number, Row> }>()
  for (const row of rows) {
    const group = dimensionValues(row, dimensions)
    const key = groupKey(group)
    const own = groups.get(key)
    if (own) own.rows.set(Number(row.bucket), row)
    else groups.set(key, { group, rows: new Map([[Number(row.bucket), row]]) })
  }
  return groups
}

export function dimensionValues(row: AggregateRow, count: number): string[] {
  const values: string[] = []
  for (let index = 0; index < count; index += 1) values.push(String(row[`d${index}`] ?? ''))
  return values
}

/** No text that is stored has the character between in it. */
export function groupKey(values: readonly string[]): string {
  return values.join('\0')
}
