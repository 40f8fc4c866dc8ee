import type { AggregateRow } from '../measure.js'

/** Counts by their place, and how many durations lie in each bin. */
export type Sums = { counts: number[]; bins: number[] }

/** Of a group in a bucket. */
export type SumRow = AggregateRow & Sums & { measure: string; bucket: unknown }

/** A row whose counts can be read by their names as well, where they stand: an answer has ten thousand rows of thirty counts each. */
export function rowOf(sum: SumRow, names: readonly string[], dimensions: number): SumRow {
  const row: SumRow = Object.create(shapeOf(names))
  row.bucket = sum.bucket
  row.measure = sum.measure
  row.counts = sum.counts
  row.bins = sum.bins
  for (let index = 0; index < dimensions; index += 1) row[`d${index}`] = sum[`d${index}`]
  return row
}

const shapes = new Map<string, object>()

function shapeOf(names: readonly string[]): object {
  const key = names.join(' ')
  const known = shapes.get(key)
  if (known) return known
  const shape = {}
  names.forEach((name, index) => {
    Object.defineProperty(shape, name, {
      get(this: Sums) {
        return this.counts[index]
      },
    })
  })
  shapes.set(key, shape)
  return shape
}

export function sumsOf(rows: readonly Sums[]): Sums {
  return { counts: sumOf(rows.map(({ counts }) => counts)), bins: sumOf(rows.map(({ bins }) => bins)) }
}

function sumOf(lists: readonly (readonly number[])[]): number[] {
  const total: number[] = []
  for (const list of lists) {
    for (let index = 0; index < list.length; index += 1) total[index] = (total[index] ?? 0) + (list[index] as number)
  }
  return total
}
