import { createServer, type IncomingMessage } from 'node:http'
import type { FastifyServerFactory } from 'fastify'

/** Carries where a request came from, between threads only: what a client sends under this name is replaced. */
const HEADER = 'x-windsock-visitor'

/** What clients may send in headers, and room for this one. */
const HEADER_BYTES = 20 * 1024

export function visitorHeader({ socket: { remoteAddress, localAddress } }: IncomingMessage): Record<string, string> {
  return { [HEADER]: JSON.stringify({ remoteAddress, localAddress }) }
}

/** A server that only the other thread can reach: requests look as if they came from where they came to that one. */
export const visitorsServer: FastifyServerFactory = (handler, options) =>
  createServer({ ...options, maxHeaderSize: HEADER_BYTES }, (request, response) => {
    // A connection between the threads has one request at a time.
    const addresses = JSON.parse(String(request.headers[HEADER])) as Pick<IncomingMessage['socket'], 'remoteAddress' | 'localAddress'>
    for (const [name, value] of Object.entries(addresses)) Object.defineProperty(request.socket, name, { value, configurable: true })
    delete request.headers[HEADER]
    handler(request, response)
  })
