import { afterEach, describe, expect, it } from 'vitest'
import { createOutgoing, OutgoingFailed, OutgoingRefused, type Outgoing, type OutgoingPolicy, type Resolve } from './outgoing.js'
import { isPrivateAddress } from './private-addresses.js'
import { startScriptedServer, type Reply, type ScriptedServer } from './scripted-server.js'

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

async function server(reply: (path: string) => Reply): Promise<ScriptedServer> {
  const started = await startScriptedServer((path) => reply(path))
  closing.push(() => started.close())
  return started
}

function outgoing(policy: OutgoingPolicy, resolve?: Resolve): Outgoing {
  const created = createOutgoing(policy, resolve)
  closing.push(() => created.close())
  return created
}

function open(host: string): Outgoing {
  return outgoing({ hosts: [host], privateHosts: [host] })
}

const leadingTo =
  (...addresses: string[]): Resolve =>
  (_host, answer) =>
    answer(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    )

describe('private addresses', () => {
  it.each([
    '10.1.2.3',
    '127.0.0.1',
    '169.254.169.254',
    '172.31.255.255',
    '192.168.0.1',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    '::ffff:10.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::a00:1',
    '2002:a00:1::',
    'fe80::1%eth0',
    'fd00::1',
    'ff02::1',
    'no address',
  ])('%s is one', (address) => expect(isPrivateAddress(address)).toBe(true))
  it.each(['8.8.8.8', '172.32.0.1', '100.128.0.1', '140.82.112.3', '2606:50c0:8000::153', '2a00:1450:4001::1'])('%s is none', (address) =>
    expect(isPrivateAddress(address)).toBe(false),
  )
})

describe('what may be called', () => {
  const policy = { hosts: ['api.example.com', '127.0.0.1:9', '[::1]', '10.0.0.1', 'localhost'], privateHosts: [] }

  it.each([
    ['https://other.example.com/', /other\.example\.com is not among/],
    ['https://api.example.com:8443/', /is not among/],
    ['https://api.example.com.evil.invalid/', /is not among/],
    ['http://api.example.com/', /by https only/],
    ['https://someone:secret@api.example.com/', /must not hold a user/],
    ['https://127.0.0.1:9/', /private address/],
    ['https://0x7f.1:9/', /private address/],
    ['https://[::1]/', /private address/],
    ['https://167772161/', /private address/],
    ['file:///etc/passwd', /only https and http/],
    ['nonsense', /no URL/],
  ])('is not %s', async (url, reason) => {
    const error = await outgoing(policy)
      .send({ url })
      .catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(OutgoingRefused)
    expect((error as Error).message).toMatch(reason)
    expect((error as Error).message).not.toContain('secret')
  })

  it.each([[['10.0.0.7']], [['140.82.112.3', '169.254.169.254']], [['::ffff:127.0.0.1']]])('is not a name that leads to %j', async (addresses) => {
    await expect(outgoing(policy, leadingTo(...addresses)).send({ url: 'https://api.example.com/' })).rejects.toThrow(
      new OutgoingRefused('api.example.com leads to a private address.'),
    )
  })

  it('is a name at a private address where that is allowed, at the address that was checked', async () => {
    const { url, asked, headers } = await server(() => ({ body: 'here' }))
    const port = new URL(url).port
    const calls = outgoing({ hosts: [`git.internal:${port}`], privateHosts: ['git.internal'] }, leadingTo('127.0.0.1'))
    expect((await calls.send({ url: `http://git.internal:${port}/a?b=1` })).body.toString()).toBe('"here"')
    expect(asked).toEqual(['GET /a?b=1'])
    expect(headers[0]?.host).toBe(`git.internal:${port}`)
  })
})

describe('redirects', () => {
  it('are followed on the same host, a few times', async () => {
    const { url, host } = await server((path) =>
      path === '/new' ? { body: 1 } : { status: 301, headers: { location: path === '/old' ? '/new' : path } },
    )
    expect((await open(host).send({ url: `${url}/old` })).status).toBe(200)
    await expect(open(host).send({ url: `${url}/round` })).rejects.toThrow(/redirects more than 3 times/)
  })

  it('are refused to another host, whose server is not asked', async () => {
    const other = await server(() => ({ body: 'secret' }))
    const { url, host } = await server(() => ({ status: 302, headers: { location: `${other.url}/` } }))
    const calls = outgoing({ hosts: [host, other.host], privateHosts: [host, other.host] })
    await expect(calls.send({ url })).rejects.toThrow(OutgoingRefused)
    expect(other.asked).toEqual([])
  })
})

describe('an answer', () => {
  it('comes in time, from the first byte to the last', async () => {
    const { url, host } = await server(() => (response) => void response.writeHead(200, { 'content-length': '100' }).write('slow'))
    await expect(open(host).send({ url, timeoutMs: 100 })).rejects.toThrow(new OutgoingFailed(`${host} did not answer within 100 ms.`))
  })

  it('that is cut off is a failure', async () => {
    const { url, host } = await server(() => (response) => {
      response.writeHead(200, { 'content-length': '100' }).write('half')
      setTimeout(() => response.destroy(), 20)
    })
    await expect(open(host).send({ url })).rejects.toThrow(OutgoingFailed)
  })

  it('is not read beyond what was asked for', async () => {
    const { url, host } = await server(() => ({ body: 'x'.repeat(5000) }))
    await expect(open(host).send({ url, maxBytes: 1000 })).rejects.toThrow(/more than 1000 bytes/)
  })

  it('from nobody is a failure', async () => {
    const { url, host, close } = await server(() => ({}))
    await close()
    await expect(open(host).send({ url })).rejects.toThrow(/could not be asked: ECONNREFUSED/)
  })
})
