import type { AnalyticsStore } from '../store/analytics/analytics-store.js'
import { FACT_KEYS, FACT_TABLES, rowHash, type FactRow, type FactTable } from './fact-rows.js'

/** Rows to insert, by table. */
export type FactWrites = Record<FactTable, FactRow[]>

export function noWrites(): FactWrites {
  return { services: [], deployments: [], deployed_changes: [], incidents: [], approvals: [], artifacts: [] }
}

/**
 * Compares the derived rows of a service with those stored, and adds to `writes` what is new or changed, and a deleted row
 * for each key that is gone. Answers how many rows differ.
 */
export async function addDifferences(analytics: AnalyticsStore, service: string, derived: Record<FactTable, FactRow[]>, fence: string, writes: FactWrites): Promise<number> {
  let differing = 0
  for (const table of FACT_TABLES) {
    const stored = await storedRows(analytics, table, service)
    for (const row of derived[table]) {
      const key = keyOf(table, row)
      const row_hash = rowHash(row)
      const known = stored.get(key)
      stored.delete(key)
      if (known?.row_hash === row_hash) continue
      writes[table].push({ ...row, row_hash, version: fence, deleted: 0 })
      differing += 1
    }
    for (const gone of stored.values()) writes[table].push({ ...gone, row_hash: '', version: fence, deleted: 1 })
    differing += stored.size
  }
  return differing
}

export async function writeFacts(analytics: AnalyticsStore, writes: FactWrites): Promise<void> {
  for (const table of FACT_TABLES) if (writes[table].length > 0) await analytics.insert(table, writes[table])
}

type StoredRow = FactRow & { row_hash: string }

async function storedRows(analytics: AnalyticsStore, table: FactTable, service: string): Promise<Map<string, StoredRow>> {
  const keys = FACT_KEYS[table].join(', ')
  const rows = await analytics.query<StoredRow>(`SELECT ${keys}, row_hash FROM ${table} FINAL WHERE service = {service:String}`, { service })
  return new Map(rows.map((row) => [keyOf(table, row), row]))
}

function keyOf(table: FactTable, row: FactRow): string {
  return FACT_KEYS[table].map((column) => (column === 'anchor' ? Date.parse(String(row[column])) : row[column])).join('\n')
}
