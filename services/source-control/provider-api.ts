import { CompareError } from './compare-client.js'
import { OutgoingFailed, OutgoingRefused, type Outgoing, type OutgoingAnswer } from './outgoing.js'
import { limitedUntil, pausedUntil } from './rate-limit.js'

export type Clock = {
  /** Epoch milliseconds. */
  now(): number
  /** From 0 to 1. */
  random(): number
  wait(milliseconds: number): Promise<void>
}

export type ProviderApiOptions = {
  outgoing: Outgoing
  /** Without a slash at the end. */
  baseUrl: string
  headers: Readonly<Record<string, string>>
  clock: Clock
  timeoutMs?: number
}

export type Page = { body: unknown; next: string | null }

/** GET of JSON from a provider: with retries, within its limits, unchanged answers from memory. */
export type ProviderApi = {
  /** `path` begins with a slash. Throws `CompareError`. */
  get(path: string): Promise<Page>
  /** The items of all pages, from the list that `itemsOf` finds in each. */
  items(path: string, itemsOf?: (body: unknown) => unknown): AsyncGenerator<unknown>
}

const MOST_TRIES = 5
const FIRST_MS = 500
/** Longer pauses are left to the queue, which meanwhile does other work. */
const LONGEST_WAIT_MS = 20_000
const MOST_PAGES = 1000
const REMEMBERED = 1000
const REMEMBERED_BYTES = 64 * 1024

type Remembered = { etag: string; page: Page }
type Tried = { page: Page } | { again: string; at: number | null }

export function createProviderApi(options: ProviderApiOptions): ProviderApi {
  const { baseUrl, clock } = options
  const remembered = new Map<string, Remembered>()
  let pauseUntil = 0

  async function load(url: string): Promise<Page> {
    for (let attempt = 1; ; attempt += 1) {
      await waitUntil(pauseUntil, 'its limit of requests is used up')
      const tried = await tryOnce(url)
      if ('page' in tried) return tried.page
      const at = tried.at ?? clock.now() + backOffMs(attempt, clock.random())
      if (attempt >= MOST_TRIES) throw new CompareError(tried.at === null ? 'later' : 'limited', `${hostOf(baseUrl)}: ${tried.again}`, at)
      await waitUntil(at, tried.again)
    }
  }

  async function waitUntil(at: number, reason: string): Promise<void> {
    const milliseconds = at - clock.now()
    if (milliseconds <= 0) return
    if (milliseconds > LONGEST_WAIT_MS) throw new CompareError('limited', `${hostOf(baseUrl)}: ${reason}`, at)
    await clock.wait(milliseconds)
  }

  async function tryOnce(url: string): Promise<Tried> {
    const known = remembered.get(url)
    const answer = await ask(url, known?.etag)
    if ('again' in answer) return answer
    const { status, headers } = answer
    pauseUntil = Math.max(pauseUntil, pausedUntil(headers, clock.now()) ?? 0)
    if (status === 304 && known) return { page: known.page }
    if (status === 200) return read(url, answer)
    const text = answer.body.toString('utf8').slice(0, 2000)
    const limit = limitedUntil(status, headers, text, clock.now())
    if (limit !== null) return { again: `asked too often (${status})`, at: limit }
    if (status >= 500 || status === 408) return { again: `answered ${status}`, at: null }
    throw refusalOf(status, text, baseUrl)
  }

  async function ask(url: string, etag: string | undefined): Promise<OutgoingAnswer | { again: string; at: null }> {
    const headers = { accept: 'application/json', ...options.headers, ...(etag ? { 'if-none-match': etag } : {}) }
    try {
      return await options.outgoing.send({ url, headers, timeoutMs: options.timeoutMs })
    } catch (error) {
      if (error instanceof OutgoingFailed) return { again: error.message, at: null }
      if (error instanceof OutgoingRefused) throw new CompareError('refused', error.message)
      throw error
    }
  }

  function read(url: string, { headers, body, url: answered }: OutgoingAnswer): Tried {
    const parsed = parseJson(body)
    // A body cut off by something in between is no answer; the next may be whole.
    if (parsed === undefined) return { again: 'its answer is not whole JSON', at: null }
    const page = { body: parsed, next: nextPage(headers.link, answered) }
    if (headers.etag !== undefined && body.length <= REMEMBERED_BYTES) remember(url, { etag: headers.etag, page })
    return { page }
  }

  function remember(url: string, answer: Remembered): void {
    remembered.delete(url)
    remembered.set(url, answer)
    if (remembered.size > REMEMBERED) for (const [oldest] of remembered) return void remembered.delete(oldest)
  }

  return {
    get: (path) => load(baseUrl + path),
    async *items(path, itemsOf = (body) => body) {
      let url: string | null = baseUrl + path
      for (let number = 1; url !== null; number += 1) {
        if (number > MOST_PAGES) throw new CompareError('bad_answer', `${hostOf(baseUrl)} has more than ${MOST_PAGES} pages of ${path}.`)
        const page: Page = await load(url)
        const items = itemsOf(page.body)
        if (!Array.isArray(items)) throw new CompareError('bad_answer', `${hostOf(baseUrl)} gives no list for ${path}.`)
        yield* items as unknown[]
        url = page.next
      }
    },
  }
}

/** Doubling, between half and the whole by `random`. */
function backOffMs(attempt: number, random: number): number {
  return FIRST_MS * 2 ** (attempt - 1) * (0.5 + random / 2)
}

function refusalOf(status: number, text: string, baseUrl: string): CompareError {
  const said = `${hostOf(baseUrl)} answered ${status}${messageIn(text)}`
  if (status === 404 || status === 410 || status === 422) return new CompareError('gone', said)
  return new CompareError('refused', said)
}

function messageIn(text: string): string {
  const parsed = parseJson(Buffer.from(text)) as { message?: unknown; error?: unknown } | null | undefined
  const message = parsed?.message ?? parsed?.error
  return typeof message === 'string' && message !== '' ? `: ${message.slice(0, 200)}` : ''
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return undefined
  }
}

/** The next page by the Link header, of the same host only. */
function nextPage(link: string | string[] | undefined, answered: string): string | null {
  for (const part of String(link ?? '').split(/,\s*(?=<)/)) {
    const [, target, params = ''] = /^\s*<([^>]*)>(.*)$/s.exec(part) ?? []
    if (target === undefined || !/;\s*rel="?(?:[^";]*\s)?next(?:\s[^";]*)?"?(?:;|$|\s)/i.test(params)) continue
    const url = URL.canParse(target, answered) ? new URL(target, answered) : null
    return url?.origin === new URL(answered).origin ? url.href : null
  }
  return null
}

function hostOf(url: string): string {
  return new URL(url).host
}
