import { STAGES } from '../../domain/lead-time.js'
import { clusteredSize, durationSummary } from '../durations.js'
import type { AggregateRow, Summary, SummaryContext } from '../measure.js'
import { countOf, numberOf, share } from '../numbers.js'
import { stageColumn } from './stages.js'

export const durations = 'median_interpolated'

export function summarise(row: AggregateRow, { options }: SummaryContext): Summary {
  const n = countOf(row, 'n')
  const missing = ['no_commit_time', 'no_pull_request', 'unknown_changes'].reduce((sum, reason) => sum + countOf(row, `excluded_${reason}`), 0)
  const lead = durationSummary(row, { measure: { durations }, options, n, effectiveN: clusteredSize(row, n) })
  return {
    value: lead.value,
    interval: lead.interval,
    n,
    coverage: share(n, n + missing),
    get stats() {
      return { ...lead.stats, ...stageStats(row, n), deployments: countOf(row, 'deployments') }
    },
  }
}

/** How the mean divides into stages, in seconds, with the share of changes of which each is known; the rest is of none. */
function stageStats(row: AggregateRow, n: number): Record<string, number | null> {
  const sums = STAGES.map((stage) => numberOf(row, `${stageColumn(stage)}_sum`) ?? 0)
  const known = STAGES.map((stage) => countOf(row, `${stageColumn(stage)}_known_changes`))
  const rest = sums.reduce((left, sum) => left - sum, numberOf(row, 'sum') ?? 0)
  const perChange = (sum: number) => (n === 0 ? null : sum / n / 1000)
  return {
    ...Object.fromEntries(STAGES.map((stage, index) => [stage, known[index] === 0 ? null : perChange(sums[index] ?? 0)])),
    unknownStages: perChange(rest),
    ...Object.fromEntries(STAGES.map((stage, index) => [`${stage}Known`, share(known[index] ?? 0, n)])),
  }
}
