import type { DataSource } from 'typeorm'
import type { ConnectionSettings } from '../integrations/integration.js'
import { IntegrationConnection } from '../store/control/entities/integration-connection.js'
import { openSecret, sealSecret } from '../store/control/secrets.js'
import { isControlAway } from './store-away.js'

export interface KnownConnection {
  integration: string
  source: string
  secret: string | null
  /** Declared to take unsigned deliveries. */
  open: boolean
  settings: ConnectionSettings
}

export interface Connections {
  /** Answers from memory while the control store is away, so that deliveries can still be checked. */
  find(integration: string, source: string): Promise<KnownConnection | null>
  list(): Promise<IntegrationConnection[]>
  /** What is left out stays as it was. */
  save(change: ConnectionChange): Promise<IntegrationConnection>
  /** False where there is none. */
  remove(integration: string, source: string): Promise<boolean>
}

export interface ConnectionChange {
  integration: string
  source: string
  secret?: string
  open: boolean
  settings?: ConnectionSettings
}

const FRESH_MS = 5_000

export function createConnections(options: { dataSource: DataSource; key: Buffer; now: () => Date }): Connections {
  const { key, now } = options
  const repository = options.dataSource.getRepository(IntegrationConnection)
  let known = new Map<string, KnownConnection>()
  let loadedAt = -Infinity

  async function load(): Promise<void> {
    const rows = await repository.find()
    known = new Map(rows.map((row) => [keyOf(row), unseal(row)]))
    loadedAt = now().getTime()
  }

  function unseal(row: IntegrationConnection): KnownConnection {
    const secret = row.secretSealed && openSecret(key, row.secretSealed, purposeOf(row))
    const { integration, source, open } = row
    return { integration, source, open, secret, settings: row.settings as ConnectionSettings }
  }

  async function refresh(): Promise<void> {
    if (now().getTime() - loadedAt < FRESH_MS) return
    try {
      await load()
    } catch (error) {
      if (!isControlAway(error) || loadedAt === -Infinity) throw error
      loadedAt = now().getTime()
    }
  }

  return {
    async find(integration, source) {
      await refresh()
      return known.get(keyOf({ integration, source })) ?? null
    },
    list: () => repository.find({ order: { integration: 'ASC', source: 'ASC' } }),
    async save({ integration, source, secret, open, settings }) {
      const existing = await repository.findOneBy({ integration, source })
      const row = repository.create({
        integration,
        source,
        open,
        secretSealed: secret === undefined ? (existing?.secretSealed ?? null) : sealSecret(key, secret, purposeOf({ integration, source })),
        settings: settings ?? existing?.settings ?? {},
        createdAt: existing?.createdAt ?? now(),
      })
      await repository.save(row)
      await load()
      return row
    },
    async remove(integration, source) {
      const { affected } = await repository.delete({ integration, source })
      await load()
      return affected === 1
    },
  }
}

function keyOf({ integration, source }: { integration: string; source: string }): string {
  return `${integration}/${source}`
}

function purposeOf(connection: { integration: string; source: string }): string {
  return `connection:${keyOf(connection)}`
}
