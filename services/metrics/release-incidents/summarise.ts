import { CHANCE_BASE_MS } from '../../domain/recency.js'
import { isStored } from '../attributed-incidents.js'
import { poissonExact } from '../intervals/intervals.js'
import type { AggregateRow, Summary, SummaryContext } from '../measure.js'
import { countOf, numberOf, share } from '../numbers.js'

/** With more confidence required, part of the window does not count, which the facts do not tell apart. */
const ALL_OF_WINDOW = 0.5

export function summarise(row: AggregateRow, { options }: SummaryContext): Summary {
  const n = countOf(row, 'n')
  const others = countOf(row, 'excluded_unrelated') + countOf(row, 'excluded_low_confidence')
  const perDeployment = share(n, countOf(row, 'deployments'))
  return {
    value: n,
    n,
    interval: poissonExact(n),
    coverage: null,
    stats: {
      shareOfAll: share(n, n + others),
      per100Deployments: perDeployment === null ? null : perDeployment * 100,
      recent: countOf(row, 'recent'),
      recentByChance: isStored(options) && options.minConfidence <= ALL_OF_WINDOW ? countOf(row, 'recent_chance_ms_sum') / CHANCE_BASE_MS : null,
      customers: numberOf(row, 'customers'),
      impactTime: numberOf(row, 'impact_seconds_sum'),
      ...costs(row),
    },
  }
}

/** Sums by currency; sums of several currencies are never added up. */
function costs(row: AggregateRow): Record<string, number> {
  const [currencies, sums] = (row.cost ?? [[], []]) as [string[], string[]]
  return Object.fromEntries(currencies.map((currency, index) => [`cost.${currency || 'unknown'}`, Number(sums[index]) / 10_000]))
}
