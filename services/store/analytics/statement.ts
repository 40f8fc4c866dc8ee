import type { ClickHouseSettings } from '@clickhouse/client'
import { formatQueryParams, TupleParam } from '@clickhouse/client-common'

const name = /^[a-zA-Z_][a-zA-Z0-9_]*$/

// Settings of the HTTP interface alone, which the engine in the process does not know.
const httpOnly = new Set(['wait_end_of_query', 'buffer_size', 'enable_http_compression', 'default_format'])

// Settings that are another for each statement.
const ofOneStatement = new Set(['insert_deduplication_token'])

/** The `SET` statement of settings that many statements have in common, or an empty string. Of those of one statement it tells only that there are some. */
export function settingsStatement(settings: ClickHouseSettings = {}): string {
  return setStatement(
    settingAssignments(Object.entries(settings).map(([key, value]) => [key, value !== undefined && ofOneStatement.has(key) ? '' : value])),
  )
}

/** The `SET` statement of what one statement has for itself, its parameters above all, or an empty string. */
export function parametersStatement(params: Record<string, unknown> = {}, settings: ClickHouseSettings = {}): string {
  const own = Object.entries(settings).filter(([key]) => ofOneStatement.has(key))
  return setStatement([...settingAssignments(own), ...parameterAssignments(params)])
}

function setStatement(assignments: readonly string[]): string {
  return assignments.length > 0 ? `SET ${assignments.join(', ')}` : ''
}

function settingAssignments(settings: readonly [key: string, value: ClickHouseSettings[string]][]): string[] {
  return settings
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

/** Throws, in the engine's words, where the text has a parameter without a value: its session may know one of an earlier statement. */
export function refuseUnbound(query: string, params: Record<string, unknown> = {}): void {
  for (const [, parameter = ''] of query.replace(quotedOrComment, ' ').matchAll(/\{\s*(\w+)\s*:/g)) {
    if (params[parameter] === undefined)
      throw new Error(`Code: 456. DB::Exception: Substitution \`${parameter}\` is not set. (UNKNOWN_QUERY_PARAMETER)`)
  }
}

/** True for the statements whose result the engine can stream. */
export function isStreamable(query: string): boolean {
  return /^\s*(SELECT|WITH|\()/i.test(query)
}
