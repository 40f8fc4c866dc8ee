import { createHash } from 'node:crypto'
import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common'
import { makeBadge } from 'badge-maker'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { principalOf } from '../../auth/guard.js'
import { Requires } from '../../auth/requires.js'
import { measures } from '../../metrics/index.js'
import type { MeasureDefinition } from '../../metrics/measure.js'
import type { Scope } from '../../metrics/scope.js'
import { targetsInForce } from '../../metrics/targets.js'
import { runMetrics } from '../../metrics/run-metrics.js'
import { underKeptNames } from '../../store/analytics/service-names.js'
import { readSettings } from '../../workspace/settings.js'
import { OptionsInForce } from '../metrics/options-in-force.js'
import { Problem } from '../problem.js'
import { RUNTIME, type Runtime } from '../runtime.js'
import { badgeColour, shownValue } from './badge-value.js'

const DAY_MS = 86_400_000
const DAYS = 30
const MOST_DAYS = 366
const FRESH_SECONDS = 300

/** One measure of one service as an SVG badge. Read by whoever may read, and by anyone where the workspace says so. */
@Controller('v1/badges')
export class BadgesController {
  private readonly options: OptionsInForce

  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {
    this.options = new OptionsInForce(runtime)
  }

  @Get(':service/:file')
  @Requires('public')
  async badge(
    @Param('service') service: string,
    @Param('file') file: string,
    @Query('days') days: unknown,
    @Query('profile') profile: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const definition = measures.map((measure) => measure.definition).find(({ key }) => `${key}.svg` === file)
    const without = (status: number, message: string) =>
      void send(reply.status(status), request, makeBadge({ label: definition?.title.toLowerCase() ?? 'measure', message, color: 'lightgrey' }))
    if (!(await this.isAllowed(request))) return without(401, 'not public')
    const window = readDays(days)
    const scope = await underKeptNames(this.runtime.analytics, { services: [service] })
    if (!definition || !(await this.isKnown(scope.services))) return without(404, 'unknown')
    const badge = await this.draw(definition, scope, window, typeof profile === 'string' ? profile : undefined)
    void send(reply, request, badge)
  }

  private async draw(definition: MeasureDefinition, scope: Scope, days: number, profile: string | undefined): Promise<string> {
    const { analytics, now } = this.runtime
    const to = now()
    const options = await this.options.resolveChoices(profile === undefined ? {} : { profile })
    const request = {
      keys: [definition.key],
      scope,
      window: { from: new Date(to.getTime() - days * DAY_MS), to, timeZone: 'UTC', weekStart: 'MONDAY' as const },
      interval: null,
      groupBy: [],
      options,
      compare: false,
    }
    const [result] = await runMetrics(analytics, request, to)
    const value = result?.groups[0]?.total.value ?? null
    const message = `${shownValue(value, definition.unit)} in ${days} d`
    return makeBadge({
      label: definition.title.toLowerCase(),
      message,
      color: badgeColour({ ...definition, targets: targetsInForce(definition, options) }, value),
    })
  }

  private async isAllowed(request: FastifyRequest): Promise<boolean> {
    const principal = await principalOf(request, this.runtime.authenticator)
    if (principal?.permissions.has('read')) return true
    return (await readSettings(this.runtime.control)).publicBadges
  }

  private async isKnown(services: readonly string[]): Promise<boolean> {
    const rows = await this.runtime.analytics.query('SELECT 1 FROM services FINAL WHERE service IN {services:Array(String)}', { services })
    return rows.length > 0
  }
}

function readDays(given: unknown): number {
  const days = given === undefined ? DAYS : Number(given)
  if (Number.isInteger(days) && days >= 1 && days <= MOST_DAYS) return days
  throw new Problem(400, 'The badge cannot be drawn.', [{ path: 'days', message: `days must be a whole number from 1 to ${MOST_DAYS}` }])
}

/** A refusal is a badge as well, since what shows it is an image; only a number may be kept for a while. */
function send(reply: FastifyReply, { headers }: FastifyRequest, svg: string): FastifyReply {
  if (reply.statusCode !== 200) return reply.header('cache-control', 'no-store').type('image/svg+xml; charset=utf-8').send(svg)
  const etag = `"${createHash('sha256').update(svg).digest('base64url').slice(0, 22)}"`
  reply.header('etag', etag).header('cache-control', `max-age=${FRESH_SECONDS}`).type('image/svg+xml; charset=utf-8')
  return headers['if-none-match'] === etag ? reply.status(304).send() : reply.send(svg)
}
