import type { DataSource } from 'typeorm'
import { ApiAccess as ApiAccessRow } from '../store/control/entities/api-access.js'
import { openSecret, sealSecret } from '../store/control/secrets.js'
import { hostOf, type ApiAccess } from './clients.js'

/** Tokens for the APIs of providers, sealed at rest. */
export type ApiAccesses = {
  /** By the host of the repositories that it is good for; the first by name where several are. */
  byHost(): Promise<ReadonlyMap<string, ApiAccess>>
  list(): Promise<{ integration: string; source: string; apiUrl: string | null; host: string; savedAt: Date }[]>
  save(access: ApiAccess): Promise<void>
  /** Whether there was one. */
  remove(integration: string, source: string): Promise<boolean>
}

const FRESH_MS = 5_000

export function createApiAccesses({ dataSource, key, now }: { dataSource: DataSource; key: Buffer; now: () => Date }): ApiAccesses {
  const repository = dataSource.getRepository(ApiAccessRow)
  let known: ReadonlyMap<string, ApiAccess> = new Map()
  let loadedAt = -Infinity

  const rows = () => repository.find({ order: { integration: 'ASC', source: 'ASC' } })

  return {
    async byHost() {
      if (now().getTime() - loadedAt < FRESH_MS) return known
      const found = new Map<string, ApiAccess>()
      for (const { integration, source, tokenSealed, apiUrl } of await rows()) {
        const access = { integration, source, token: openSecret(key, tokenSealed, purposeOf({ integration, source })), apiUrl: apiUrl ?? undefined }
        const host = hostOf(access)
        if (host !== null && !found.has(host)) found.set(host, access)
      }
      known = found
      loadedAt = now().getTime()
      return known
    },
    async list() {
      return (await rows()).map(({ integration, source, apiUrl, savedAt }) => ({
        integration,
        source,
        apiUrl,
        host: hostOf({ integration, apiUrl: apiUrl ?? undefined }) ?? '',
        savedAt,
      }))
    },
    async save({ integration, source, token, apiUrl }) {
      const tokenSealed = sealSecret(key, token, purposeOf({ integration, source }))
      await repository.save({ integration, source, tokenSealed, apiUrl: apiUrl ?? null, savedAt: now() })
      loadedAt = -Infinity
    },
    async remove(integration, source) {
      const { affected } = await repository.delete({ integration, source })
      loadedAt = -Infinity
      return (affected ?? 0) > 0
    },
  }
}

function purposeOf({ integration, source }: { integration: string; source: string }): string {
  return `api-access:${integration}/${source}`
}
