import { STATUS_CODES } from 'node:http'
import type { FastifyReply } from 'fastify'

export interface FieldProblem {
  path: string
  message: string
}

/** An answer that says no, to be sent as problem details (RFC 9457). */
export class Problem extends Error {
  override readonly name = 'Problem'

  constructor(
    readonly status: number,
    message: string,
    readonly errors: readonly FieldProblem[] = [],
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message)
  }
}

export function storeAway(message = 'A store is away just now; try again in a moment.'): Problem {
  return new Problem(503, message, [], { 'retry-after': '5' })
}

export function sendProblem(reply: FastifyReply, problem: Problem): void {
  const body = {
    type: 'about:blank',
    title: STATUS_CODES[problem.status] ?? 'Error',
    status: problem.status,
    detail: problem.message,
    ...(problem.errors.length > 0 ? { errors: problem.errors } : {}),
  }
  void reply
    .status(problem.status)
    .headers(problem.headers)
    .header('content-type', 'application/problem+json')
    .send(Buffer.from(JSON.stringify(body)))
}
