import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ConfigError } from './config-error.js'
import { readConfig } from './config.js'

const servers = {
  WINDSOCK_CLICKHOUSE_URL: 'http://clickhouse:8123',
  WINDSOCK_POSTGRES_URL: 'postgres://user@postgres/windsock',
  WINDSOCK_SECRET_KEY: 'a-key-for-sealing-secrets',
}

test('the defaults are one process on the loopback address', () => {
  expect(readConfig({})).toMatchObject({
    port: 4400,
    host: '127.0.0.1',
    dataDir: resolve('.windsock'),
    role: 'all',
    demo: false,
    eventBodyLimitBytes: 5_242_880,
    hookBodyLimitBytes: 26_214_400,
  })
})

test('the command line goes before the environment, and what it leaves out does not', () => {
  expect(readConfig({ WINDSOCK_PORT: '5000', WINDSOCK_HOST: '::1' }, { port: 6000, host: undefined })).toMatchObject({ port: 6000, host: '::1' })
})

test('a secret is read from a file without its line end', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'config-')), 'token')
  writeFileSync(file, 'a-token-of-some-length\n')
  expect(readConfig({ WINDSOCK_ADMIN_TOKEN_FILE: file }).adminToken).toBe('a-token-of-some-length')
})

test('server stores are read with their credentials', () => {
  expect(readConfig({ ...servers, WINDSOCK_CLICKHOUSE_USER: 'writer', WINDSOCK_ROLE: 'worker' })).toMatchObject({
    role: 'worker',
    clickhouse: { url: 'http://clickhouse:8123', username: 'writer', password: '', database: 'default' },
    postgresUrl: 'postgres://user@postgres/windsock',
  })
})

describe('each mistake gives one sentence that names the setting', () => {
  const cases: [name: string, env: Record<string, string>, message: RegExp][] = [
    ['port not a number', { WINDSOCK_PORT: 'http' }, /^WINDSOCK_PORT must be a whole number from 0 to 65535, not "http"\.$/],
    ['port too large', { WINDSOCK_PORT: '70000' }, /^WINDSOCK_PORT /],
    ['unknown role', { WINDSOCK_ROLE: 'web' }, /^WINDSOCK_ROLE must be one of all, ingest, api, worker, not "web"\.$/],
    ['a role on embedded stores', { WINDSOCK_ROLE: 'api' }, /^WINDSOCK_ROLE=api needs WINDSOCK_CLICKHOUSE_URL and WINDSOCK_POSTGRES_URL/],
    ['a flag that is neither', { WINDSOCK_DEMO: 'maybe' }, /^WINDSOCK_DEMO must be true or false/],
    ['a short admin token', { WINDSOCK_ADMIN_TOKEN: 'short' }, /^WINDSOCK_ADMIN_TOKEN must have at least 20 characters\.$/],
    [
      'a missing secret file',
      { WINDSOCK_ADMIN_TOKEN_FILE: '/nowhere/token' },
      /^WINDSOCK_ADMIN_TOKEN_FILE names \/nowhere\/token, which cannot be read \(ENOENT\)\.$/,
    ],
    ['a secret twice', { WINDSOCK_SECRET_KEY: 'a', WINDSOCK_SECRET_KEY_FILE: 'b' }, /are both set/],
    ['an address of another kind', { WINDSOCK_CLICKHOUSE_URL: 'tcp://clickhouse:9000' }, /^WINDSOCK_CLICKHOUSE_URL must be an address/],
    ['servers without a key', { ...servers, WINDSOCK_SECRET_KEY: '' }, /^WINDSOCK_SECRET_KEY or WINDSOCK_SECRET_KEY_FILE must be set/],
  ]
  test.each(cases)('%s', (_name, env, message) => {
    expect(() => readConfig(env)).toThrow(ConfigError)
    expect(() => readConfig(env)).toThrow(message)
  })

  test('a password in an address is not repeated', () => {
    const env = { WINDSOCK_POSTGRES_URL: 'mysql://user:hunter2@host/db' }
    expect(() => readConfig(env)).toThrow(/^(?!.*hunter2)/)
  })
})
