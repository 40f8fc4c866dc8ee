/** `cluster` is a name from the servers' configuration; `{shard}` and `{replica}` must be among their macros. */
export type ClusterOptions = { cluster: string }

/**
 * One statement of a migration as the statements that do the same on a cluster: each table becomes a replicated one,
 * named with `_local`, on every server, and a Distributed one under the name itself. Rows go to shards by their whole
 * sorting key, so that all versions of one record meet on one shard.
 */
export function renderForCluster(statement: string, { cluster }: ClusterOptions): string[] {
  if (!/^[a-zA-Z_][\w-]*$/.test(cluster)) throw new TypeError(`"${cluster}" is not a cluster's name`)
  const sql = statement.trim()
  const everywhere = `ON CLUSTER '${cluster}'`
  const rule = rules.find(({ pattern }) => pattern.test(sql))
  if (!rule) throw new Error(`A migration for a cluster cannot have the statement "${sql.slice(0, 60)}…"`)
  return rule.render(sql, { cluster, everywhere })
}

type Context = { cluster: string; everywhere: string }
type Rule = { pattern: RegExp; render: (sql: string, context: Context) => string[] }

const createTable = /^(CREATE\s+TABLE\s+(?:IF\s+NOT\s+EXISTS\s+)?)(\w+)/i
const createTriggeredView = /^(CREATE\s+MATERIALIZED\s+VIEW\s+(?:IF\s+NOT\s+EXISTS\s+)?\w+)\s+(?=(?:REFRESH[\s\S]*?\s)?TO\s)/i
const createOther = /^(CREATE\s+(?:OR\s+REPLACE\s+)?(?:VIEW|DICTIONARY|FUNCTION)\s+(?:IF\s+NOT\s+EXISTS\s+)?\w+)\b/i
const alterTable = /^(ALTER\s+TABLE\s+)(\w+)\s+/i
const dropTable = /^(DROP\s+TABLE\s+(?:IF\s+EXISTS\s+)?)(\w+)/i
const dropOther = /^(DROP\s+(?:VIEW|DICTIONARY|FUNCTION)\s+(?:IF\s+EXISTS\s+)?\w+)\b/i
const columnCommand = /^(?:ADD|DROP|MODIFY|RENAME|COMMENT|CLEAR)\s+COLUMN\b/i

const rules: Rule[] = [
  { pattern: createTable, render: renderTable },
  { pattern: createTriggeredView, render: renderMaterializedView },
  { pattern: createOther, render: (sql, { everywhere }) => [sql.replace(createOther, `$1 ${everywhere}`)] },
  { pattern: alterTable, render: renderAlter },
  { pattern: dropTable, render: renderDrop },
  { pattern: dropOther, render: (sql, { everywhere }) => [sql.replace(dropOther, `$1 ${everywhere}`)] },
  { pattern: /^INSERT\s+INTO\s/i, render: (sql) => [sql] },
]

const engine = /\bENGINE\s*=\s*(\w*)MergeTree\b(?:\s*\(([^()]*)\))?/i

function renderTable(sql: string, { cluster, everywhere }: Context): string[] {
  const name = createTable.exec(sql)![2]!
  if (!engine.test(sql)) throw new Error(`Table ${name} must have an engine of the MergeTree family to be put on a cluster`)
  const key = shardingKey(sql, name)
  const local = sql
    .replace(createTable, `$1$2_local ${everywhere}`)
    .replace(engine, (_all, family: string, args: string | undefined) => {
      const own = args?.trim() ? `, ${args.trim()}` : ''
      return `ENGINE = Replicated${family}MergeTree('/clickhouse/tables/{shard}/{database}/{table}', '{replica}'${own})`
    })
    .replace(/\bnon_replicated_deduplication_window\b/g, 'replicated_deduplication_window')
  const distributed = `CREATE TABLE IF NOT EXISTS ${name} ${everywhere} AS ${name}_local
ENGINE = Distributed('${cluster}', currentDatabase(), '${name}_local', ${key})`
  return [local, distributed]
}

function shardingKey(sql: string, name: string): string {
  const start = /\bORDER\s+BY\s+/i.exec(sql)
  if (!start) throw new Error(`Table ${name} must have an ORDER BY to be put on a cluster`)
  const rest = sql.slice(start.index + start[0].length)
  const key = rest.startsWith('(') ? inParentheses(rest) : rest.split(/\s/)[0]!
  return key === '' || key === 'tuple()' ? 'rand()' : `cityHash64(${key})`
}

function inParentheses(text: string): string {
  let depth = 0
  for (const [index, character] of [...text].entries()) {
    if (character === '(') depth += 1
    if (character === ')') depth -= 1
    if (depth === 0) return [...text].slice(1, index).join('').replace(/\s+/g, ' ').trim()
  }
  throw new Error('A sorting key has no closing parenthesis')
}

// A view is fired by the insert into the replicated table of its own server, and writes through the Distributed one,
// which brings each row to the shard where its own key belongs. A refreshed view reads everything instead.
function renderMaterializedView(sql: string, { everywhere }: Context): string[] {
  const placed = sql.replace(createTriggeredView, `$1 ${everywhere} `)
  return [/\bREFRESH\b/i.test(sql) ? placed : placed.replace(/\bFROM\s+(\w+)/i, 'FROM $1_local')]
}

function renderAlter(sql: string, { everywhere }: Context): string[] {
  const commands = splitTopLevel(sql.replace(alterTable, ''))
  const ofColumns = commands.filter((command) => columnCommand.test(command)).length
  if (ofColumns !== 0 && ofColumns !== commands.length) {
    throw new Error('Changes of columns and other changes of a table must be statements of their own to be put on a cluster')
  }
  const local = sql.replace(alterTable, `$1$2_local ${everywhere} `)
  return ofColumns === 0 ? [local] : [local, ...distributedAlters(sql, commands, everywhere)]
}

// A Distributed table has columns, but neither codecs nor times to live nor places in a sorting key.
function distributedAlters(sql: string, commands: string[], everywhere: string): string[] {
  const [, start, name] = alterTable.exec(sql)!
  const kept = commands.filter((command) => !/^CLEAR/i.test(command)).map((command) => command.replace(/\s+(?:CODEC|TTL)\b[\s\S]*$/i, ''))
  return kept.length === 0 ? [] : [`${start}${name} ${everywhere} ${kept.join(', ')}`]
}

function splitTopLevel(text: string): string[] {
  const parts = ['']
  let depth = 0
  for (const character of text) {
    if (character === '(') depth += 1
    if (character === ')') depth -= 1
    if (character === ',' && depth === 0) parts.push('')
    else parts[parts.length - 1] += character
  }
  return parts.map((part) => part.trim())
}

function renderDrop(sql: string, { everywhere }: Context): string[] {
  return [sql.replace(dropTable, `$1$2 ${everywhere}`), sql.replace(dropTable, `$1$2_local ${everywhere}`)]
}
