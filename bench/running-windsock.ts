import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { renewFacts } from '@windsock/services/facts/derivation.js'
import { openEmbeddedAnalytics } from '@windsock/services/store/analytics/analytics-store.js'
import { migrateAnalytics } from '@windsock/services/store/analytics/migrate.js'
import { openControl } from '@windsock/services/store/control/data-source.js'
import { fillFacts, fillServices } from './facts.js'

export const DAY_MS = 86_400_000

/** A Windsock in a process of its own, on embedded stores. */
export type RunningWindsock = {
  url: string
  token: string
  pid: number
  graphql<T>(query: string, variables?: object): Promise<T>
  /** Resolves in the milliseconds it took until the days of measures were made. */
  daysAreKept(): Promise<number>
  stop(): Promise<void>
}

/** A year of facts up to now, in the place where an embedded Windsock keeps them. Gives the instant at which they end. */
export async function fillYear(directory: string, deployments: number): Promise<Date> {
  const control = await openControl({ kind: 'embedded', directory })
  const analytics = await openEmbeddedAnalytics({ directory: join(directory, 'clickhouse') })
  await migrateAnalytics(analytics, { directory: join(import.meta.dirname, '../../schemas/clickhouse') })
  // Before there are facts, so that those filled in here are not derived again from events that they do not have.
  await renewFacts({ analytics, control })
  const to = new Date()
  const from = new Date(to.getTime() - 365 * DAY_MS)
  await fillServices(analytics, from)
  await fillFacts(analytics, { deployments, from, to, firstId: 0 })
  await analytics.close()
  await control.close()
  return to
}

/** Starts one on what lies in a directory. */
export async function startWindsockProcess(directory: string): Promise<RunningWindsock> {
  const token = `bench-${randomBytes(16).toString('hex')}`
  const port = await freePort()
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    UV_THREADPOOL_SIZE: '24',
    NODE_OPTIONS: '--max-semi-space-size=64',
    WINDSOCK_PORT: String(port),
    WINDSOCK_DATA_DIR: directory,
    WINDSOCK_ADMIN_TOKEN: token,
  }
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../services/bin/serve.mjs')], { stdio: ['ignore', 'ignore', 'inherit'], env })
  child.once('exit', (code, signal) => console.log(`Windsock ended with ${code ?? signal}`))
  const url = `http://127.0.0.1:${port}`
  if (!(await isReady(url))) {
    child.kill('SIGKILL')
    throw new Error('Windsock did not become ready within a minute.')
  }
  const graphql = <T>(query: string, variables: object = {}) => ask<T>({ url, token }, query, variables)
  return {
    url,
    token,
    pid: child.pid ?? 0,
    graphql,
    daysAreKept: () => untilDaysAreKept(graphql),
    async stop() {
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}

async function isReady(url: string): Promise<boolean> {
  for (let tries = 0; tries < 300; tries += 1) {
    const ready = await fetch(`${url}/readyz`)
      .then(({ ok }) => ok)
      .catch(() => false)
    if (ready) return true
    await pause(200)
  }
  return false
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  return port
}

async function ask<T>({ url, token }: { url: string; token: string }, query: string, variables: object): Promise<T> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query, variables }) })
  const { data, errors } = (await response.json()) as { data: T; errors?: unknown[] }
  if (errors) throw new Error(JSON.stringify(errors))
  return data
}

async function untilDaysAreKept(graphql: RunningWindsock['graphql']): Promise<number> {
  const began = performance.now()
  for (;;) {
    const { pipelineStatus } = await graphql<{ pipelineStatus: { daysAreKept: boolean } }>('{ pipelineStatus { daysAreKept } }')
    if (pipelineStatus.daysAreKept) return performance.now() - began
    await pause(500)
  }
}
