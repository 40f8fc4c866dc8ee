import type { LiveChange, LiveHub } from '../api/live/hub.js'
import type { FailureLimit } from '../auth/failure-limit.js'
import { hashSecret } from '../auth/secrets.js'
import type { Tokens } from '../auth/tokens.js'
import type { Connections } from '../ingest/connections.js'
import type { Slos } from '../slo/slo-store.js'
import type { ApiAccesses } from '../source-control/api-access.js'

/** What one thread tells the other, so that what each remembers is as if there were one. */
export type Told =
  | { kind: 'live'; change: LiveChange }
  /** A wrong credential came from there. */
  | { kind: 'failed'; address: string }
  | { kind: 'good'; tokenHash: string }
  /** Tokens, connections and such were changed in the control store. */
  | { kind: 'changed' }

export interface Remembering {
  tokens: Tokens
  failures: FailureLimit
  connections: Connections
  apiAccesses: ApiAccesses
  slos: Slos
  live: LiveHub
}

/** The same, telling of all that the other thread has to know. */
export function telling(
  { tokens, failures, connections, apiAccesses, slos, live }: Remembering,
  tell: (told: Told) => void,
): Omit<Remembering, 'live'> {
  const changed = () => tell({ kind: 'changed' })
  live.subscribe((change) => {
    if (!change.relayed) tell({ kind: 'live', change })
  })
  return {
    tokens: { ...afterwards(tokens, ['revoke'], changed), authenticate: (secret) => authenticate(tokens, secret, tell) },
    failures: {
      allows: failures.allows,
      record(address) {
        failures.record(address)
        tell({ kind: 'failed', address })
      },
    },
    connections: afterwards(connections, ['save'], changed),
    apiAccesses: afterwards(apiAccesses, ['save', 'remove'], changed),
    slos: afterwards(slos, ['save', 'remove'], changed),
  }
}

export function hear({ tokens, failures, connections, apiAccesses, slos, live }: Remembering, told: Told): void {
  switch (told.kind) {
    case 'live':
      return live.publish({ ...told.change, relayed: true })
    case 'failed':
      return failures.record(told.address)
    case 'good':
      return tokens.noteGood(told.tokenHash)
    case 'changed':
      for (const one of [tokens, connections, apiAccesses, slos]) one.forget()
  }
}

async function authenticate(tokens: Tokens, secret: string, tell: (told: Told) => void) {
  const isNew = !tokens.wasGood(secret)
  const principal = await tokens.authenticate(secret)
  if (principal && isNew) tell({ kind: 'good', tokenHash: hashSecret(secret).toString('base64') })
  return principal
}

type Change = (...given: never[]) => Promise<unknown>

/** Calls `then` after each of these, whether it went well or not. */
function afterwards<K extends string, T extends Record<K, Change>>(of: T, names: readonly K[], then: () => void): T {
  const told = names.map((name) => [name, async (...given: never[]) => await of[name](...given).finally(then)])
  return { ...of, ...Object.fromEntries(told) }
}
