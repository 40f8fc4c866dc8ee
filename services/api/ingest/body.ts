import type { FastifyRequest } from 'fastify'

/** The body as it came; without a content type there may be none. */
export function bodyOf(request: FastifyRequest): Buffer {
  return Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
}
