import type { DataSource } from 'typeorm'
import { Token } from '../store/control/entities/token.js'
import { permissionsOfScopes, scopes as knownScopes, type Scope } from './permissions.js'
import type { Principal } from './principal.js'
import { hashSecret, newTokenSecret } from './secrets.js'

export interface NewToken {
  name: string
  scopes: readonly Scope[]
  /** Null means every team. */
  teams: readonly string[] | null
  expiresAt: Date | null
  createdBy: string
}

export interface Tokens {
  /** The secret is given this once; only its hash is kept. */
  create(token: NewToken): Promise<{ token: Token; secret: string }>
  list(): Promise<Token[]>
  /** Null if there is no such token. */
  revoke(id: string): Promise<Token | null>
  authenticate(secret: string): Promise<Principal | null>
  /** True without a look-up if this secret was good before, as far as this process remembers. */
  wasGood(secret: string): boolean
}

interface Known {
  token: Token
  checkedAt: number
}

// How long another process may still honour a token that was revoked here.
const CACHE_MS = 5_000
const LAST_USE_MS = 60_000
const MAX_CACHED = 10_000

export function createTokens({ dataSource, now }: { dataSource: DataSource; now: () => Date }): Tokens {
  const repository = dataSource.getRepository(Token)
  const cache = new Map<string, Known>()
  const good = new Set<string>()

  async function find(hash: Buffer): Promise<Token | null> {
    const key = hash.toString('base64')
    const known = cache.get(key)
    if (known && now().getTime() - known.checkedAt < CACHE_MS) return known.token
    cache.delete(key)
    const token = await repository.findOneBy({ hash })
    if (!token) return null
    if (cache.size >= MAX_CACHED) cache.clear()
    cache.set(key, { token, checkedAt: now().getTime() })
    return token
  }

  async function noteUse(token: Token): Promise<void> {
    const at = now()
    if (token.lastUsedAt && at.getTime() - token.lastUsedAt.getTime() < LAST_USE_MS) return
    token.lastUsedAt = at
    // Losing a note of use must not fail the call that used it.
    await repository.update({ id: token.id }, { lastUsedAt: at }).catch(() => {})
  }

  return {
    async create({ teams, scopes, ...rest }) {
      const secret = newTokenSecret()
      const token = repository.create({
        ...rest,
        scopes: [...scopes],
        teams: teams && [...teams],
        hash: hashSecret(secret),
        createdAt: now(),
        revokedAt: null,
        lastUsedAt: null,
      })
      return { token: await repository.save(token), secret }
    },
    list: () => repository.find({ order: { createdAt: 'DESC', id: 'ASC' } }),
    async revoke(id) {
      const token = await repository.findOneBy({ id })
      if (!token) return null
      cache.clear()
      if (token.revokedAt) return token
      return await repository.save({ ...token, revokedAt: now() })
    },
    async authenticate(secret) {
      const token = await find(hashSecret(secret))
      if (!token || !isValid(token, now())) return null
      if (good.size >= MAX_CACHED) good.clear()
      good.add(token.hash.toString('base64'))
      void noteUse(token)
      return principalOf(token)
    },
    wasGood: (secret) => good.has(hashSecret(secret).toString('base64')),
  }
}

function isValid(token: Token, at: Date): boolean {
  return token.revokedAt === null && (token.expiresAt === null || token.expiresAt > at)
}

function principalOf(token: Token): Principal {
  const granted = knownScopes.filter((scope) => token.scopes.includes(scope))
  return {
    kind: 'token',
    actor: `token:${token.name}`,
    permissions: permissionsOfScopes(granted),
    teams: token.teams,
    login: null,
    role: null,
    ambient: false,
  }
}
