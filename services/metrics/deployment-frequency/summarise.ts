import { poissonExact } from '../intervals/intervals.js'
import type { AggregateRow, Summary, SummaryContext } from '../measure.js'
import { countOf, elapsedDays, numberOf, toSeconds } from '../numbers.js'

export function summarise(row: AggregateRow, context: SummaryContext): Summary {
  const n = countOf(row, 'n')
  const days = elapsedDays(context)
  const active = countOf(row, 'days')
  const counted = context.options.emptyPeriods === 'skip' ? active : days
  return {
    value: n,
    n,
    interval: poissonExact(n),
    coverage: null,
    stats: {
      perDay: counted === null || counted === 0 ? null : n / counted,
      human: countOf(row, 'trigger_human'),
      automatic: countOf(row, 'trigger_automatic'),
      schedule: countOf(row, 'trigger_schedule'),
      unknown: countOf(row, 'trigger_unknown'),
      medianGap: toSeconds(numberOf(row, 'gap')),
      daysPerWeek: days === null ? null : (active * 7) / days,
    },
  }
}
