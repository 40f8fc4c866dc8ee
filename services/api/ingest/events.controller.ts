import { randomUUID } from 'node:crypto'
import { Controller, HttpCode, Inject, Post, Req } from '@nestjs/common'
import type { FastifyRequest } from 'fastify'
import { forbiddenSource, isBelieved, loadTrust } from '../../attestations/trust-setting.js'
import { noTrust } from '../../attestations/trust.js'
import { AuthError } from '../../auth/auth-error.js'
import { principalOf } from '../../auth/guard.js'
import { Requires } from '../../auth/requires.js'
import { ForTeams } from '../../auth/teams/team-rule.js'
import { acceptEvents, type EventsReceipt } from '../../ingest/accept-events.js'
import { subjectOfEvent } from './subject-of-event.js'
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
  @ForTeams('limited')
  async accept(@Req() request: FastifyRequest): Promise<EventsReceipt> {
    assertMediaType(request)
    const { runtime } = this
    const principal = await principalOf(request, runtime.authenticator)
    const { headers } = request
    const answer = await acceptEvents(runtime, {
      headers,
      body: bodyOf(request),
      sender: nameOf(principal?.actor ?? ''),
      receivedAt: runtime.now(),
      newId: randomUUID,
      authorise: async (events) => {
        assertMaySay(events, principal?.permissions.has('admin') ?? false)
        await assertOwnSources(events, nameOf(principal?.actor ?? ''), runtime)
      },
      refusals: (events) => runtime.teamLimit.refusals(events.map(subjectOfEvent)),
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

/** A correction outranks every sender, and verdicts are Windsock's own. */
function assertMaySay(events: readonly { type: string }[], isAdmin: boolean): void {
  const reserved = events.find(({ type }) => type === 'fact.corrected' || type.startsWith('gate.'))
  if (reserved && !isAdmin) throw new AuthError('FORBIDDEN', `A ${reserved.type} event needs the admin scope; nothing of this request was kept.`)
}

/** What is believed because of its source must come from where that source is. */
async function assertOwnSources(events: readonly { type: string; source: string }[], sender: string, { control }: Runtime): Promise<void> {
  const trust = events.some(isBelieved) ? await loadTrust(control.dataSource) : noTrust
  const forbidden = events.map((event) => forbiddenSource(event, sender, trust)).find((reason) => reason !== null)
  if (forbidden) throw new AuthError('FORBIDDEN', `${forbidden} Nothing of this request was kept.`)
}

/** Without what kind of principal it is: `token:deploy-bot` is `deploy-bot`. */
function nameOf(actor: string): string {
  return actor.slice(actor.indexOf(':') + 1)
}
