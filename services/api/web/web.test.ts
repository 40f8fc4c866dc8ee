import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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
