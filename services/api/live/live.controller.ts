import { Controller, Get, Inject, Req, Res, type BeforeApplicationShutdown } from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Requires } from '../../auth/requires.js'
import { Problem } from '../problem.js'
import { RUNTIME, type Runtime } from '../runtime.js'

const HEARTBEAT_MS = 15_000
const MAX_LISTENERS = 500

/** Server-sent events: `changed` with what has changed, and a comment now and then so that the connection is kept. */
@Controller('v1/live')
export class LiveController implements BeforeApplicationShutdown {
  private readonly open = new Set<() => void>()

  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  @Get()
  @Requires('read')
  listen(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    if (this.open.size >= MAX_LISTENERS) throw new Problem(503, 'Too many pages listen for changes.', [], { 'retry-after': '30' })
    reply.hijack()
    const { raw } = reply
    raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' })
    raw.write('retry: 3000\n\nevent: ready\ndata: {}\n\n')
    const unsubscribe = this.runtime.live.subscribe(({ what, services }) =>
      raw.write(`event: changed\ndata: ${JSON.stringify({ what, services })}\n\n`),
    )
    const heartbeat = setInterval(() => raw.write(': here\n\n'), HEARTBEAT_MS)
    const end = () => {
      clearInterval(heartbeat)
      unsubscribe()
      this.open.delete(end)
      raw.end()
    }
    this.open.add(end)
    request.raw.once('close', end)
  }

  beforeApplicationShutdown(): void {
    for (const end of this.open) end()
  }
}
