import { wilson } from '../intervals/intervals.js'
import type { AggregateRow, Summary } from '../measure.js'
import { countOf, share } from '../numbers.js'

export function summarise(row: AggregateRow): Summary {
  const n = countOf(row, 'n')
  const passed = countOf(row, 'passed')
  const released = n + countOf(row, 'excluded_not_validated')
  const [expected, unseen] = [countOf(row, 'expected'), countOf(row, 'never_seen_slis')]
  return {
    value: share(passed, n),
    n,
    interval: wilson(passed, n),
    coverage: share(n, released),
    stats: {
      passed,
      firstTry: share(countOf(row, 'passed_first_try'), n),
      validatedOfReleased: share(n, released),
      expectedSeen: share(expected - unseen, expected),
      neverSeen: unseen,
    },
  }
}
