import { Agent, STATUS_CODES, type IncomingMessage, type ServerResponse } from 'node:http'
import { createProxyServer } from 'httpxy'
import { visitorHeader } from './visitor.js'

/** Less than the other side keeps an idle connection, so that none is closed as it is used. */
const IDLE_MS = 30_000

export interface Passing {
  passOn(request: IncomingMessage, response: ServerResponse): void
  stop(): void
}

/** Hands requests as they are to the server on a socket, and its answers back, both as they come. */
export function createPassing(socketPath: string): Passing {
  const agent = new Agent({ keepAlive: true, timeout: IDLE_MS })
  const proxy = createProxyServer({ target: { socketPath }, agent })
  // How long a connection is kept is a matter between its two ends.
  proxy.on('proxyRes', (answer) => delete answer.headers.connection)
  return {
    passOn(request, response) {
      proxy.web(request, response, { headers: visitorHeader(request) }).catch(() => sayUnavailable(response))
    },
    stop: () => agent.destroy(),
  }
}

/** The other side is gone, which is the end of this process: it stops, or has lost a thread. */
function sayUnavailable(response: ServerResponse): void {
  if (response.headersSent) return void response.destroy()
  const body = { type: 'about:blank', title: STATUS_CODES[503], status: 503, detail: 'Windsock is stopping; try again in a moment.' }
  response.writeHead(503, { 'content-type': 'application/problem+json', 'retry-after': '5', connection: 'close' }).end(JSON.stringify(body))
}
