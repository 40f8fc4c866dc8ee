import type { AnalyticsStore } from './analytics-store.js'

/** Today's schema as SQL text: the tables by name and then the views, the same for the same schema whatever made it. */
export async function analyticsSnapshot(store: AnalyticsStore): Promise<string> {
  const tables = await store.query<{ database: string; name: string }>(
    `SELECT database, name FROM system.tables
     WHERE database = currentDatabase() AND NOT is_temporary AND NOT startsWith(name, '.inner')
     ORDER BY engine LIKE '%View', name`,
  )
  const statements: string[] = []
  for (const table of tables) statements.push(await createStatement(store, table))
  return `-- Generated from the migrations in this directory; not to be edited.\n\n${statements.join('\n\n')}\n`
}

async function createStatement(store: AnalyticsStore, { database, name }: { database: string; name: string }): Promise<string> {
  const [row] = await store.query<{ statement: string }>(`SHOW CREATE TABLE \`${name.replaceAll('`', '\\`')}\``)
  if (!row) throw new Error(`The store does not say how ${name} was made`)
  return `${withoutServerDefaults(row.statement.replaceAll(`${database}.`, ''))};`
}

function withoutServerDefaults(statement: string): string {
  return statement
    .replace(/,? ?index_granularity = 8192/, '')
    .replace(/\nSETTINGS(?= ?,|$)[ ,]*/, (found) => (found.includes(',') ? '\nSETTINGS ' : ''))
}
