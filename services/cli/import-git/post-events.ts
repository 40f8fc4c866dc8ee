import { CliError, exitCodes } from '../cli-error.js'
import { refusal } from '../client.js'
import type { SentEvent } from './git-events.js'

export type Posted = { accepted: number; duplicates: number; rejected: string[] }

export type PostOptions = {
  url: string
  token: string
  /** Events per request; a request is sent earlier when it grows large. */
  batchSize?: number
  onProgress?: (sent: number) => void
  /** Waits that many milliseconds; for tests. */
  wait?: (milliseconds: number) => Promise<void>
}

type Receipt = { accepted: number; duplicates: number; rejected: { index: number; error: string }[] }
type Batch = { lines: string[]; bytes: number }

/** The server takes 5 MiB. */
const MOST_BYTES = 4 * 1024 * 1024
const MOST_TRIES = 10
const LONGEST_WAIT_MS = 60_000
const TIMEOUT_MS = 120_000
const SHOWN_REJECTIONS = 20

/** Sends events to /v1/events as lines, one request after the other. Where the server asks to come back later, it does. */
export async function postEvents(events: AsyncIterable<SentEvent>, options: PostOptions): Promise<Posted> {
  const { batchSize = 1000, onProgress } = options
  const posted: Posted = { accepted: 0, duplicates: 0, rejected: [] }
  let batch: Batch = { lines: [], bytes: 0 }
  let sent = 0
  async function flush(): Promise<void> {
    if (batch.lines.length === 0) return
    add(posted, await send(batch.lines.join('\n'), options, sent > 0))
    sent += batch.lines.length
    batch = { lines: [], bytes: 0 }
    onProgress?.(sent)
  }
  for await (const event of events) {
    const line = JSON.stringify(event)
    const bytes = Buffer.byteLength(line) + 1
    if (batch.bytes + bytes > MOST_BYTES) await flush()
    batch.lines.push(line)
    batch.bytes += bytes
    if (batch.lines.length >= batchSize) await flush()
  }
  await flush()
  return posted
}

async function send(body: string, options: PostOptions, hasAnswered: boolean): Promise<Receipt> {
  const { url, wait = sleep } = options
  let reason = ''
  for (let attempt = 1; attempt <= MOST_TRIES; attempt += 1) {
    const answer = await post(body, options)
    if ('response' in answer) {
      const { response } = answer
      const read = await readJson(response)
      if (response.status === 202) return read as Receipt
      if (response.status !== 503 && response.status !== 429) throw refusal(response.status, read)
      reason = `it answered ${response.status}`
      await wait(retryAfter(response) ?? backOff(attempt))
    } else {
      reason = answer.error
      if (!hasAnswered) break
      await wait(backOff(attempt))
    }
  }
  throw new CliError(
    `${url} does not take events (${reason}): is Windsock running there? Importing again later sends nothing twice.`,
    exitCodes.notRunning,
  )
}

async function post(body: string, { url, token }: PostOptions): Promise<{ response: Response } | { error: string }> {
  const headers = { 'content-type': 'application/x-ndjson', ...(token ? { authorization: `Bearer ${token}` } : {}) }
  try {
    return { response: await fetch(`${url}/v1/events`, { method: 'POST', headers, body, signal: AbortSignal.timeout(TIMEOUT_MS) }) }
  } catch (error) {
    const { cause, message } = error as Error & { cause?: NodeJS.ErrnoException }
    return { error: cause?.code ?? message }
  }
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json()
  } catch {
    return null
  }
}

/** Milliseconds that the server asks to wait, told in seconds or as a date; null when it does not say. */
function retryAfter({ headers }: Response): number | null {
  const told = headers.get('retry-after')
  if (told === null) return null
  const milliseconds = /^\d+$/.test(told) ? Number(told) * 1000 : Date.parse(told) - Date.now()
  return Number.isNaN(milliseconds) ? null : Math.min(Math.max(milliseconds, 0), LONGEST_WAIT_MS)
}

function backOff(attempt: number): number {
  return Math.min(500 * 2 ** attempt, 30_000)
}

function add(posted: Posted, { accepted, duplicates, rejected }: Receipt): void {
  posted.accepted += accepted
  posted.duplicates += duplicates
  const room = SHOWN_REJECTIONS - posted.rejected.length
  posted.rejected.push(...rejected.slice(0, room).map(({ error }) => error))
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
