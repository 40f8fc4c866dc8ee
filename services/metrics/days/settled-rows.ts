import { groupRows, type GroupRows } from '../grouped-rows.js'
import { sumsOf, type Sums, type SumRow } from './sum-rows.js'

/** Rows of a group in buckets that are as they were, and what they come to together. */
export type SettledGroup = GroupRows<SumRow> & { list: readonly SumRow[]; sums: Sums }

/** By the key of their group. */
export type SettledRows = ReadonlyMap<string, SettledGroup>

export function settledRows(rows: readonly SumRow[], dimensions: number): SettledRows {
  const groups = [...groupRows(rows, dimensions)].map(([key, { group, rows: byBucket }]) => {
    const list = [...byBucket.values()]
    return [key, { group, rows: byBucket, list, sums: sumsOf(list) }] as const
  })
  return new Map(groups)
}
