import { expect, vi } from 'vitest'
import type { ServerProcess } from './compiled-server.js'

export type Client = ReturnType<typeof clientOf>

const json = { 'content-type': 'application/json' }

/** Speaks to a server as its local administrator, unless a token says otherwise. */
export function clientOf(server: Pick<ServerProcess, 'url' | 'token'>) {
  function request(path: string, { token = server.token, ...init }: RequestInit & { token?: string } = {}): Promise<Response> {
    return fetch(server.url + path, { ...init, headers: { authorization: `Bearer ${token}`, ...init.headers } })
  }

  async function ask<T>(query: string, variables: object = {}): Promise<T> {
    const response = await request('/graphql', { method: 'POST', headers: json, body: JSON.stringify({ query, variables }) })
    const { data, errors } = (await response.json()) as { data: T; errors?: object[] }
    if (errors) throw new Error(JSON.stringify(errors))
    return data
  }

  return {
    request,
    ask,
    post: async (path: string, body: object, token?: string) =>
      (await request(path, { method: 'POST', token, headers: json, body: JSON.stringify(body) })).status,
    async settled() {
      const nothing = { pipelineStatus: { pendingDeliveries: 0, pendingServices: 0 } }
      await vi.waitFor(async () => expect(await ask('{ pipelineStatus { pendingDeliveries pendingServices } }')).toEqual(nothing), {
        timeout: 45_000,
        interval: 200,
      })
    },
  }
}

const SERVICES = 20
export const ROLLOUTS = 3_000

/** Of November 2026, one a minute. */
export function rollouts(): object[] {
  return Array.from({ length: ROLLOUTS }, (_, index) => ({
    id: `d-${index}`,
    source: 'test',
    type: 'deployment.finished',
    time: new Date(Date.UTC(2026, 10, 2) + index * 60_000).toISOString(),
    data: { deployment: `d-${index}`, service: `service-${index % SERVICES}`, environment: 'production', outcome: 'succeeded' },
  }))
}
