import { accessSync, constants, existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { Client as PostgresClient } from 'pg'
import type { ClickHouseConfig, Config } from '../../config/config.js'
import { installationRoot, neededNodeVersion } from '../installation.js'
import type { Finding } from './finding.js'

const TIMEOUT_MS = 5_000

export function checkNode(version = process.versions.node): Finding {
  const needed = neededNodeVersion()
  const isEnough = version.localeCompare(needed, 'en', { numeric: true }) >= 0
  if (isEnough) return { what: 'Node', state: 'ok', found: version }
  return { what: 'Node', state: 'missing', found: `${version}, where ${needed} is needed`, todo: 'Install a newer one from https://nodejs.org.' }
}

export function checkDataDirectory(directory: string): Finding {
  const nearest = nearestExisting(directory)
  try {
    accessSync(nearest, constants.W_OK)
    return { what: 'data directory', state: 'ok', found: nearest === directory ? directory : `${directory}, to be made` }
  } catch {
    return {
      what: 'data directory',
      state: 'missing',
      found: `${directory} cannot be written`,
      todo: 'Choose another with WINDSOCK_DATA_DIR or correct its owner and mode.',
    }
  }
}

export async function checkPort({ host, port }: Pick<Config, 'host' | 'port'>, run: { url: string } | null): Promise<Finding> {
  const what = `port ${port}`
  if (run && new URL(run.url).port === String(port)) return { what, state: 'ok', found: 'ours' }
  const failure = await tryPort(host, port)
  if (failure === null) return { what, state: 'ok', found: 'free' }
  if (failure === 'EADDRINUSE')
    return { what, state: run ? 'warning' : 'missing', found: 'in use by something else', todo: 'Stop that or set WINDSOCK_PORT to another.' }
  return {
    what,
    state: 'missing',
    found: `${host} cannot be listened on (${failure})`,
    todo: 'Set WINDSOCK_HOST and WINDSOCK_PORT to what this user may use.',
  }
}

/** The servers in place of the embedded stores, where there are any. */
export async function checkServers({ postgresUrl, clickhouse }: Pick<Config, 'postgresUrl' | 'clickhouse'>): Promise<Finding[]> {
  const postgres = postgresUrl ? await checkPostgres(postgresUrl) : null
  const analytics = clickhouse ? await checkClickHouse(clickhouse) : null
  return [
    postgres ?? { what: 'control store', state: 'ok', found: 'embedded, in the data directory' },
    analytics ?? { what: 'analytics store', state: 'ok', found: 'embedded, in the data directory' },
  ]
}

export function checkWeb({ webDir }: Pick<Config, 'webDir'>): Finding {
  const directory = webDir ?? join(installationRoot, 'web', 'out')
  if (existsSync(join(directory, 'index.html'))) return { what: 'dashboard', state: 'ok', found: 'built' }
  return {
    what: 'dashboard',
    state: 'missing',
    found: `${directory} has no index.html`,
    todo: 'Build it with `npm run build`; `npm start` does so too.',
  }
}

async function checkPostgres(connectionString: string): Promise<Finding> {
  const client = new PostgresClient({ connectionString, connectionTimeoutMillis: TIMEOUT_MS })
  try {
    await client.connect()
    const { rows } = await client.query<{ server_version: string }>('SHOW server_version')
    return { what: 'control store', state: 'ok', found: `PostgreSQL ${rows[0]?.server_version}` }
  } catch (error) {
    const found = `PostgreSQL does not let us in (${(error as NodeJS.ErrnoException).code ?? (error as Error).message})`
    return { what: 'control store', state: 'missing', found, todo: 'Check WINDSOCK_POSTGRES_URL and that the server runs.' }
  } finally {
    await client.end().catch(() => {})
  }
}

async function checkClickHouse({ url, username, password, database }: ClickHouseConfig): Promise<Finding> {
  const headers = { 'X-ClickHouse-User': username, 'X-ClickHouse-Key': password, 'X-ClickHouse-Database': database }
  const failed = (found: string): Finding => ({
    what: 'analytics store',
    state: 'missing',
    found,
    todo: 'Check WINDSOCK_CLICKHOUSE_URL, its user and password, and that the server runs.',
  })
  try {
    const response = await fetch(url, { method: 'POST', body: 'SELECT version()', headers, signal: AbortSignal.timeout(TIMEOUT_MS) })
    if (!response.ok) return failed(`ClickHouse answers ${response.status}`)
    return { what: 'analytics store', state: 'ok', found: `ClickHouse ${(await response.text()).trim()}` }
  } catch (error) {
    return failed(`ClickHouse does not answer (${(error as { cause?: { code?: string } }).cause?.code ?? (error as Error).message})`)
  }
}

async function tryPort(host: string, port: number): Promise<string | null> {
  const probe = createServer()
  return await new Promise((resolve) => {
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
    probe.listen(port, host, () => probe.close(() => resolve(null)))
  })
}

function nearestExisting(path: string): string {
  return existsSync(path) ? path : nearestExisting(dirname(path))
}
