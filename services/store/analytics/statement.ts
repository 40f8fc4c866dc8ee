import type { ClickHouseSettings } from '@clickhouse/client'
import { formatQueryParams, TupleParam } from '@clickhouse/client-common'

const name = /^[a-zA-Z_][a-zA-Z0-9_]*$/

// Settings of the HTTP interface alone, which the engine in the process does not know.
const httpOnly = new Set(['wait_end_of_query', 'buffer_size', 'enable_http_compression', 'default_format'])

/** The `SET` statement that binds parameters and settings for one session, or an empty string. */
export function bindStatement(params: Record<string, unknown> = {}, settings: ClickHouseSettings = {}): string {
  const assignments = [...settingAssignments(settings), ...parameterAssignments(params)]
  return assignments.length > 0 ? `SET ${assignments.join(', ')}` : ''
}

function settingAssignments(settings: ClickHouseSettings): string[] {
  return Object.entries(settings)
    .filter(([key, value]) => value !== undefined && !httpOnly.has(key))
    .map(([key, value]) => `${checkedName(key)} = ${literal(settingText(value))}`)
}

function settingText(value: ClickHouseSettings[string]): string {
  return typeof value === 'boolean' ? String(Number(value)) : String(value)
}

function parameterAssignments(params: Record<string, unknown>): string[] {
  return Object.entries(params).map(([key, value]) => {
    const text = formatQueryParams({ value: withOwnTuples(value) }).replaceAll('\0', '\\0')
    return `param_${checkedName(key)} = ${literal(text)}`
  })
}

function checkedName(key: string): string {
  if (!name.test(key)) throw new TypeError(`"${key}" is not a name a parameter or setting can have`)
  return key
}

function literal(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
}

// @clickhouse/client bundles its own TupleParam, which client-common's formatter does not recognise.
function withOwnTuples(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withOwnTuples)
  if (isForeignTuple(value)) return new TupleParam(value.values.map(withOwnTuples))
  return value
}

function isForeignTuple(value: unknown): value is { values: readonly unknown[] } {
  return value instanceof Object && value.constructor.name === 'TupleParam' && 'values' in value && Array.isArray(value.values)
}

const insertHeader = /^INSERT\s+INTO\s+([\w.]+)\s*(?:\(([^()]*)\)\s*)?FORMAT\s+(\w+)$/i

/** The parts of `INSERT INTO t (a, b) FORMAT F`, the only kind of insert that comes with a body. */
export function parseInsert(query: string): { table: string; columns: string[] | undefined; format: string } {
  const parts = insertHeader.exec(query.trim())
  if (!parts) throw new TypeError('An insert with a body must read INSERT INTO table (columns) FORMAT format')
  const columns = parts[2]?.split(',').map((column) => column.trim())
  return { table: parts[1]!, columns, format: parts[3]! }
}

const quotedOrComment = /'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`(?:[^`\\]|\\.)*`|\$(\w*)\$[\s\S]*?\$\1\$|--[^\n]*|\/\*[\s\S]*?\*\//g

/** Throws, in the engine's words, where the text holds a second statement, which the engine in the process would run as well. */
export function refuseSecondStatement(query: string): void {
  if (/;\s*\S/.test(query.replace(quotedOrComment, ' '))) {
    throw new Error('Code: 62. DB::Exception: Multi-statements are not allowed. (SYNTAX_ERROR)')
  }
}

/** True for the statements whose result the engine can stream. */
export function isStreamable(query: string): boolean {
  return /^\s*(SELECT|WITH|\()/i.test(query)
}
