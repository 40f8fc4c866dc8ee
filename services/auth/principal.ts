import type { Role, Scope } from './permissions.js'

/** Who is asking, once it is known. */
export interface Principal {
  kind: 'token' | 'person' | 'demo'
  /** As the audit log names it, such as token:deploy-bot or person:author-17@example.invalid. */
  actor: string
  permissions: ReadonlySet<Scope>
  /** Null means every team. */
  teams: readonly string[] | null
  login: string | null
  role: Role | null
  /** The credential travels by itself in a browser, so a change needs proof that our own page asks for it. */
  ambient: boolean
}

export const demoReader: Principal = {
  kind: 'demo',
  actor: 'demo',
  permissions: new Set<Scope>(['read']),
  teams: null,
  login: null,
  role: null,
  ambient: true,
}
