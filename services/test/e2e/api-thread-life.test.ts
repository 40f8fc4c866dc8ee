import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clientOf, rollouts } from './client.js'
import { compileServer, startServer } from './compiled-server.js'

const LONG_QUESTION = `query { metrics(keys: [deployment_frequency, change_lead_time, change_failure_rate], interval: HOUR, groupBy: [SERVICE],
  window: { from: "2026-11-01T00:00:00Z", to: "2026-11-08T00:00:00Z" }) { groups { series { from value { value low high } } } } }`

let home: string
let compiled: Awaited<ReturnType<typeof compileServer>>

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'windsock-thread-'))
  compiled = await compileServer()
})
afterAll(async () => {
  await compiled?.remove()
  await rm(home, { recursive: true, force: true })
})

test('it stops once what was asked is answered', async () => {
  const server = await startServer(compiled.directory, join(home, 'stopped'))
  const { ask, post, request, settled } = clientOf(server)
  expect(await post('/v1/events', rollouts())).toBe(202)
  await settled()
  const answers = Promise.all(Array.from({ length: 12 }, () => ask<{ metrics: object[] }>(LONG_QUESTION)))
  const live = await request('/v1/live')
  void live.text().catch(() => {})
  await new Promise((resolve) => setTimeout(resolve, 30))
  await server.stop()
  for (const { metrics } of await answers) expect(metrics).toHaveLength(3)
  expect(await server.ended).toMatchObject({ code: 0, complaint: '' })
}, 120_000)

test('it ends and says why when the thread that answers dies', async () => {
  const sign = join(home, 'die')
  const script = join(home, 'killer.mjs')
  await writeFile(
    script,
    `import { existsSync } from 'node:fs'
     import { isMainThread, workerData } from 'node:worker_threads'
     if (!isMainThread && workerData == null) setInterval(() => { if (existsSync(${JSON.stringify(sign)})) throw new Error('killed by a test') }, 50)`,
  )
  const server = await startServer(compiled.directory, join(home, 'died'), { NODE_OPTIONS: `--import ${pathToFileURL(script).href}` })
  await writeFile(sign, '')
  const { code, complaint } = await server.ended
  expect(code).toBe(1)
  expect(complaint).toContain('The thread that answers requests has ended: killed by a test')
}, 120_000)
