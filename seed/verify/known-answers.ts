import { graphql, type Windsock } from '../http/windsock.js'
import type { ExpectedRow } from '../known-answer/naive.js'
import { agrees, type CheckedRow } from './table.js'

type MetricValue = {
  value: number | null
  n: number
  low: number | null
  high: number | null
  stats: { name: string; value: number | null }[]
  excluded: { reason: string; count: number }[]
}
type Answer = { metrics: { key: string; groups: { total: MetricValue }[] }[] }

const QUERY = `query ($keys: [MetricKey!]!, $scope: ScopeInput, $window: WindowInput!) {
  metrics(keys: $keys, scope: $scope, window: $window) {
    key groups { total { value n low high stats { name value } excluded { reason count } } }
  }
}`

/** Asks the product for every row of the table, one query for the rows of one service and window. */
export async function checkKnownAnswers(windsock: Windsock, rows: readonly ExpectedRow[]): Promise<CheckedRow[]> {
  const checked: CheckedRow[] = []
  for (const own of bySituation(rows)) {
    const { service, from, to } = own[0] as ExpectedRow
    const keys = [...new Set(own.map((row) => row.key))]
    const { metrics } = await graphql<Answer>(windsock, QUERY, {
      keys,
      scope: service === null ? null : { services: [service] },
      window: { from, to },
    })
    for (const row of own) checked.push(checkRow(row, metrics.find((metric) => metric.key === row.key)?.groups[0]?.total))
  }
  return checked
}

function bySituation(rows: readonly ExpectedRow[]): ExpectedRow[][] {
  const situations = new Map<string, ExpectedRow[]>()
  for (const row of rows) {
    const key = `${row.service} ${row.from} ${row.to}`
    situations.set(key, [...(situations.get(key) ?? []), row])
  }
  return [...situations.values()]
}

function checkRow(row: ExpectedRow, total: MetricValue | undefined): CheckedRow {
  const actual = total ? partOf(total, row.of) : null
  const what = `${row.key} ${row.of} ${row.service ?? ''} ${row.from.slice(5, 10)}..${row.to.slice(5, 10)}`.replace(/ +/g, ' ')
  return { what, expected: row.expected, actual, ok: agrees(row.expected, actual, row.of === 'low' || row.of === 'high') }
}

function partOf(total: MetricValue, of: string): number | null {
  if (of === 'value' || of === 'n' || of === 'low' || of === 'high') return total[of]
  if (of.startsWith('excluded:')) return total.excluded.find((exclusion) => `excluded:${exclusion.reason}` === of)?.count ?? 0
  return total.stats.find((stat) => stat.name === of)?.value ?? null
}
