import { createHmac } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { toNdjson, type SeedEvent } from './seed-event.js'

/** Where the product listens, and the token it knows us by. */
export type Windsock = { url: string; token: string }

export type BatchAnswer = { accepted: number; duplicates: number; rejected: { index: number; error: unknown }[] }
export type GithubDelivery = { event: string; id: string; body: string }

/** Of a store that is away, and of a product that does not listen. */
const MAX_TRIES = 12
const MAX_TRIES_UNREACHABLE = 5
const LONGEST_PAUSE_MS = 30_000

/** Sends one batch as NDJSON. Throws where an event is refused: everything the seed sends is meant to be valid. */
export async function postEvents(windsock: Windsock, events: readonly SeedEvent[]): Promise<BatchAnswer> {
  const response = await send(`${windsock.url}/v1/events`, {
    method: 'POST',
    headers: { authorization: `Bearer ${windsock.token}`, 'content-type': 'application/x-ndjson' },
    body: toNdjson(events),
  })
  const answer = (await response.json()) as BatchAnswer
  const refused = answer.rejected[0]
  if (refused) throw new Error(`event ${events[refused.index]?.id} was refused: ${JSON.stringify(refused.error)}`)
  return answer
}

/** Sends attestations, one document a line. Throws where one is refused. */
export async function postAttestations(windsock: Windsock, documents: string): Promise<void> {
  const response = await send(`${windsock.url}/v1/attestations`, {
    method: 'POST',
    headers: { authorization: `Bearer ${windsock.token}`, 'content-type': 'application/x-ndjson' },
    body: documents,
  })
  const { rejected } = (await response.json()) as Pick<BatchAnswer, 'rejected'>
  if (rejected[0]) throw new Error(`attestation ${rejected[0].index} was refused: ${JSON.stringify(rejected[0].error)}`)
}

/** Sends one OTLP metrics request in its JSON form. Throws where a point of it is refused. */
export async function postTelemetry(windsock: Windsock, body: object): Promise<void> {
  const response = await send(`${windsock.url}/v1/otlp/v1/metrics`, {
    method: 'POST',
    headers: { authorization: `Bearer ${windsock.token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const { partialSuccess } = (await response.json()) as { partialSuccess?: { errorMessage: string } }
  if (partialSuccess) throw new Error(`telemetry was refused: ${partialSuccess.errorMessage}`)
}

/** Sends one webhook as GitHub would, signed with the connection's secret. */
export async function postGithub(windsock: Windsock, source: string, secret: string, delivery: GithubDelivery): Promise<void> {
  const signature = createHmac('sha256', secret).update(delivery.body).digest('hex')
  const response = await send(`${windsock.url}/v1/hooks/github/${encodeURIComponent(source)}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'user-agent': 'GitHub-Hookshot/seed',
      'x-github-event': delivery.event,
      'x-github-delivery': delivery.id,
      'x-hub-signature-256': `sha256=${signature}`,
    },
    body: delivery.body,
  })
  await response.arrayBuffer()
}

/** Runs one GraphQL operation and gives its data. Throws with the messages of the errors, if any. */
export async function graphql<T>(windsock: Windsock, query: string, variables: Record<string, unknown> = {}): Promise<T> {
  const response = await send(`${windsock.url}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${windsock.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  })
  const { data, errors } = (await response.json()) as { data?: T; errors?: { message: string }[] }
  if (errors?.length) throw new Error(`GraphQL: ${errors.map((error) => error.message).join('; ')}`)
  if (!data) throw new Error('GraphQL answered without data')
  return data
}

async function send(url: string, request: RequestInit): Promise<Response> {
  for (let attempt = 1; ; attempt += 1) {
    const { response, failure } = await attemptOnce(url, request)
    if (response?.ok) return response
    const tries = response ? MAX_TRIES : MAX_TRIES_UNREACHABLE
    const worthRepeating = !response || response.status === 503 || response.status === 429
    if (!worthRepeating || attempt >= tries) throw new Error(await describe(url, response, failure))
    await response?.arrayBuffer()
    await pause(pauseMs(response?.headers.get('retry-after') ?? null, attempt, Date.now()))
  }
}

async function attemptOnce(url: string, request: RequestInit): Promise<{ response?: Response; failure?: unknown }> {
  try {
    return { response: await fetch(url, request) }
  } catch (failure) {
    return { failure }
  }
}

/** How long to wait before the next attempt: what Retry-After says (seconds or a date), else twice as long each time. Milliseconds. */
export function pauseMs(retryAfter: string | null, attempt: number, now: number): number {
  const backOff = Math.min(LONGEST_PAUSE_MS, 100 * 2 ** attempt)
  if (retryAfter === null) return backOff
  const asked = /^\d+$/.test(retryAfter.trim()) ? Number(retryAfter) * 1000 : Date.parse(retryAfter) - now
  return Number.isNaN(asked) ? backOff : Math.min(LONGEST_PAUSE_MS, Math.max(0, asked))
}

async function describe(url: string, response: Response | undefined, failure: unknown): Promise<string> {
  if (response) return `${url} answered ${response.status}: ${(await response.text()).slice(0, 1000)}`
  const cause = failure instanceof Error && failure.cause instanceof Error ? failure.cause : failure
  return `${url} cannot be reached: ${cause instanceof Error ? cause.message : String(cause)}. Is Windsock running there?`
}
