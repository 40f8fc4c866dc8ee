import type { IncomingHttpHeaders } from 'node:http'

/** Providers ask for a minute where a limit does not say how long it lasts. */
const UNSAID_MS = 60_000
const LONGEST_MS = 6 * 3_600_000

/** When to ask again (epoch milliseconds) if the answer says that too much was asked; null when it does not. */
export function limitedUntil(status: number, headers: IncomingHttpHeaders, body: string, now: number): number | null {
  if (status !== 429 && status !== 403) return null
  const told = retryAfter(headers, now) ?? (isUsedUp(headers) ? resetAt(headers, now) : null)
  if (told !== null) return Math.min(told, now + LONGEST_MS)
  return status === 429 || /rate limit|abuse detection/i.test(body) ? now + UNSAID_MS : null
}

/** After an answer that used the last request up: when there are more; else null. */
export function pausedUntil(headers: IncomingHttpHeaders, now: number): number | null {
  return isUsedUp(headers) ? resetAt(headers, now) : null
}

function isUsedUp(headers: IncomingHttpHeaders): boolean {
  return (headers['x-ratelimit-remaining'] ?? headers['ratelimit-remaining']) === '0'
}

function resetAt(headers: IncomingHttpHeaders, now: number): number | null {
  const told = String(headers['x-ratelimit-reset'] ?? headers['ratelimit-reset'] ?? '')
  if (!/^\d+$/.test(told)) return null
  const at = Number(told) * 1000
  return at > now && at <= now + LONGEST_MS ? at : null
}

function retryAfter(headers: IncomingHttpHeaders, now: number): number | null {
  const told = headers['retry-after']
  if (told === undefined) return null
  const at = /^\d+$/.test(told) ? now + Number(told) * 1000 : Date.parse(told)
  return Number.isNaN(at) ? null : Math.max(at, now)
}
