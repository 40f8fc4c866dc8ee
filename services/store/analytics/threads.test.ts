import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { compileServer } from '../../test/e2e/compiled-server.js'

let home: string
let compiled: Awaited<ReturnType<typeof compileServer>>

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'threads-'))
  compiled = await compileServer()
})
afterAll(async () => {
  await compiled?.remove()
  await rm(home, { recursive: true, force: true })
})

/** Opens the store in the main thread and in another, which says what it saw. */
const script = (compiledStore: string, directory: string) => `
import { once } from 'node:events'
import { isMainThread, parentPort, Worker } from 'node:worker_threads'
import { openEmbeddedAnalytics } from ${JSON.stringify(compiledStore)}
const store = await openEmbeddedAnalytics({ directory: ${JSON.stringify(directory)} })
const count = async () => Number((await store.query('SELECT count() AS n FROM shared'))[0].n)
const read = async () => {
  let rows = 0
  for await (const batch of store.stream('SELECT number FROM numbers(50000000)')) if ((rows += batch.length) > 1000) break
  return rows < 50000000
}
if (isMainThread) {
  await store.command('CREATE TABLE shared (n UInt32) ENGINE = MergeTree ORDER BY n')
  const worker = new Worker(new URL(import.meta.url))
  const exited = once(worker, 'exit')
  const said = once(worker, 'message')
  await Promise.all(Array.from({ length: 50 }, (_, n) => store.insert('shared', [{ n }])))
  const [seen] = await said
  await exited
  console.log(JSON.stringify({ ...seen, afterwards: await count() }))
  await store.close()
} else {
  await Promise.all(Array.from({ length: 50 }, (_, n) => store.insert('shared', [{ n }])))
  const stopsEarly = (await Promise.all(Array.from({ length: 20 }, read))).every(Boolean)
  const refused = await store.query('SELECT nothing').catch(({ name, type }) => ({ name, type }))
  while ((await count()) < 100) await new Promise((resolve) => setTimeout(resolve, 10))
  await store.close()
  const closed = await store.query('SELECT 1').catch(({ name }) => name)
  parentPort.postMessage({ stopsEarly, refused, closed })
}
`

test('two threads of a process share the engine, and either may close its own store', async () => {
  const path = join(home, 'threads.mjs')
  const store = join(compiled.directory, 'services', 'dist', 'store', 'analytics', 'analytics-store.js')
  await writeFile(path, script(store, join(home, 'data')))
  const { stdout } = await promisify(execFile)(process.execPath, [path])
  expect(JSON.parse(stdout)).toEqual({
    stopsEarly: true,
    refused: { name: 'AnalyticsQueryError', type: 'UNKNOWN_IDENTIFIER' },
    closed: 'AnalyticsUnavailable',
    afterwards: 100,
  })
}, 60_000)
