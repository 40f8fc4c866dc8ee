import { wilson } from '../intervals/intervals.js'
import type { AggregateRow, Summary } from '../measure.js'
import { countOf, numberOf, share } from '../numbers.js'
import { PROVENANCE_FIELDS } from '../options.js'
import { SHARE_UNIT, STATES } from './query.js'

export function summarise(row: AggregateRow): Summary {
  const n = countOf(row, 'n')
  const complete = countOf(row, 'complete_ones')
  const withoutDigest = countOf(row, 'without_digest')
  const fields = PROVENANCE_FIELDS.flatMap((field) => STATES.map((state) => [`${field}.${state}`, countOf(row, `${field}_${state}`)] as const))
  return {
    value: share(complete, n),
    n,
    interval: wilson(complete, n),
    coverage: share(n - withoutDigest, n),
    stats: {
      complete,
      withoutDigest,
      meanShareOfFields: n === 0 ? null : (numberOf(row, 'field_shares') ?? 0) / SHARE_UNIT / n,
      ...Object.fromEntries(fields),
    },
  }
}
