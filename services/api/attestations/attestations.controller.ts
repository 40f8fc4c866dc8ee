import { randomUUID } from 'node:crypto'
import { Controller, HttpCode, Inject, Post, Query, Req } from '@nestjs/common'
import type { FastifyRequest } from 'fastify'
import { readDigest } from '../../attestations/digest.js'
import { loadTrust } from '../../attestations/trust-setting.js'
import { principalOf } from '../../auth/guard.js'
import { Requires } from '../../auth/requires.js'
import { ForTeams } from '../../auth/teams/team-rule.js'
import { bodyOf } from '../ingest/body.js'
import { Problem } from '../problem.js'
import { RUNTIME, type Runtime } from '../runtime.js'
import { acceptAttestations, type AttestationsReceipt } from './accept-attestations.js'
import { createGivenVerdicts, type GivenVerdicts } from './verdict-events.js'

const MEDIA_TYPE = /^application\/([a-z0-9.+-]+\+)?(json|x-ndjson|ndjson|jsonl|x-jsonlines)$/

@Controller('v1/attestations')
export class AttestationsController {
  private readonly given: GivenVerdicts

  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {
    this.given = createGivenVerdicts(runtime.analytics)
  }

  @Post()
  @HttpCode(202)
  @Requires('ingest')
  @ForTeams('limited')
  async acceptAttestations(@Req() request: FastifyRequest, @Query('digest') digest: unknown): Promise<AttestationsReceipt> {
    const contentType = mediaTypeOf(request)
    const claimed = claimedDigest(digest)
    const { inbox, analytics, control, authenticator, teamLimit, now } = this.runtime
    const principal = await principalOf(request, authenticator)
    const trust = await loadTrust(control.dataSource)
    const answer = await acceptAttestations(
      { inbox, analytics, given: this.given, trust, refusals: teamLimit.refusals },
      { body: bodyOf(request), contentType, claimed, sender: nameOf(principal?.actor ?? ''), receivedAt: now(), newId: randomUUID },
    )
    if (!answer.ok) throw refusal(answer)
    return answer.receipt
  }
}

function mediaTypeOf({ headers }: FastifyRequest): string {
  const type = headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase()
  if (type === undefined || MEDIA_TYPE.test(type)) return type ?? ''
  throw new Problem(415, `The content type ${type} is not known here; send application/json or application/x-ndjson.`)
}

function claimedDigest(given: unknown): string | null {
  if (given === undefined) return null
  const digest = typeof given === 'string' ? readDigest(given) : null
  if (digest === null)
    throw new Problem(400, 'The digest is none.', [{ path: 'digest', message: 'digest must be such as sha256: and 64 hexadecimal digits' }])
  return digest
}

function refusal({ rejected, whole }: { rejected: AttestationsReceipt['rejected']; whole: string | null }): Problem {
  if (whole !== null) return new Problem(400, `${whole.charAt(0).toUpperCase()}${whole.slice(1)}.`, [{ path: '', message: whole }])
  const one = rejected.length === 1
  const detail = one ? 'The document was not accepted.' : `None of the ${rejected.length} documents was accepted.`
  return new Problem(
    400,
    detail,
    rejected.slice(0, 100).map(({ index, error }) => ({ path: one ? '' : String(index), message: error })),
  )
}

/** Without what kind of principal it is: `token:deploy-bot` is `deploy-bot`. */
function nameOf(actor: string): string {
  return actor.slice(actor.indexOf(':') + 1)
}
