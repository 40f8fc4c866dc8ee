import { randomUUID } from 'node:crypto'
import { Controller, HttpCode, Inject, Param, Post, Req } from '@nestjs/common'
import type { FastifyRequest } from 'fastify'
import { Requires } from '../../auth/requires.js'
import { acceptHook, type HookAnswer } from '../../ingest/accept-hook.js'
import { Problem, storeAway } from '../problem.js'
import { RUNTIME, type Runtime } from '../runtime.js'
import { bodyOf } from './body.js'

interface HookReceipt {
  accepted: boolean
  duplicate: boolean
  delivery: string | null
}

@Controller('v1/hooks')
export class HooksController {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  /** Public, because a provider proves itself by its signature, checked inside. */
  @Post(':integration/:source')
  @HttpCode(202)
  @Requires('public')
  async accept(@Param('integration') integration: string, @Param('source') source: string, @Req() request: FastifyRequest): Promise<HookReceipt> {
    const { runtime } = this
    const { connections, intake, refusals } = runtime
    const onError = runtime.reportQuietly
    const { headers } = request
    const hook = { integration, source, headers, body: bodyOf(request), receivedAt: runtime.now(), newId: randomUUID }
    return receiptOf(await acceptHook({ connections, intake, refusals, onError }, hook), integration)
  }
}

function receiptOf(answer: HookAnswer, integration: string): HookReceipt {
  switch (answer.kind) {
    case 'accepted':
      return { accepted: true, duplicate: answer.accepted.duplicate, delivery: answer.accepted.id }
    case 'unknown_integration':
      throw new Problem(404, `There is no integration named ${integration.slice(0, 100)}.`)
    case 'refused':
      throw new Problem(401, answer.reason)
    case 'not_json':
      throw new Problem(400, answer.reason, [{ path: '', message: 'not JSON' }])
    case 'no_room':
      throw storeAway('The control store is away and the spool is full; try again in a moment.')
  }
}
