import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Reply = { status?: number; headers?: Record<string, string>; body?: unknown } | ((response: ServerResponse) => void)

export type ScriptedServer = {
  url: string
  host: string
  /** Method and path of what was asked, in order. */
  asked: string[]
  headers: IncomingMessage['headers'][]
  close(): Promise<void>
}

/** A server on this machine that answers as a test says; for tests. */
export async function startScriptedServer(reply: (path: string, request: IncomingMessage, asked: number) => Reply): Promise<ScriptedServer> {
  const asked: string[] = []
  const headers: IncomingMessage['headers'][] = []
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    asked.push(`${request.method} ${path}`)
    headers.push(request.headers)
    const answer = reply(path, request, asked.filter((one) => one === `${request.method} ${path}`).length)
    if (typeof answer === 'function') return answer(response)
    const { status = 200, body = null } = answer
    response.writeHead(status, { 'content-type': 'application/json', ...answer.headers })
    response.end(status === 304 ? undefined : JSON.stringify(body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url: `http://${host}`,
    host,
    asked,
    headers,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
