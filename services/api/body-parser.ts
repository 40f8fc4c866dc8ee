import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Config } from '../config/config.js'
import { Problem } from './problem.js'

const GRAPHQL_LIMIT = 1024 * 1024
const FORM_LIMIT = 16 * 1024

/** REST routes get the bytes as they came, which is what signatures are of; GraphQL gets its JSON. */
export function registerBodyParsers(server: FastifyInstance, config: Pick<Config, 'eventBodyLimitBytes' | 'hookBodyLimitBytes'>): void {
  server.addHook('onRoute', (route) => {
    if (route.url.startsWith('/v1/hooks/')) route.bodyLimit = config.hookBodyLimitBytes
    else if (route.url.startsWith('/v1/')) route.bodyLimit = config.eventBodyLimitBytes
    else route.bodyLimit = route.url === '/graphql' ? GRAPHQL_LIMIT : FORM_LIMIT
  })
  server.removeAllContentTypeParsers()
  server.addContentTypeParser('*', { parseAs: 'buffer' }, (request, body: Buffer, done) => {
    try {
      done(null, parse(request, body))
    } catch (error) {
      done(error as Error)
    }
  })
}

function parse(request: FastifyRequest, body: Buffer): unknown {
  assertPlain(request)
  if (request.url.startsWith('/v1/')) return body
  const type = (request.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase()
  if (type === 'application/json') return parseJson(body)
  if (type === 'application/x-www-form-urlencoded') return Object.fromEntries(new URLSearchParams(body.toString('utf8')))
  throw new Problem(415, 'The content type of this address is application/json.')
}

/** Telemetry comes compressed and is opened where it is read, within a limit. */
const MAY_BE_COMPRESSED = ['/v1/otlp/', '/v1/prometheus/']

function assertPlain({ headers, url }: FastifyRequest): void {
  const encoding = headers['content-encoding']
  if (MAY_BE_COMPRESSED.some((prefix) => url.startsWith(prefix))) return
  if (encoding !== undefined && encoding !== 'identity') throw new Problem(415, `Bodies are taken as they are, not in ${encoding}.`)
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    throw new Problem(400, 'The body is not JSON.')
  }
}
