import { timingSafeEqual } from 'node:crypto'
import { AuthError } from './auth-error.js'
import { isLocalVisit, readBearer, readCookie, SESSION_COOKIE, type Connection } from './browser.js'
import type { FailureLimit } from './failure-limit.js'
import { scopes } from './permissions.js'
import { demoReader, type Principal } from './principal.js'
import { hashSecret } from './secrets.js'
import type { Sessions } from './sessions.js'
import type { Tokens } from './tokens.js'

export interface Authenticator {
  /** Null for someone who shows nothing. Throws `AuthError` for a credential that is not good. */
  authenticate(connection: Connection): Promise<Principal | null>
}

export interface AuthenticatorOptions {
  tokens: Tokens
  sessions: Sessions
  failures: FailureLimit
  demo: boolean
  /** Secrets that are known without the store, by the name the audit log gives them. */
  fixedTokens: Readonly<Record<string, string>>
}

export function createAuthenticator(options: AuthenticatorOptions): Authenticator {
  const { tokens, sessions, failures, demo } = options
  const fixed = Object.entries(options.fixedTokens).map(([name, secret]) => ({ name, hash: hashSecret(secret) }))

  function findFixed(secret: string): Principal | null {
    const hash = hashSecret(secret)
    const found = fixed.find((candidate) => timingSafeEqual(candidate.hash, hash))
    return found ? administrator(`token:${found.name}`) : null
  }

  const turns = new Map<string, Promise<unknown>>()

  /** One at a time for each address, so that guesses sent all at once are counted like others. */
  async function inTurn<T>(address: string, run: () => Promise<T>): Promise<T> {
    const turn = (turns.get(address) ?? Promise.resolve()).then(run, run)
    turns.set(address, turn)
    try {
      return await turn
    } finally {
      if (turns.get(address) === turn) turns.delete(address)
    }
  }

  async function byToken(secret: string, address: string): Promise<Principal> {
    const known = findFixed(secret)
    if (known) return known
    return tokens.wasGood(secret) ? await lookUp(secret, address) : await inTurn(address, () => lookUp(secret, address))
  }

  async function lookUp(secret: string, address: string): Promise<Principal> {
    if (!failures.allows(address) && !tokens.wasGood(secret)) throw tooManyFailures()
    const principal = await tokens.authenticate(secret)
    if (principal) return principal
    failures.record(address)
    throw new AuthError('UNAUTHENTICATED', 'The token is not known here, was revoked or has expired.')
  }

  return {
    async authenticate(connection) {
      const bearer = readBearer(connection.headers)
      if (bearer !== undefined) return await byToken(bearer, connection.remoteAddress ?? '')
      if (connection.headers.authorization !== undefined) {
        throw new AuthError('UNAUTHENTICATED', 'The Authorization header must be: Bearer <token>.')
      }
      const cookie = readCookie(connection.headers, SESSION_COOKIE)
      const person = cookie === undefined ? null : await sessions.authenticate(cookie)
      return person ?? (demo && isLocalVisit(connection) ? demoReader : null)
    },
  }
}

export function tooManyFailures(): AuthError {
  return new AuthError('TOO_MANY_FAILURES', 'Too many wrong credentials came from this address; try again in a minute.')
}

function administrator(actor: string): Principal {
  return { kind: 'token', actor, permissions: new Set(scopes), teams: null, login: null, role: null, ambient: false }
}
