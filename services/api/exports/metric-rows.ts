import type { Comparison } from '../../metrics/compare-profiles.js'
import type { MetricResult, MetricValue } from '../../metrics/run-metrics.js'
import { choiceNode } from '../metrics/metric-node.js'
import type { CsvRow } from './csv.js'

export const METRIC_COLUMNS = [
  'key',
  'title',
  'unit',
  'group',
  'from',
  'to',
  'of',
  'partial',
  'immature',
  'value',
  'n',
  'low',
  'high',
  'coverage',
  'excluded',
  'stats',
  'definition',
] as const

/** The total of each group, and its buckets; durations in seconds, ratios from 0 to 1. */
export function* metricRows(results: readonly MetricResult[], window: { from: Date; to: Date }): Generator<CsvRow> {
  for (const { definition, options, groups } of results) {
    const { key, title, unit, version } = definition
    const choices = definition.options.map((name) => `${name}=${choiceNode(name, options[name]).value}`)
    const about = { key, title, unit, definition: [`${key} version ${version}`, `profile=${options.profile}`, ...choices].join('; ') }
    for (const { dimensions, total, series } of groups) {
      const group = dimensions.map(({ dimension, value }) => `${dimension.toLowerCase()}=${value ?? ''}`).join('; ')
      yield {
        ...about,
        group,
        of: 'total',
        from: window.from.toISOString(),
        to: window.to.toISOString(),
        partial: null,
        immature: null,
        ...cells(total),
      }
      for (const { from, to, partial, immature, value } of series)
        yield { ...about, group, of: 'bucket', from: from.toISOString(), to: to.toISOString(), partial, immature, ...cells(value) }
    }
  }
}

/** As `metricRows`, of each measure under each profile; `definition` says which. */
export function* profileRows(comparisons: readonly Comparison[], window: { from: Date; to: Date }): Generator<CsvRow> {
  for (const { definition, values } of comparisons) {
    const results = values.map(({ side: { options }, value }) => {
      return { definition, options, groups: [{ dimensions: [], total: value, previous: null, series: [] }] }
    })
    yield* metricRows(results, window)
  }
}

function cells({ value, n, interval, coverage, excluded, stats }: MetricValue) {
  return {
    value,
    n,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
    coverage,
    excluded: excluded.map(({ reason, count }) => `${reason}=${count}`).join('; '),
    stats: Object.entries(stats)
      .filter(([, stat]) => stat !== null)
      .map(([name, stat]) => `${name}=${stat}`)
      .join('; '),
  }
}
