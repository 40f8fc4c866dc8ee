import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common'
import type { GqlContextType } from '@nestjs/graphql'
import type { FastifyReply } from 'fastify'
import { AuthError } from '../auth/auth-error.js'
import { isStoreAway } from '../ingest/store-away.js'
import { MetricError } from '../metrics/metric-error.js'
import { toGraphqlError } from './graphql/errors.js'
import { Problem, sendProblem, storeAway } from './problem.js'
import { isUnstorable, unstorableMessage } from './unstorable.js'

/** The one way out for errors: problem details over REST, coded errors in GraphQL, nothing from the inside in either. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  constructor(private readonly report: (error: unknown) => string) {}

  catch(error: unknown, host: ArgumentsHost): unknown {
    if (host.getType<GqlContextType>() === 'graphql') throw toGraphqlError(error, this.report)
    const reply = host.switchToHttp().getResponse<FastifyReply>()
    if (!reply.sent) sendProblem(reply, toProblem(error, this.report, reply.request.routeOptions.bodyLimit))
    return undefined
  }
}

function toProblem(error: unknown, report: (error: unknown) => string, bodyLimit: number): Problem {
  if (error instanceof Problem) return error
  if (error instanceof AuthError) return new Problem(error.status, error.message, [], authHeaders(error))
  if (isStoreAway(error)) return storeAway()
  if (error instanceof MetricError || isBadInput(error)) return new Problem(400, error.message)
  if (isUnstorable(error)) return new Problem(400, unstorableMessage)
  const known = knownRefusal(error, bodyLimit)
  if (known) return new Problem(known.status, known.message)
  return new Problem(500, `Something went wrong here; the log has more under ${report(error)}.`)
}

/** What GraphQL answers with as well. */
function isBadInput(error: unknown): error is Error {
  return error instanceof Error && 'extensions' in error && (error.extensions as { code?: string }).code === 'BAD_USER_INPUT'
}

function authHeaders({ status }: AuthError): Record<string, string> {
  if (status === 401) return { 'www-authenticate': 'Bearer realm="windsock"' }
  return status === 429 ? { 'retry-after': '60' } : {}
}

function knownRefusal(error: unknown, bodyLimit: number): { status: number; message: string } | null {
  const status = statusOf(error)
  if (status < 400 || status >= 500) return null
  if (status === 413) return { status, message: `The body is larger than the ${bodyLimit} bytes that this address takes.` }
  return { status, message: (error as Error).message }
}

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus()
  return error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500
}
