import { Controller, HttpCode, Inject, Post, Req, Res } from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { principalOf } from '../../auth/guard.js'
import { Requires } from '../../auth/requires.js'
import { isStoreAway } from '../../ingest/store-away.js'
import { decodeOtlp, encodeOtlpAnswer } from '../../ingest/telemetry/otlp/decode.js'
import { TelemetryMalformed, type Decoded, type Refusal } from '../../ingest/telemetry/point.js'
import { decodeRemoteWrite } from '../../ingest/telemetry/remote-write/decode.js'
import { bodyOf } from '../ingest/body.js'
import { Problem, storeAway } from '../problem.js'
import { RUNTIME, type Runtime } from '../runtime.js'
import { largestUncompressed, unzipped } from './telemetry-body.js'

const ENCODINGS: Record<string, 'protobuf' | 'json'> = {
  'application/x-protobuf': 'protobuf',
  'application/protobuf': 'protobuf',
  'application/json': 'json',
}

/** Telemetry comes from senders that try again: it is acknowledged once it is stored, and with the store away they are told to wait. */
@Controller('v1')
export class TelemetryController {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  /** OTLP/HTTP. Points that cannot be taken are counted in the answer; the others are stored. */
  @Post('otlp/v1/metrics')
  @HttpCode(200)
  @Requires('ingest')
  async otlp(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const type = mediaType(request)
    const encoding = ENCODINGS[type]
    if (!encoding) throw new Problem(415, `The content type ${type} is not known here; send application/x-protobuf or application/json.`)
    const { runtime } = this
    const body = await unzipped(bodyOf(request), request.headers['content-encoding'], runtime.config.eventBodyLimitBytes)
    const decoded = decode(() => decodeOtlp(body, encoding, runtime.now()))
    const refused = await this.take(decoded, request)
    await reply.header('content-type', type).send(encodeOtlpAnswer([...decoded.refused, ...refused], encoding))
  }

  /** Prometheus remote write 1.0. A sender drops what is answered with 400, and sends again what is answered with 5xx. */
  @Post('prometheus/write')
  @HttpCode(204)
  @Requires('ingest')
  async remoteWrite(@Req() request: FastifyRequest): Promise<void> {
    const encoding = request.headers['content-encoding']
    if (encoding !== 'snappy') throw new Problem(415, 'Remote write bodies are snappy blocks, with content-encoding: snappy.')
    const { eventBodyLimitBytes } = this.runtime.config
    const decoded = decode(() => decodeRemoteWrite(bodyOf(request), largestUncompressed(eventBodyLimitBytes), this.runtime.now()))
    const refused = await this.take(decoded, request)
    const all = [...decoded.refused, ...refused]
    if (all.length === 0) return
    const message = all.map(({ reason, count }) => `${reason} (${count})`).join('; ')
    throw new Problem(
      400,
      `Some samples were not taken, the others are stored: ${message}`,
      all.map(({ reason }) => ({ path: '', message: reason })),
    )
  }

  private async take({ points }: Decoded, request: FastifyRequest): Promise<Refusal[]> {
    const { authenticator, telemetry } = this.runtime
    const actor = (await principalOf(request, authenticator))?.actor ?? ''
    try {
      return await telemetry.take(points, actor.slice(actor.indexOf(':') + 1))
    } catch (error) {
      if (isStoreAway(error)) throw storeAway('The store is away; send it again in a moment.')
      throw error
    }
  }
}

function decode(read: () => Decoded): Decoded {
  try {
    return read()
  } catch (error) {
    if (error instanceof TelemetryMalformed) throw new Problem(400, error.message)
    throw error
  }
}

function mediaType({ headers }: FastifyRequest): string {
  return headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase() ?? ''
}
