import { mkdtemp, readFile, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { readConfig } from './config/config.js'
import { startWindsock, StartError, type Windsock } from './main.js'
import { DataDirectoryRefused } from './store/control/data-directory.js'
import { controlTemplate } from './test/control-template.js'

let dataDir: string
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'windsock-main-'))
})

function start(overrides: { dataDir?: string; port?: number } = {}): Promise<Windsock> {
  return startWindsock(readConfig({}, { port: 0, dataDir, ...overrides }), { controlTemplate: controlTemplate() })
}

test('one process on one directory and one port; what was taken in outlives it', async () => {
  const first = await start()
  const run = JSON.parse(await readFile(join(dataDir, 'run.json'), 'utf8')) as { url: string; pid: number; token: string }
  expect(run).toEqual({ url: first.url, pid: process.pid, token: first.localToken })
  expect((await stat(join(dataDir, 'run.json'))).mode & 0o777).toBe(0o600)

  await expect(start()).rejects.toThrow(DataDirectoryRefused)
  const event = { id: '1', source: 'test', type: 'service.declared', time: '2026-11-02T10:00:00Z', data: { service: 'payments' } }
  expect((await post(first, JSON.stringify(event))).status).toBe(202)
  await first.stop()
  await expect(stat(join(dataDir, 'run.json'))).rejects.toThrow(/ENOENT/)
  await expect(post(first, '{}')).rejects.toThrow()

  const second = await start()
  await second.settled()
  const status = await fetch(`${second.url}/graphql`, {
    method: 'POST',
    headers: headersOf(second),
    body: '{"query":"{ pipelineStatus { events pendingDeliveries } }"}',
  })
  expect(await status.json()).toEqual({ data: { pipelineStatus: { events: 1, pendingDeliveries: 0 } } })
  expect((await post(first, '{}', second.url)).status).toBe(401)
  await second.stop()
}, 120_000)

test('a port that is taken is said in one sentence, and everything opened is closed again', async () => {
  const { createServer } = await import('node:net')
  const holder = createServer()
  const port = await new Promise<number>((resolve) => holder.listen(0, '127.0.0.1', () => resolve((holder.address() as { port: number }).port)))
  const failure = await start({ port }).catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(StartError)
  expect((failure as Error).message).toBe(`Port ${port} is in use: stop what listens there or set WINDSOCK_PORT to another.`)
  await new Promise((resolve) => holder.close(resolve))
  const after = await start({ port })
  await after.stop()
}, 120_000)

function headersOf({ localToken }: Windsock): Record<string, string> {
  return { authorization: `Bearer ${localToken}`, 'content-type': 'application/json' }
}

function post(windsock: Windsock, body: string, url = windsock.url): Promise<Response> {
  return fetch(`${url}/v1/events`, { method: 'POST', headers: headersOf(windsock), body })
}
