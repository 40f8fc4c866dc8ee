import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export type ClickHouseFront = { url: string; username: string; password: string; stop(): Promise<void> }

/**
 * ClickHouse's HTTP interface over chDB in a process of its own, for tests of the genuine client transport.
 * With a `directory` the data outlive `stop()`, so that a store can be taken away and brought back.
 */
export async function startClickHouseFront(options: { directory?: string } = {}): Promise<ClickHouseFront> {
  const directory = options.directory ?? (await mkdtemp(join(tmpdir(), 'clickhouse-front-')))
  const [username, password] = ['windsock', 'front-password']
  const script = fileURLToPath(new URL('./front.mjs', import.meta.url))
  const child = fork(script, [directory, username, password], { env: { ...process.env, UV_THREADPOOL_SIZE: '24' }, execArgv: [] })
  const port = await portOf(child)
  return {
    url: `http://127.0.0.1:${port}`,
    username,
    password,
    async stop() {
      await end(child)
      if (!options.directory) await rm(directory, { recursive: true, force: true })
    },
  }
}

async function portOf(child: ChildProcess): Promise<number> {
  const [message] = await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => Promise.reject(new Error(`The ClickHouse front ended with code ${code}`))),
  ])
  return (message as { port: number }).port
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = once(child, 'exit')
  child.kill('SIGKILL')
  await exited
}
