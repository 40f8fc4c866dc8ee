import type { Normalised } from './result.js'

/** Header names in lower case, as Node gives them. */
export type Headers = Readonly<Record<string, string | readonly string[] | undefined>>

/** What a person set on the connection. Each integration checks and documents its own keys. */
export type ConnectionSettings = Readonly<Record<string, unknown>>

export type Verification = { ok: true } | { ok: false; reason: string }

export type VerifyInput = {
  headers: Headers
  /** The bytes as received: signatures do not survive re-serialising. */
  rawBody: Buffer
  secret: string
  now: Date
  /** Those of the connection; none when absent. */
  settings?: ConnectionSettings
}

export type NormaliseInput = {
  headers: Headers
  body: unknown
  /** Name of the configured connection, the last part of its webhook address. */
  source: string
  /** RFC 3339. Only for payloads that carry no time of their own. */
  receivedAt: string
  settings: ConnectionSettings
}

/** A webhook provider. One folder and one line in `index.ts`. */
export type Integration = {
  /** Folder name, and the part of the webhook address before the source. */
  id: string
  title: string
  /** What the payloads were written from. */
  documentation: { url: string; version: string }
  /** The sender's id of this delivery, the same when it is sent again; null if it gives none. */
  deliveryId(headers: Headers): string | null
  /** Throws IntegrationError on settings it cannot read. */
  readSettings(settings: ConnectionSettings): unknown
  /** Fails closed: no secret, no header or no match is never ok. */
  verify(input: VerifyInput): Promise<Verification>
  /** Pure. Gives events or the reason for none; throws IntegrationError on a payload or settings it cannot read. */
  normalise(input: NormaliseInput): Normalised | Promise<Normalised>
  /** Whether each incident that it gives is one alert of another system, which has a beginning and an end and no other stages. */
  reportsAlerts?: boolean
  /** How to connect it, in Markdown with copyable lines. `url` is the full webhook address. */
  setup(url: string): string
}

export type IntegrationErrorCode = 'bad_payload' | 'bad_settings'

/** The message names the field and what was expected there. */
export class IntegrationError extends Error {
  override readonly name = 'IntegrationError'

  constructor(
    readonly code: IntegrationErrorCode,
    message: string,
  ) {
    super(message)
  }
}

/** The value of a header sent exactly once and not blank, else null. */
export function headerValue(headers: Headers, name: string): string | null {
  const found = headers[name.toLowerCase()]
  const values = typeof found === 'string' ? [found] : (found ?? [])
  const [value, ...more] = values
  return value === undefined || more.length > 0 || value.trim() === '' ? null : value.trim()
}
