import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { Agent, createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createPassing, type Passing } from './pass-on.js'
import { visitorsServer } from './visitor.js'

let directory: string
let behind: Server
let front: Server
let passing: Passing
let url: string
let answer: (request: IncomingMessage, response: ServerResponse) => void

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'pass-on-'))
  const socketPath = join(directory, 'socket')
  behind = visitorsServer((asked, response) => answer(asked, response), {}) as Server
  passing = createPassing(socketPath)
  front = createServer(passing.passOn)
  await Promise.all([once(behind.listen(socketPath), 'listening'), once(front.listen(0, '127.0.0.1'), 'listening')])
  url = `http://127.0.0.1:${(front.address() as AddressInfo).port}`
})
afterEach(async () => {
  for (const server of [front, behind]) {
    server.closeAllConnections()
    server.close()
  }
  passing.stop()
  await rm(directory, { recursive: true, force: true })
})

test('a request comes as it was sent, and from where it was sent', async () => {
  answer = ({ socket, url: path, method, headers }, response) => {
    const { remoteAddress, localAddress } = socket
    response.writeHead(418, 'Teapot', { 'set-cookie': ['a=1', 'b=2'], 'x-own': 'yes' })
    response.end(JSON.stringify({ remoteAddress, localAddress, path, method, headers }))
  }
  const headers = { 'x-windsock-visitor': '{"remoteAddress":"192.0.2.1"}', 'x-forwarded-for': '192.0.2.2', 'content-type': 'a/b' }
  const response = await fetch(`${url}/a%2F%2e%2e/b//c?d=%20&e`, { method: 'DELETE', headers })
  expect([response.status, response.statusText, response.headers.get('x-own')]).toEqual([418, 'Teapot', 'yes'])
  expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2'])
  const seen = (await response.json()) as { headers: Record<string, string> }
  expect(seen).toMatchObject({ remoteAddress: '127.0.0.1', localAddress: '127.0.0.1', path: '/a%2F%2e%2e/b//c?d=%20&e', method: 'DELETE' })
  expect(seen.headers).toMatchObject({ 'x-forwarded-for': '192.0.2.2', 'content-type': 'a/b', host: new URL(url).host })
  expect(Object.keys(seen.headers)).not.toContain('x-windsock-visitor')
})

test('bodies go both ways as they come, over a connection that is kept', async () => {
  answer = (asked, response) => asked.pipe(response)
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const send = async () => {
    const asking = request(url, { method: 'POST', agent })
    asking.write('first')
    const [response] = (await once(asking, 'response')) as [IncomingMessage]
    const port = asking.socket?.localPort
    const chunks: string[] = []
    for await (const chunk of response) {
      chunks.push(String(chunk))
      if (chunks.length === 1) asking.end('second')
    }
    return { text: chunks.join(' '), port }
  }
  const sent = [await send(), await send()]
  agent.destroy()
  expect(sent.map(({ text }) => text)).toEqual(['first second', 'first second'])
  expect(sent[0]?.port).toBe(sent[1]?.port)
})

test('whoever goes away is gone on the other side too', async () => {
  const closed = vi.fn<(when: string) => void>()
  answer = (asked, response) => {
    response.once('close', () => closed(String(asked.url)))
    if (asked.url === '/begun') response.write('begun')
  }
  const stop = new AbortController()
  const unanswered = fetch(`${url}/unanswered`, { signal: stop.signal }).catch(() => null)
  await fetch(`${url}/begun`, { signal: stop.signal })
  expect(closed).not.toHaveBeenCalled()
  stop.abort()
  await unanswered
  await vi.waitFor(() => expect(closed.mock.calls.flat().sort()).toEqual(['/begun', '/unanswered']))
})

test('an answer that breaks off breaks off, and nobody behind is said to be so', async () => {
  answer = (_asked, response) => void response.write('begun', () => response.destroy())
  await expect(fetch(url).then((response) => response.text())).rejects.toThrow()
  behind.close()
  behind.closeAllConnections()
  const response = await fetch(url)
  expect([response.status, response.headers.get('content-type')]).toEqual([503, 'application/problem+json'])
})
