import { STAGES } from '../../domain/lead-time.js'
import { stageColumn, stageSql } from '../../metrics/change-lead-time/stages.js'
import { given, type Condition, type PageQuery } from '../../store/analytics/page.js'
import { incidentConditions, scopeConditions } from '../releases/lists.js'
import type { CsvRow } from './csv.js'
import { isTrue, type ExportQuery } from './export-query.js'

type FactExport = {
  table: string
  at: string
  key: readonly string[]
  columns: readonly string[]
  /** Columns, as SQL, that the table has not. */
  made?: readonly string[]
  /** Columns, as SQL, that the table has in another unit. */
  replaced?: readonly string[]
  scope?: (query: ExportQuery) => Condition[]
}

const INSTANT = "DateTime64(3, 'UTC')"

/** The tables that can be had whole, with their columns in order. Lists within a cell have spaces between; durations are seconds. */
export const FACT_EXPORTS = {
  deployments: {
    table: 'deployments',
    at: 'anchor',
    key: ['anchor', 'service', 'environment', 'id'],
    columns:
      'id service team tier environment production regions version_name commit artifact_digest release_id outcome kind kind_reason trigger actor risk started_at full_traffic_at finished_at previous_version change_count failed failure_reasons rolled_back_by hotfixed_by reverted_by incidents decision_at decision_source contradictions corrected url'.split(
        ' ',
      ),
  },
  incidents: {
    table: 'incidents',
    at: 'anchor',
    key: ['anchor', 'service', 'id'],
    columns:
      'id service services team environment production title severity status started_at detected_at acknowledged_at mitigated_at mitigated_by resolved_at attribution_method attribution_confidence attributed_deployments attributed_service attributed_release attribution_reason impact_customers impact_seconds impact_cost impact_currency contradictions corrected url'.split(
        ' ',
      ),
    replaced: ['impact_cost / 10000 AS impact_cost'],
    scope: ({ attributed, ...query }) => incidentConditions({ ...query, attributed: isTrue(attributed) }),
  },
  changes: {
    table: 'deployed_changes',
    at: 'anchor',
    key: ['anchor', 'service', 'environment', 'deployment', 'repository', 'sha'],
    columns:
      'repository sha service team environment production deployment release_id state committed_at authored_at opened_at merged_at anchor lead_time coding review merge_wait build approval_wait deploy_wait rollout unknown_stages author title pull_request url'.split(
        ' ',
      ),
    made: [
      ...STAGES.map((stage) => `${stageSql(stage, 'committed')} / 1000 AS ${stageColumn(stage)}`),
      `(lead_time_ms${STAGES.map((stage) => ` - ifNull(${stageSql(stage, 'committed')}, 0)`).join('')}) / 1000 AS unknown_stages`,
    ],
  },
  approvals: {
    table: 'approvals',
    at: "coalesce(decided_at, withdrawn_at, requested_at, toDateTime64(0, 3, 'UTC'))",
    key: ['at', 'service', 'id'],
    columns:
      'id service team environment production version_name release_id deployment artifact_digest group_name risk requested_by requested_at decided_at withdrawn_at decision decided_by automated'.split(
        ' ',
      ),
  },
} satisfies Record<string, FactExport>

export type FactExportName = keyof typeof FACT_EXPORTS

/** Every fact of one kind in a window, a scope and the releases that are named, newest first. */
export function factExport(name: FactExportName, query: ExportQuery): PageQuery<Record<string, unknown>, CsvRow> {
  const { table, at, key, columns, made = [], replaced = [], scope }: FactExport = FACT_EXPORTS[name]
  return {
    source: `SELECT * ${replaced.length > 0 ? `REPLACE (${replaced.join(', ')})` : ''}, ${[`${at} AS at`, ...made].join(', ')} FROM ${table} FINAL`,
    key: key.map((column) => ({ column, type: column === 'anchor' || column === 'at' ? INSTANT : 'String' })),
    conditions: [
      ...(scope ? scope(query) : scopeConditions(query, 'at')),
      ...given(query.release, 'release_id IN {releases:Array(String)}', (releases) => ({ releases })),
    ],
    toNode: (row) => Object.fromEntries(columns.map((column) => [column, cellOf(column in row ? row[column] : seconds(row[`${column}_ms`]))])),
  }
}

/** Durations are stored in milliseconds. */
function seconds(milliseconds: unknown): number {
  return Number(milliseconds) / 1000
}

/** Lists have spaces between, times are as everywhere, and what has parts is JSON. */
export function cellOf(value: unknown): CsvRow[string] {
  if (Array.isArray(value)) return value.join(' ')
  if (value instanceof Date) return value.toISOString()
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : ((value ?? null) as CsvRow[string])
}
