import type { SendResult } from '../notification.js'
import type { OutgoingAnswer } from '../../source-control/outgoing.js'
import { limitedUntil } from '../../source-control/rate-limit.js'

const LONGEST_SECONDS = 6 * 3600
/** Answers that say "not now", beside all from 500 on. */
const LATER = new Set([408, 425, 429])
/** Cut further once it holds no secrets: half a secret could not be recognised. */
const MOST_TEXT = 2000

/** What an HTTP answer means for a message: the same for every route. */
export function judgeAnswer(answer: OutgoingAnswer, now: Date, receipt: string | null = null): SendResult {
  const { status, headers } = answer
  if (status >= 200 && status < 300) return { ok: true, receipt }
  const text = answer.body.toString('utf8')
  const limited = status === 403 ? limitedUntil(status, headers, text.slice(0, 2000), now.getTime()) : null
  const retryable = status >= 500 || LATER.has(status) || limited !== null
  const told = retryAfterSeconds(headers['retry-after'], now) ?? (limited === null ? null : secondsUntil(limited, now))
  return { ok: false, retryable, status, message: messageOf(answer, text), retryAfterSeconds: retryable ? told : null }
}

/** The pause that a `Retry-After` asks for, from its seconds or its date; null when it says none. Six hours at most. */
export function retryAfterSeconds(header: string | undefined, now: Date): number | null {
  const told = header?.trim() ?? ''
  if (/^\d+$/.test(told)) return Math.min(Number(told), LONGEST_SECONDS)
  // A date of HTTP begins with its weekday; what else `Date.parse` takes is no date here.
  if (!/^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)/.test(told)) return null
  const at = Date.parse(told)
  return Number.isNaN(at) ? null : secondsUntil(at, now)
}

function secondsUntil(at: number, now: Date): number {
  return Math.min(Math.max(Math.ceil((at - now.getTime()) / 1000), 0), LONGEST_SECONDS)
}

function messageOf({ status, headers, url }: OutgoingAnswer, text: string): string {
  const { host } = new URL(url)
  if (status >= 300 && status < 400 && headers.location !== undefined) return `${host} answers ${status}: the address has moved.`
  if (status === 410 && text === '') return `${host} wants no more of it: it answers 410.`
  const said = saidIn(text)
  return said === '' ? `${host} answers ${status}.` : `${host} answers ${status}: ${said}`
}

/** What the other side says of its reason: the message of its JSON, or its text. */
function saidIn(text: string): string {
  const parsed = parseJson(text)
  const parts = isRecord(parsed) ? [parsed.message ?? parsed.error, parsed.errors] : [parsed ?? (text.trimStart().startsWith('<') ? '' : text)]
  const said = parts.filter((part) => part != null).map((part) => (typeof part === 'string' ? part : JSON.stringify(part)))
  return said.join(' ').replaceAll(/\s+/g, ' ').trim().slice(0, MOST_TEXT)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
