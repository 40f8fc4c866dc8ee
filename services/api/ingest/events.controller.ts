import { randomUUID } from 'node:crypto'
import { Controller, HttpCode, Inject, Post, Req } from '@nestjs/common'
import type { FastifyRequest } from 'fastify'
import { principalOf } from '../../auth/guard.js'
import { Requires } from '../../auth/requires.js'
import { acceptEvents, type EventsReceipt } from '../../ingest/accept-events.js'
import { Problem } from '../problem.js'
import { RUNTIME, type Runtime } from '../runtime.js'
import { bodyOf } from './body.js'

const mediaTypes = new Set([
  'application/json',
  'application/x-ndjson',
  'application/ndjson',
  'application/jsonl',
  'application/x-jsonlines',
  'application/cloudevents+json',
  'application/cloudevents-batch+json',
])

@Controller('v1/events')
export class EventsController {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  @Post()
  @HttpCode(202)
  @Requires('ingest')
  async accept(@Req() request: FastifyRequest): Promise<EventsReceipt> {
    assertMediaType(request)
    const { runtime } = this
    const sender = (await principalOf(request, runtime.authenticator))?.actor ?? ''
    const { headers } = request
    const answer = await acceptEvents(runtime, {
      headers,
      body: bodyOf(request),
      sender: nameOf(sender),
      receivedAt: runtime.now(),
      newId: randomUUID,
    })
    if (!answer.ok) throw new Problem(400, answer.detail, answer.errors)
    return answer.receipt
  }
}

function assertMediaType({ headers }: FastifyRequest): void {
  const type = headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase()
  if (type === undefined || mediaTypes.has(type)) return
  throw new Problem(415, `The content type ${type} is not known here; send application/json, application/x-ndjson or CloudEvents in JSON.`)
}

/** Without what kind of principal it is: `token:deploy-bot` is `deploy-bot`. */
function nameOf(actor: string): string {
  return actor.slice(actor.indexOf(':') + 1)
}
