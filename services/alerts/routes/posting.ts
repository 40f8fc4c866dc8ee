import type { SendResult } from '../notification.js'
import { createOutgoing, OutgoingFailed, OutgoingRefused, type OutgoingAnswer, type OutgoingRequest } from '../../source-control/outgoing.js'
import { judgeAnswer } from './answer.js'
import { refused, type RouteContext } from './contract.js'

/** Asks the one host that it was made for. */
export type Ask = (request: OutgoingRequest) => Promise<OutgoingAnswer>

const TIMEOUT_MS = 15_000
const MOST_ANSWER = 8 * 1024 * 1024

/** Talks to the host of `url`, and closes the connections after. */
export async function talkTo(url: string, context: RouteContext, talk: (ask: Ask) => Promise<SendResult>): Promise<SendResult> {
  if (!URL.canParse(url)) return refused('The address is no URL.')
  const { privateHosts, timeoutMs = TIMEOUT_MS } = context
  const outgoing = createOutgoing({ hosts: [new URL(url).host], privateHosts })
  try {
    return await talk((request) => outgoing.send({ timeoutMs, maxBytes: MOST_ANSWER, ...request }))
  } catch (error) {
    if (error instanceof OutgoingRefused) return refused(error.message)
    if (error instanceof OutgoingFailed) return { ok: false, retryable: true, status: null, message: error.message, retryAfterSeconds: null }
    throw error
  } finally {
    outgoing.close()
  }
}

export type Posting = { url: string; headers?: Readonly<Record<string, string>>; body: string; receipt?: string }

/** One POST of JSON, judged by its answer. */
export async function postJson({ url, headers, body, receipt }: Posting, context: RouteContext): Promise<SendResult> {
  return await talkTo(url, context, async (ask) => {
    const answer = await ask({ url, method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body })
    return judgeAnswer(answer, context.now, receipt)
  })
}
