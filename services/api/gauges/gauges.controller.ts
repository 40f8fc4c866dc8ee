import { Controller, Get, Inject, Res } from '@nestjs/common'
import type { FastifyReply } from 'fastify'
import { Requires } from '../../auth/requires.js'
import { OptionsInForce } from '../metrics/options-in-force.js'
import { RUNTIME, type Runtime } from '../runtime.js'
import { createMeasureGauges } from './measure-gauges.js'

/** Beside `/metrics`, which has to answer fast and often. */
@Controller('metrics/measures')
export class GaugesController {
  private readonly gauges: () => Promise<string>

  constructor(@Inject(RUNTIME) runtime: Runtime) {
    const options = new OptionsInForce(runtime)
    const { analytics, now } = runtime
    this.gauges = createMeasureGauges(async () => ({ analytics, options: await options.resolveChoices({}), now: now() }))
  }

  @Get()
  @Requires('read')
  async measureGauges(@Res() reply: FastifyReply): Promise<void> {
    void reply.type('text/plain; version=0.0.4; charset=utf-8').send(await this.gauges())
  }
}
