import type { Notification, RouteField, SendResult } from '../notification.js'
import type { SendMail } from './email/message.js'

/** The values of a route's fields, secrets opened, by the name of the field. */
export type RouteSettings = Readonly<Record<string, string>>

const SHORTEST_PART = 8
const MOST_MESSAGE = 300

export type RouteContext = {
  /** Of the message: the same at every try, another one for every message. Without a full stop, which would end it in a signature. */
  id: string
  now: Date
  /** Hosts that may lie at a private address and speak http. */
  privateHosts: readonly string[]
  /** Of each request. Default: 15 s. */
  timeoutMs?: number
  /** Null where the server has no mail server. */
  sendMail: SendMail | null
}

export type Route = {
  /** The name of its folder. */
  id: string
  title: string
  fields: readonly RouteField[]
  /** Whether a message that arrives twice is seen once. */
  deduplicates: boolean
  /** Where a problem must be told again while it lasts, or else the receiver takes it as over. */
  repeatSeconds: number | null
  /** What goes wrong is in the result, without the secrets of the settings; it throws for bugs only. */
  send(notification: Notification, settings: RouteSettings, context: RouteContext): Promise<SendResult>
}

/** A route whose settings are checked before it sends, and whose failures hold no secret. */
export function defineRoute({ send, ...route }: Route): Route {
  return {
    ...route,
    async send(notification, settings, context) {
      const problem = settingsProblem(route.fields, settings)
      if (problem !== null) return refused(problem)
      const result = await send(notification, settings, context)
      return result.ok ? result : { ...result, message: withoutSecrets(result.message, route.fields, settings).slice(0, MOST_MESSAGE) }
    },
  }
}

/** What is wrong with the values, in a sentence that shows none of them; null when they can be used. */
export function settingsProblem(fields: readonly RouteField[], settings: RouteSettings): string | null {
  for (const { name, title, required, secret } of fields) {
    const value = settings[name] ?? ''
    if (required && value.trim() === '') return `${title} is missing.`
    if (hasControlCharacter(value)) return `${title} holds a line break or another control character.`
    // Secrets travel in headers, which carry nothing else.
    if (secret && !/^[ -~]*$/.test(value)) return `${title} holds a character that is not ASCII.`
  }
  return null
}

/** A failure that trying again does not mend. */
export function refused(message: string, status: number | null = null): SendResult {
  return { ok: false, retryable: false, status, message, retryAfterSeconds: null }
}

function hasControlCharacter(value: string): boolean {
  return /\p{Cc}/u.test(value)
}

function withoutSecrets(message: string, fields: readonly RouteField[], settings: RouteSettings): string {
  const secrets = fields.filter(({ secret }) => secret).flatMap(({ name }) => secretParts(settings[name] ?? ''))
  return secrets.reduce((text, secret) => text.replaceAll(secret, '…'), message)
}

/** Of a header its words, of an address the parts of its path are secret too. */
function secretParts(secret: string): string[] {
  const parts = URL.canParse(secret) ? new URL(secret).pathname.split('/') : secret.split(/\s+/)
  return [secret, ...parts.filter(({ length }) => length >= SHORTEST_PART)].filter((part) => part !== '')
}
