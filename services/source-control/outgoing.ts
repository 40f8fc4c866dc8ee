import { lookup as systemLookup, type LookupAddress } from 'node:dns'
import { Agent as HttpAgent, request as httpRequest, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { isPrivateAddress } from './private-addresses.js'

export type OutgoingPolicy = {
  /** The only hosts that may be called, with the port where it is not the scheme's own: `git.example.com`, `localhost:8080`. */
  hosts: readonly string[]
  /** Hosts among them that may lie at a private address and speak http; everything else is https to public addresses. */
  privateHosts: readonly string[]
}

export type OutgoingRequest = {
  url: string
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  headers?: Readonly<Record<string, string>>
  body?: string
  /** From the first byte sent to the last received. Default: 30 s. */
  timeoutMs?: number
  /** Most bytes of an answer. Default: 32 MiB. */
  maxBytes?: number
}

export type OutgoingAnswer = { status: number; headers: IncomingHttpHeaders; body: Buffer; url: string }

export type Outgoing = {
  /** Throws `OutgoingRefused` for what may not be called, `OutgoingFailed` for what did not answer in full. */
  send(request: OutgoingRequest): Promise<OutgoingAnswer>
  /** Ends what is under way; nothing is sent after it. */
  close(): void
}

/** The call is not allowed; making it again is refused again. The message never holds the path, which may be secret. */
export class OutgoingRefused extends Error {
  override readonly name = 'OutgoingRefused'
}

/** The other side is away, slow, or broke off: it may work later. */
export class OutgoingFailed extends Error {
  override readonly name = 'OutgoingFailed'
}

/** Finds all addresses of a host; for tests. */
export type Resolve = (host: string, answer: (error: Error | null, addresses: LookupAddress[]) => void) => void

const TIMEOUT_MS = 30_000
const MOST_BYTES = 32 * 1024 * 1024
const MOST_REDIRECTS = 3
const REDIRECTS = new Set([301, 302, 303, 307, 308])

/**
 * Calls to other machines, all through one gate: only the hosts of the policy, only public addresses (checked on those that
 * the connection is made to, so that a name cannot change its mind in between), and no redirect to another host.
 */
export function createOutgoing(policy: OutgoingPolicy, resolve: Resolve = resolveAll): Outgoing {
  const agents = { http: new HttpAgent({ keepAlive: true, maxSockets: 4 }), https: new HttpsAgent({ keepAlive: true, maxSockets: 4 }) }
  let isClosed = false

  async function follow(request: OutgoingRequest, redirects: number): Promise<OutgoingAnswer> {
    const url = allowedUrl(request.url, policy)
    if (isClosed) throw new OutgoingFailed(`${url.host} is not asked any more.`)
    const isOpen = mayBePrivate(url, policy)
    const answer = await sendOnce(url, request, { agents, lookup: lookupFor(isOpen, resolve) })
    const location = REDIRECTS.has(answer.status) ? answer.headers.location : undefined
    if (location === undefined || (request.method ?? 'GET') !== 'GET') return answer
    const next = new URL(location, url)
    if (next.origin !== url.origin) throw new OutgoingRefused(`${url.host} redirects to another host, ${next.host}.`)
    if (redirects >= MOST_REDIRECTS) throw new OutgoingRefused(`${url.host} redirects more than ${MOST_REDIRECTS} times.`)
    return await follow({ ...request, url: next.href }, redirects + 1)
  }

  return {
    send: (request) => follow(request, 0),
    close() {
      isClosed = true
      agents.http.destroy()
      agents.https.destroy()
    },
  }
}

function allowedUrl(text: string, policy: OutgoingPolicy): URL {
  if (!URL.canParse(text)) throw new OutgoingRefused('The address to call is no URL.')
  const url = new URL(text)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new OutgoingRefused(`${url.protocol} is not called, only https and http.`)
  if (url.username !== '' || url.password !== '') throw new OutgoingRefused('An address to call must not hold a user or a password.')
  if (!policy.hosts.some((host) => host.toLowerCase() === url.host))
    throw new OutgoingRefused(`${url.host} is not among the hosts that may be called.`)
  if (mayBePrivate(url, policy)) return url
  if (url.protocol === 'http:') throw new OutgoingRefused(`${url.host} is called by https only.`)
  const literal = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(literal) !== 0 && isPrivateAddress(literal)) throw new OutgoingRefused(`${url.host} is a private address.`)
  return url
}

function mayBePrivate(url: URL, { privateHosts }: OutgoingPolicy): boolean {
  return privateHosts.some((host) => host.toLowerCase() === url.host || host.toLowerCase() === url.hostname)
}

/** Gives a connection only addresses it may go to; one private address among several refuses them all. */
function lookupFor(mayBePrivateHost: boolean, resolve: Resolve): LookupFunction {
  return (host, options, callback) => {
    resolve(host, (error, addresses) => {
      const [first] = addresses
      if (error || !first) return callback(error ?? new Error(`${host} has no address.`), '')
      if (!mayBePrivateHost && addresses.some(({ address }) => isPrivateAddress(address)))
        return callback(new OutgoingRefused(`${host} leads to a private address.`), '')
      if (options.all) return callback(null, addresses)
      callback(null, first.address, first.family)
    })
  }
}

function resolveAll(host: string, answer: (error: Error | null, addresses: LookupAddress[]) => void): void {
  systemLookup(host, { all: true }, (error, addresses) => answer(error, error ? [] : addresses))
}

type Wire = { agents: { http: HttpAgent; https: HttpsAgent }; lookup: LookupFunction }

async function sendOnce(url: URL, request: OutgoingRequest, { agents, lookup }: Wire): Promise<OutgoingAnswer> {
  const { method = 'GET', headers = {}, body, timeoutMs = TIMEOUT_MS, maxBytes = MOST_BYTES } = request
  const signal = AbortSignal.timeout(timeoutMs)
  const isHttps = url.protocol === 'https:'
  const options = { method, headers: { 'user-agent': 'windsock', ...headers }, lookup, signal, agent: isHttps ? agents.https : agents.http }
  try {
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const sent = (isHttps ? httpsRequest : httpRequest)(url, options, resolve)
      sent.on('error', reject).end(body)
    })
    return { status: response.statusCode ?? 0, headers: response.headers, body: await readBody(response, url, maxBytes), url: url.href }
  } catch (error) {
    if (error instanceof OutgoingRefused) throw error
    if (signal.aborted) throw new OutgoingFailed(`${url.host} did not answer within ${timeoutMs} ms.`)
    const { code, message } = error as NodeJS.ErrnoException
    throw new OutgoingFailed(`${url.host} could not be asked: ${code ?? message}.`, { cause: error })
  }
}

async function readBody(response: IncomingMessage, url: URL, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of response as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > maxBytes) {
      response.destroy()
      throw new OutgoingRefused(`${url.host} answers with more than ${maxBytes} bytes.`)
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
