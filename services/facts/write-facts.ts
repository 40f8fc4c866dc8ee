import { groupBy } from '../domain/fold.js'
import type { AnalyticsStore } from '../store/analytics/analytics-store.js'
import { markChangedDays } from './days/changed-days.js'
import { FACT_KEYS, FACT_TABLES, rowHash, type FactRow, type FactTable } from './fact-rows.js'

/** Rows to insert, by table. */
export type FactWrites = Record<FactTable, FactRow[]>

function noWrites(): FactWrites {
  return { services: [], deployments: [], deployed_changes: [], change_sets: [], incidents: [], approvals: [], artifacts: [] }
}

/** What was derived of one service, to be written under its fence. */
export type Derived = { service: string; fence: string; rows: Record<FactTable, FactRow[]> }

/**
 * Compares derived rows with those stored: what is new or changed is to be written, and a deleted row for each key that is
 * gone. Answers the writes and the services of which anything differs.
 */
export async function differences(analytics: AnalyticsStore, derived: readonly Derived[]): Promise<{ writes: FactWrites; changed: Set<string> }> {
  const writes = noWrites()
  const changed = new Set<string>()
  await Promise.all(
    FACT_TABLES.map(async (table) => {
      const stored = await storedRows(
        analytics,
        table,
        derived.map(({ service }) => service),
      )
      for (const { service, fence, rows } of derived) {
        const differing = differingRows(table, rows[table], stored.get(service) ?? new Map<string, StoredRow>())
        for (const row of differing) writes[table].push({ ...row, version: fence })
        if (differing.length > 0) changed.add(service)
      }
    }),
  )
  return { writes, changed }
}

function differingRows(table: FactTable, derived: readonly FactRow[], stored: Map<string, StoredRow>): FactRow[] {
  const differing: FactRow[] = []
  for (const row of derived) {
    const key = keyOf(table, row)
    const row_hash = rowHash(row)
    const known = stored.get(key)
    stored.delete(key)
    if (known?.row_hash !== row_hash) differing.push({ ...row, row_hash, deleted: 0 })
  }
  for (const gone of stored.values()) differing.push({ ...gone, row_hash: '', deleted: 1 })
  return differing
}

export async function writeFacts(analytics: AnalyticsStore, writes: FactWrites): Promise<void> {
  await markChangedDays(analytics, writes)
  await Promise.all(FACT_TABLES.map((table) => writeTable(analytics, table, writes[table])))
}

const ROWS_AN_INSERT = 20_000

async function writeTable(analytics: AnalyticsStore, table: FactTable, rows: readonly FactRow[]): Promise<void> {
  for (let start = 0; start < rows.length; start += ROWS_AN_INSERT) await analytics.insert(table, rows.slice(start, start + ROWS_AN_INSERT))
}

type StoredRow = FactRow & { service: string; row_hash: string }

async function storedRows(analytics: AnalyticsStore, table: FactTable, services: readonly string[]): Promise<Map<string, Map<string, StoredRow>>> {
  const keys = FACT_KEYS[table].join(', ')
  const sql = `SELECT ${keys}, row_hash FROM ${table} FINAL WHERE service IN {services:Array(String)}`
  const byService = groupBy(await analytics.query<StoredRow>(sql, { services }), (row) => row.service)
  return new Map([...byService].map(([service, rows]) => [service, new Map(rows.map((row) => [keyOf(table, row), row]))]))
}

function keyOf(table: FactTable, row: FactRow): string {
  return FACT_KEYS[table].map((column) => (column === 'anchor' ? Date.parse(String(row[column])) : row[column])).join('\n')
}
