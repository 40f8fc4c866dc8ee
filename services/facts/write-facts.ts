import { groupBy } from '../domain/fold.js'
import type { AnalyticsStore } from '../store/analytics/analytics-store.js'
import { markChangedDays, type DayMark } from './days/changed-days.js'
import { FACT_KEYS, FACT_TABLES, jsonHash, type FactRow, type FactTable } from './fact-rows.js'

/** Rows to insert, by table, each as a line of JSON. */
export type FactWrites = Record<FactTable, string[]>

function noWrites(): FactWrites {
  return { services: [], deployments: [], deployed_changes: [], change_sets: [], incidents: [], approvals: [], artifacts: [] }
}

/** A row as text, by which it is compared and of which its line is made. Much lighter to hold than the row itself. */
export type EncodedRow = { key: string; hash: string; json: string }
export type EncodedRows = Record<FactTable, EncodedRow[]>

/** What was derived of one service, to be written under its fence. */
export type Derived = { service: string; fence: string; rows: EncodedRows }

export function encodeRows(rows: Record<FactTable, FactRow[]>): EncodedRows {
  const encoded = FACT_TABLES.map((table) => [table, rows[table].map((row) => encodeRow(table, row))] as const)
  return Object.fromEntries(encoded) as EncodedRows
}

function encodeRow(table: FactTable, row: FactRow): EncodedRow {
  const json = JSON.stringify(row)
  return { key: keyOf(table, row), hash: jsonHash(json), json }
}

/** What is to be written, and what it changes: services, and days of rollouts. */
export type Differences = { writes: FactWrites; changed: Set<string>; days: DayMark[] }

/** The tables whose rows are made into days of measures. Their keys begin with the service and the anchor. */
const OF_DAYS: readonly FactTable[] = ['deployments', 'change_sets']

/**
 * Compares derived rows with those stored: what is new or changed is to be written, and a deleted row for each key that is
 * gone.
 */
export async function differences(analytics: AnalyticsStore, derived: readonly Derived[]): Promise<Differences> {
  const writes = noWrites()
  const changed = new Set<string>()
  const days: DayMark[] = []
  const services = derived.map(({ service }) => service)
  await Promise.all(
    FACT_TABLES.map(async (table) => {
      const stored = await storedRows(analytics, table, services)
      for (const { service, fence, rows } of derived) {
        const lines = differingLines(rows[table], stored.get(service) ?? new Map<string, StoredRow>(), fence)
        for (const { line } of lines) writes[table].push(line)
        if (lines.length > 0) changed.add(service)
        if (OF_DAYS.includes(table)) for (const { key } of lines) days.push({ service, anchor: anchorIn(service, key), version: fence })
      }
    }),
  )
  return { writes, changed, days }
}

function differingLines(derived: readonly EncodedRow[], stored: Map<string, StoredRow>, version: string): { key: string; line: string }[] {
  const lines: { key: string; line: string }[] = []
  for (const { key, hash, json } of derived) {
    if (stored.get(key)?.row_hash !== hash) lines.push({ key, line: withMembers(json, { row_hash: hash, version, deleted: 0 }) })
    stored.delete(key)
  }
  for (const [key, gone] of stored) lines.push({ key, line: JSON.stringify({ ...gone, row_hash: '', version, deleted: 1 }) })
  return lines
}

/** More members for an object that is JSON already: to make the JSON of so many fields anew would take as long as to derive them. */
function withMembers(json: string, members: object): string {
  return `${json.slice(0, -1)},${JSON.stringify(members).slice(1)}`
}

export async function writeFacts(analytics: AnalyticsStore, { writes, days }: Differences): Promise<void> {
  await markChangedDays(analytics, days)
  await Promise.all(FACT_TABLES.map((table) => writeTable(analytics, table, writes[table])))
}

const ROWS_AN_INSERT = 20_000

async function writeTable(analytics: AnalyticsStore, table: FactTable, lines: readonly string[]): Promise<void> {
  for (let start = 0; start < lines.length; start += ROWS_AN_INSERT) {
    await analytics.insertLines(table, Buffer.from(lines.slice(start, start + ROWS_AN_INSERT).join('\n')), { distinct: true })
  }
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

/** The anchor of a row of `OF_DAYS` by its key, in epoch milliseconds. */
function anchorIn(service: string, key: string): number {
  return Number(key.slice(service.length + 1).split('\n')[0])
}
