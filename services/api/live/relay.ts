import { randomUUID } from 'node:crypto'
import pg from 'pg'
import type { DataSource } from 'typeorm'
import type { LiveChange, LiveHub } from './hub.js'

export interface Relay {
  stop(): Promise<void>
}

const CHANNEL = 'windsock_live'
const RECONNECT_MS = 2_000
const MAX_SERVICES = 50

/**
 * Carries what is published in one process to the others on the same PostgreSQL. A change that gets lost while the
 * connection is away is no loss: pages ask again by themselves, and workers look by themselves.
 */
export function startRelay(hub: LiveHub, { url, dataSource }: { url: string; dataSource: DataSource }): Relay {
  const origin = randomUUID()
  let stopped = false
  let client: pg.Client | null = null
  let timer: NodeJS.Timeout | undefined

  async function listen(): Promise<void> {
    client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
    client.on('error', () => {})
    client.once('end', reconnect)
    client.on('notification', ({ payload }) => receive(payload ?? ''))
    await client.connect()
    await client.query(`LISTEN ${CHANNEL}`)
  }

  function reconnect(): void {
    clearTimeout(timer)
    if (!stopped) timer = setTimeout(() => void listen().catch(reconnect), RECONNECT_MS)
  }

  function receive(payload: string): void {
    const message = JSON.parse(payload) as { origin: string; change: LiveChange }
    if (message.origin === origin) return
    hub.publish({ ...message.change, relayed: true })
  }

  function send({ what, services, relayed }: LiveChange): void {
    if (relayed) return
    const change = { what, services: services?.slice(0, MAX_SERVICES) }
    dataSource.query('SELECT pg_notify($1, $2)', [CHANNEL, JSON.stringify({ origin, change })]).catch(() => {})
  }

  const unsubscribe = hub.subscribe(send)
  void listen().catch(reconnect)
  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      unsubscribe()
      await client?.end().catch(() => {})
    },
  }
}
