import { Controller, Get, Inject, Res } from '@nestjs/common'
import type { FastifyReply } from 'fastify'
import { Requires } from '../../auth/requires.js'
import { readPipelineStatus } from '../deliveries/pipeline-status.js'
import { RUNTIME, type Runtime } from '../runtime.js'
import { toPrometheus } from './prometheus.js'

@Controller()
export class HealthController {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  @Get('healthz')
  @Requires('public')
  live(): { status: string } {
    return { status: 'ok' }
  }

  /** 503 with what is missing until both stores answer and hold their tables. */
  @Get('readyz')
  @Requires('public')
  async ready(@Res() reply: FastifyReply): Promise<void> {
    const missing = (await Promise.all([this.missingControl(), this.missingAnalytics()])).filter((what) => what !== null)
    const ready = missing.length === 0
    void reply.status(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not ready', missing })
  }

  @Get('metrics')
  @Requires('read')
  async metrics(@Res() reply: FastifyReply): Promise<void> {
    const { analytics, control, intake, now } = this.runtime
    const status = await readPipelineStatus({ analytics, dataSource: control.dataSource, now: now() })
    const { files, bytes } = intake.spooled()
    const text = toPrometheus([
      ['windsock_events_stored', 'gauge', 'Canonical events in the analytics store.', status.events],
      ['windsock_inbox_pending_deliveries', 'gauge', 'Deliveries taken in and not yet processed.', status.pendingDeliveries],
      ['windsock_inbox_dead_deliveries', 'gauge', 'Deliveries given up, to be looked at by a person.', status.deadDeliveries],
      ['windsock_refused_deliveries', 'gauge', 'Deliveries that were not let in and are still on record.', status.refusedDeliveries],
      ['windsock_pending_services', 'gauge', 'Services whose facts are to be derived again.', status.pendingServices],
      ['windsock_lag_seconds', 'gauge', 'Age of the oldest thing that is not yet in the numbers.', status.lagSeconds],
      ['windsock_spool_deliveries', 'gauge', 'Deliveries that wait on the disk of this process.', files],
      ['windsock_spool_bytes', 'gauge', 'Bytes that wait on the disk of this process.', bytes],
      ['process_resident_memory_bytes', 'gauge', 'Resident memory of this process.', process.memoryUsage.rss()],
    ])
    void reply.type('text/plain; version=0.0.4; charset=utf-8').send(text)
  }

  private async missingControl(): Promise<string | null> {
    try {
      const pending = await this.runtime.control.dataSource.showMigrations()
      return pending ? 'migrations of the control store' : null
    } catch {
      return 'the control store'
    }
  }

  private async missingAnalytics(): Promise<string | null> {
    try {
      await this.runtime.analytics.query('SELECT 1 FROM events LIMIT 1')
      return null
    } catch {
      return 'the analytics store'
    }
  }
}
