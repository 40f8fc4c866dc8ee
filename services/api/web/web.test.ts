import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { registerSecurityHeaders } from './security-headers.js'
import { registerWeb } from './web.js'

const script = 'self.__data = 1 < 2'
let server: FastifyInstance
let empty: FastifyInstance

beforeAll(async () => {
  const directory = await mkdtemp(join(tmpdir(), 'web-'))
  await mkdir(join(directory, '_next', 'static'), { recursive: true })
  await writeFile(
    join(directory, 'index.html'),
    `<html><script src="/a.js" async=""></script><script>${script}</script><script id="x">x()</script></html>`,
  )
  await writeFile(join(directory, 'release.html'), '<html>a release</html>')
  await writeFile(join(directory, '_next', 'static', 'a.js'), 'a()')
  for (const name of ['index.html', 'release.html'])
    await writeFile(join(directory, `${name}.br`), brotliCompressSync(await readFile(join(directory, name))))
  await writeFile(join(directory, '_next', 'static', 'a.js.gz'), gzipSync('a()'))
  server = await serve(directory)
  empty = await serve(join(directory, 'nothing'))
})
afterAll(async () => {
  await server?.close()
  await empty?.close()
})

async function serve(directory: string): Promise<FastifyInstance> {
  const made = Fastify()
  await registerSecurityHeaders(made, { https: true })
  await registerWeb(made, directory)
  made.get('/data', () => ({ a: 1 }))
  await made.ready()
  return made
}

function hash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}

test('a page may run its own scripts and no others', async () => {
  const { headers, statusCode } = await server.inject('/')
  expect(statusCode).toBe(200)
  expect(headers['content-security-policy']).toContain(`script-src 'self' ${hash(script)} ${hash('x()')};`)
  expect(headers['content-security-policy']).not.toMatch(/script-src[^;]*unsafe/)
  expect(headers['cache-control']).toBe('no-cache')
})

test('an address of the dashboard is its page, with anything behind the question mark', async () => {
  const { body, headers } = await server.inject('/release?id=payments%2F1')
  expect(body).toBe('<html>a release</html>')
  expect(headers['content-security-policy']).toContain("script-src 'self';")
})

test.each([
  ['/', "script-src 'self' 'sha256-"],
  ['/release?id=1', "script-src 'self';"],
])('a page is sent compressed, by its own policy, to who takes that: %s', async (address, policy) => {
  const plain = await server.inject(address)
  const { headers, rawPayload } = await server.inject({ url: address, headers: { 'accept-encoding': 'gzip, deflate, br' } })
  expect(headers['content-encoding']).toBe('br')
  expect(headers['content-type']).toMatch(/^text\/html/)
  expect(headers.vary).toMatch(/accept-encoding/i)
  expect(headers['content-security-policy']).toContain(policy)
  expect(brotliDecompressSync(rawPayload).toString()).toBe(plain.body)
})

test('a script is sent compressed as the browser takes it', async () => {
  const { headers, rawPayload } = await server.inject({ url: '/_next/static/a.js', headers: { 'accept-encoding': 'gzip, br' } })
  expect(headers).toMatchObject({ 'content-encoding': 'gzip', 'cache-control': 'public, max-age=31536000, immutable' })
  expect(headers['content-type']).toMatch(/javascript/)
  expect(gunzipSync(rawPayload).toString()).toBe('a()')
  expect((await server.inject('/_next/static/a.js')).headers['content-encoding']).toBeUndefined()
})

test('built files are kept by browsers, data are not', async () => {
  expect((await server.inject('/_next/static/a.js')).headers['cache-control']).toBe('public, max-age=31536000, immutable')
  const data = await server.inject('/data')
  expect(data.headers).toMatchObject({
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'SAMEORIGIN',
    'strict-transport-security': 'max-age=31536000',
  })
})

test.each(['/../package.json', '/%2e%2e/package.json', '/..%2fpackage.json', '/missing'])('%s is not there', async (url) => {
  expect((await server.inject(url)).statusCode).toBeGreaterThanOrEqual(400)
})

test('without a built dashboard the first page says what to do', async () => {
  expect((await empty.inject('/')).body).toContain('npm run build')
})
