import type { AnalyticsStore } from '../store/analytics/analytics-store.js'
import { readPage, type Condition, type Connection, type PageArguments, type PageQuery } from '../store/analytics/page.js'
import { dimensionColumns, READ_SETTINGS } from './aggregate.js'
import type { Dimension, Measure, RecordsContext } from './measure.js'

export type EvidenceState = 'COUNTED' | 'EXCLUDED' | 'ALL'

export type EvidenceRecord = {
  kind: string
  id: string
  title: string
  at: string
  service: string
  environment: string
  state: string
  /** In the measure's unit: seconds, or 0 and 1. */
  value: number | null
  fields: { name: string; value: string }[]
  releaseId: string | null
}

/** The records behind one value: those of its measure in its window, of its group. */
export type EvidenceOf = { measure: Measure; context: RecordsContext; groupBy: readonly Dimension[]; group: readonly string[] }

export type EvidenceRow = Record<string, unknown> & {
  at: string
  record_kind: string
  record_id: string
  record_title: string
  record_state: string
  service: string
  environment: string
  release_id: string
  value: string | null
}

/** What is counted, and what is counted against it. */
export const COUNTED = ['counted', 'beside']

export function readEvidence(
  analytics: AnalyticsStore,
  of: EvidenceOf,
  state: EvidenceState,
  page: PageArguments,
): Promise<Connection<EvidenceRecord>> {
  return readPage(analytics, evidenceQuery(of, state), page)
}

/** The records behind a value as a list to be paged, newest first. */
export function evidenceQuery(of: EvidenceOf, state: EvidenceState): PageQuery<EvidenceRow, EvidenceRecord> {
  const records = of.measure.records(of.context)
  const reasons = of.measure.definition.exclusions.map(({ reason }) => reason)
  const states = { COUNTED, EXCLUDED: reasons, ALL: [...COUNTED, ...reasons] }[state]
  const columns = ['*', ...dimensionColumns(of.groupBy)]
  const conditions: Condition[] = [
    { sql: 'record_state IN {states:Array(String)}', params: { ...records.params, states } },
    ...of.group.map((value, index) => ({ sql: `d${index} = {group${index}:String}`, params: { [`group${index}`]: value } })),
  ]
  return {
    source: `SELECT ${columns.join(', ')} FROM (${records.sql})`,
    key: [
      { column: 'at', type: "DateTime64(3, 'UTC')" },
      { column: 'service', type: 'String' },
      { column: 'environment', type: 'String' },
      { column: 'record_id', type: 'String' },
    ],
    conditions,
    toNode: (row) => recordOf(row, of.measure),
    settings: READ_SETTINGS,
  }
}

export function recordOf(row: EvidenceRow, { definition, recordUnits }: Measure): EvidenceRecord {
  const units = recordUnits ?? (definition.unit === 'SECONDS' ? 1000 : 1)
  return {
    kind: row.record_kind,
    id: row.record_id,
    title: row.record_title,
    at: row.at,
    service: row.service,
    environment: row.environment,
    state: row.record_state,
    value: row.value === null ? null : Number(row.value) / units,
    fields: definition.evidenceColumns.map(({ name }) => ({ name, value: String(row[name] ?? '') })),
    releaseId: row.release_id === '' ? null : row.release_id,
  }
}
