import { Agent, STATUS_CODES, type IncomingMessage, type ServerResponse } from 'node:http'
import { createProxyServer } from 'httpxy'
import { visitorHeader } from './visitor.js'

/** Less than the other side keeps an idle connection, so that none is closed as it is used. */
const IDLE_MS = 30_000

export interface Passing {
  passOn(request: IncomingMessage, response: ServerResponse): void
  /** Resolves once whatever was passed on is answered or given up, live updates aside, which only their server ends. */
  answered(): Promise<void>
  stop(): void
}

/** Hands requests as they are to the server on a socket, and its answers back, both as they come. */
export function createPassing(socketPath: string): Passing {
  const agent = new Agent({ keepAlive: true, timeout: IDLE_MS })
  const proxy = createProxyServer({ target: { socketPath }, agent })
  const waiting = new Set<ServerResponse>()
  let tellAnswered: () => void = () => {}

  function forget(response: ServerResponse): void {
    waiting.delete(response)
    if (waiting.size === 0) tellAnswered()
  }

  proxy.on('proxyRes', (answer, _request, response) => {
    // How long a connection is kept is a matter between its two ends.
    delete answer.headers.connection
    if (answer.headers['content-type'] === 'text/event-stream') forget(response as ServerResponse)
  })
  return {
    passOn(request, response) {
      waiting.add(response)
      response.once('close', () => forget(response))
      proxy.web(request, response, { headers: visitorHeader(request) }).catch(() => sayUnavailable(response))
    },
    answered: () => new Promise((resolve) => (waiting.size === 0 ? resolve() : (tellAnswered = resolve))),
    stop: () => agent.destroy(),
  }
}

/** The other side is gone, which is the end of this process: it stops, or has lost a thread. */
function sayUnavailable(response: ServerResponse): void {
  if (response.headersSent) return void response.destroy()
  const body = { type: 'about:blank', title: STATUS_CODES[503], status: 503, detail: 'Windsock is stopping; try again in a moment.' }
  response.writeHead(503, { 'content-type': 'application/problem+json', 'retry-after': '5', connection: 'close' }).end(JSON.stringify(body))
}
