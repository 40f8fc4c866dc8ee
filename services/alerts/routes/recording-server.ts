import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Recorded = { method: string; path: string; headers: IncomingHttpHeaders; body: string }
/** It takes the request and never answers (`hangs`), or ends the connection instead (`breaks`). */
export type Answering = { status: number; headers?: Record<string, string>; body?: unknown } | 'hangs' | 'breaks'

export type RecordingServer = { url: string; host: string; recorded: Recorded[]; close(): Promise<void> }

/** A server on this machine that keeps what it is asked, bodies too, and answers as a test says; for tests. */
export async function startRecordingServer(answer: (request: Recorded, number: number) => Answering): Promise<RecordingServer> {
  const recorded: Recorded[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const { method = '', url = '', headers } = request
      const asked = { method, path: url, headers, body: Buffer.concat(chunks).toString('utf8') }
      recorded.push(asked)
      const answering = answer(asked, recorded.length)
      if (answering === 'hangs') return
      if (answering === 'breaks') return void request.socket.destroy()
      const { status, headers: sent, body = '' } = answering
      response.writeHead(status, sent).end(typeof body === 'string' ? body : JSON.stringify(body))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url: `http://${host}`,
    host,
    recorded,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
