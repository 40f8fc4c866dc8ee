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
import { readMediaType, type MediaType } from './media-type.js'
import { isEncoded, largestUncompressed, unzipped } from './telemetry-body.js'

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
    const { type } = readMediaType(request.headers['content-type'])
    const refused = await this.take(request, () => this.readOtlp(request, type))
    await reply.header('content-type', type).send(encodeOtlpAnswer(refused, ENCODINGS[type] ?? 'json'))
  }

  @Post('otlp/v1/traces')
  @Requires('ingest')
  traces(): never {
    throw new Problem(501, 'Traces are not taken yet; metrics are, at /v1/otlp/v1/metrics.')
  }

  /** Prometheus remote write 1.0. A sender drops what is answered with 400, and sends again what is answered with 5xx. */
  @Post('prometheus/write')
  @HttpCode(204)
  @Requires('ingest')
  async remoteWrite(@Req() request: FastifyRequest): Promise<void> {
    const refused = await this.take(request, async () => this.readRemoteWrite(request))
    if (refused.length === 0) return
    const message = refused.map(({ reason, count }) => `${reason} (${count})`).join('; ')
    throw new Problem(
      400,
      `Some samples were not taken, the others are stored: ${message}`,
      refused.map(({ reason }) => ({ path: '', message: reason })),
    )
  }

  private async readOtlp(request: FastifyRequest, type: string): Promise<Decoded> {
    const encoding = ENCODINGS[type]
    if (!encoding) throw new Problem(415, `The content type ${type} is not known here; send application/x-protobuf or application/json.`)
    const body = await unzipped(bodyOf(request), request.headers['content-encoding'], this.runtime.config.eventBodyLimitBytes)
    return decodeOtlp(body, encoding, this.runtime.now())
  }

  private readRemoteWrite(request: FastifyRequest): Decoded {
    assertFirstVersion(readMediaType(request.headers['content-type']))
    if (!isEncoded(request.headers['content-encoding'], 'snappy'))
      throw new Problem(415, 'Remote write bodies are snappy blocks, with content-encoding: snappy.')
    return decodeRemoteWrite(bodyOf(request), largestUncompressed(this.runtime.config.eventBodyLimitBytes), this.runtime.now())
  }

  /** Stores what can be read, and counts what cannot by its source. */
  private async take(request: FastifyRequest, read: () => Promise<Decoded>): Promise<Refusal[]> {
    const { authenticator, telemetry } = this.runtime
    const actor = (await principalOf(request, authenticator))?.actor ?? ''
    const source = actor.slice(actor.indexOf(':') + 1)
    try {
      return await telemetry.take(await read(), source)
    } catch (error) {
      if (isStoreAway(error)) throw storeAway('The store is away; send it again in a moment.')
      const problem = error instanceof TelemetryMalformed ? new Problem(400, error.message) : error
      if (problem instanceof Problem) telemetry.refuse(problem.message, source)
      throw problem
    }
  }
}

const WRITE_REQUEST = 'prometheus.WriteRequest'

/** Another version would parse as an empty request of this one, and be lost. */
function assertFirstVersion({ type, parameters }: MediaType): void {
  const message = parameters.get('proto') ?? WRITE_REQUEST
  if (ENCODINGS[type] === 'protobuf' && message === WRITE_REQUEST) return
  throw new Problem(415, `Remote write is taken in its version 1.0, application/x-protobuf;proto=${WRITE_REQUEST}, not as ${type};proto=${message}.`)
}
