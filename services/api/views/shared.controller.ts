import { Controller, Get, Header, Inject, Req } from '@nestjs/common'
import type { FastifyRequest } from 'fastify'
import { tooManyFailures } from '../../auth/authenticate.js'
import { readBearer } from '../../auth/browser.js'
import { Requires } from '../../auth/requires.js'
import type { SavedView } from '../../store/control/entities/saved-view.js'
import { answerView, type SharedAnswer } from '../../views/shared-answer.js'
import { readMeasureSettings } from '../../workspace/measure-settings.js'
import { Problem } from '../problem.js'
import { RUNTIME, type Runtime } from '../runtime.js'

// So that a link passed around costs one computation a minute, however many look.
const FRESH_MS = 60_000
const MOST_KEPT = 200

@Controller('v1/shared')
export class SharedController {
  private readonly kept = new Map<string, { at: number; answer: Promise<SharedAnswer> }>()

  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  /** Public, because the link's token is what lets in, and to nothing but its view. */
  @Get()
  @Header('cache-control', 'no-store')
  @Requires('public')
  async shared(@Req() request: FastifyRequest): Promise<SharedAnswer & { expiresAt: string }> {
    const { failures, shareLinks } = this.runtime
    const visitor = `share ${request.ip}`
    if (!failures.allows(visitor)) throw tooManyFailures()
    const token = readBearer(request.headers)
    const found = token === undefined ? ({ kind: 'unknown' } as const) : await shareLinks.find(token)
    if (found.kind === 'good') return { ...(await this.answer(found.view)), expiresAt: found.link.expiresAt.toISOString() }
    failures.record(visitor)
    if (found.kind === 'ended') throw new Problem(410, 'This link has ended: it is too old or was taken back.')
    throw new Problem(404, 'This link shows nothing: it is not known here, or what it showed was deleted.')
  }

  private answer(view: SavedView): Promise<SharedAnswer> {
    const at = this.runtime.now().getTime()
    const key = `${view.id} ${view.updatedAt.getTime()}`
    const known = this.kept.get(key)
    if (known && at - known.at < FRESH_MS) return known.answer
    if (this.kept.size >= MOST_KEPT) this.kept.clear()
    const answer = this.compute(view)
    this.kept.set(key, { at, answer })
    answer.catch(() => this.kept.delete(key))
    return answer
  }

  private async compute(view: SavedView): Promise<SharedAnswer> {
    const { analytics, control, now } = this.runtime
    return answerView(analytics, view, await readMeasureSettings(control), now())
  }
}
