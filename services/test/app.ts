import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig, type Config } from '../config/config.js'
import { startWindsock, type Windsock } from '../main.js'
import { copyAnalyticsTemplate } from './analytics-template.js'
import { controlTemplate } from './control-template.js'
import { LONG_KEPT } from './stores.js'

export interface TestApp extends Windsock {
  dataDir: string
  /** A request with the local administrator's token, unless `token` says another, or null for none. */
  request(path: string, init?: RequestInit & { token?: string | null }): Promise<Response>
  graphql<T>(query: string, variables?: object, init?: { token?: string | null; headers?: Record<string, string> }): Promise<GraphqlAnswer<T>>
}

export interface GraphqlAnswer<T> {
  status: number
  data: T
  errors?: { message: string; extensions: { code: string } & Record<string, unknown> }[]
}

/** A whole Windsock on embedded stores in a directory of its own and on a free port. */
export async function startTestApp(overrides: Partial<Config> = {}): Promise<TestApp> {
  const dataDir = overrides.dataDir ?? (await makeDataDir())
  const windsock = await startWindsock(readConfig({}, { port: 0, telemetryDays: LONG_KEPT, ...overrides, dataDir }), {
    controlTemplate: controlTemplate(),
  })

  function request(path: string, { token = windsock.localToken, ...init }: RequestInit & { token?: string | null } = {}): Promise<Response> {
    const headers = new Headers(init.headers)
    if (token !== null) headers.set('authorization', `Bearer ${token}`)
    return fetch(windsock.url + path, { redirect: 'manual', ...init, headers })
  }

  return {
    ...windsock,
    dataDir,
    request,
    async graphql<T>(
      query: string,
      variables: object = {},
      { token, headers = {} }: { token?: string | null; headers?: Record<string, string> } = {},
    ) {
      const response = await request('/graphql', {
        method: 'POST',
        token,
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query, variables }),
      })
      return { status: response.status, ...((await response.json()) as { data: T }) } as GraphqlAnswer<T>
    },
    async stop() {
      await windsock.stop()
      if (!overrides.dataDir) await rm(dataDir, { recursive: true, force: true })
    },
  }
}

async function makeDataDir(): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), 'windsock-test-'))
  await copyAnalyticsTemplate(join(dataDir, 'clickhouse'))
  return dataDir
}
