import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { readConfig } from '../../config/config.js'
import { readSource, root } from './source-files.js'

interface Service {
  image?: string
  build?: { context: string; dockerfile: string }
  environment?: Record<string, string>
  secrets?: string[]
  volumes?: string[]
  depends_on?: string[] | Record<string, unknown>
  healthcheck?: { test: string[] }
}

interface Compose {
  services: Record<string, Service>
  secrets: Record<string, { file: string }>
  volumes: Record<string, unknown>
}

const compose = parse(readSource('docker-compose.yml'), { merge: true }) as Compose
const services = Object.entries(compose.services)
const dockerfiles = ['services/Dockerfile', 'web/Dockerfile']

/** Names that reading the settings asked for. */
function settingsRead(): Set<string> {
  const asked = new Set<string>()
  const env = new Proxy({ WINDSOCK_CLICKHOUSE_URL: 'http://localhost' } as Record<string, string | undefined>, {
    get: (target, name: string) => {
      asked.add(name)
      return target[name]
    },
  })
  readConfig(env)
  return asked
}

const unknownSettings = (text: string) => [...new Set(text.match(/\bWINDSOCK_[A-Z_]+/g))].filter((name) => !settingsRead().has(name))

describe('docker-compose.yml', () => {
  test('has a service for each store and role, and the dashboard', () => {
    expect(services.map(([name]) => name).sort()).toEqual(['api', 'clickhouse', 'ingest', 'postgres', 'web', 'worker'])
    expect(services.flatMap(([name, { environment }]) => (environment?.WINDSOCK_ROLE ? [[name, environment.WINDSOCK_ROLE]] : []))).toEqual([
      ['api', 'api'],
      ['ingest', 'ingest'],
      ['worker', 'worker'],
    ])
  })

  test('declares what its services use', () => {
    for (const [name, service] of services) {
      for (const secret of service.secrets ?? []) expect(compose.secrets, name).toHaveProperty([secret])
      for (const volume of service.volumes ?? []) expect(Object.keys(compose.volumes), name).toContain(volume.split(':')[0])
      const needed = Array.isArray(service.depends_on) ? service.depends_on : Object.keys(service.depends_on ?? {})
      for (const other of needed) expect(Object.keys(compose.services), name).toContain(other)
      if (service.build) expect(existsSync(join(root, service.build.dockerfile)), name).toBe(true)
      else expect(service.healthcheck?.test[0], name).toBe('CMD')
    }
  })

  test('gives secrets as files that are mounted, never as values', () => {
    for (const [name, { environment = {}, secrets = [] }] of services) {
      for (const [setting, value] of Object.entries(environment)) {
        if (setting.endsWith('_FILE'))
          expect(
            secrets.map((secret) => `/run/secrets/${secret}`),
            `${name} ${setting}`,
          ).toContain(value)
        else expect(setting, name).not.toMatch(/PASSWORD|TOKEN|KEY|POSTGRES_URL/)
      }
    }
  })
})

describe('settings', () => {
  test.each(['docker-compose.yml', 'docs/operations.md', ...dockerfiles])('every one that %s names is read', (path) => {
    const text = readSource(path)
    if (path !== 'web/Dockerfile') expect(text).toMatch(/WINDSOCK_/)
    expect(unknownSettings(text).filter((name) => !['WINDSOCK_URL', 'WINDSOCK_TOKEN'].includes(name))).toEqual([])
  })

  test('every one that is read is in docs/operations.md', () => {
    const page = readSource('docs/operations.md')
    const names = [...settingsRead()].filter((name) => name.startsWith('WINDSOCK_') && !name.endsWith('_FILE'))
    expect(names.length).toBeGreaterThan(12)
    expect(names.filter((name) => !page.includes(`\`${name}\``))).toEqual([])
  })

  test('one that nothing reads is found', () => {
    expect(unknownSettings('WINDSOCK_PORT: 1\nWINDSOCK_PROT: 2')).toEqual(['WINDSOCK_PROT'])
  })
})

describe.each(dockerfiles)('%s', (path) => {
  const lines = readSource(path).replaceAll('\\\n', ' ').split('\n')

  test('copies only what is there', () => {
    const copied = lines.filter((line) => /^COPY (?!--from)/.test(line)).flatMap((line) => line.split(/\s+/).slice(1, -1))
    expect(copied.length).toBeGreaterThan(5)
    expect(copied.filter((source) => !existsSync(join(root, source)))).toEqual([])
    const ignored = readSource('.dockerignore').trim().split('\n')
    expect(copied.filter((source) => ignored.includes(source) || ignored.includes(source.split('/')[0] ?? ''))).toEqual([])
  })

  test('copies from stages that it has', () => {
    const stages = lines.flatMap((line) => / AS (\w+)$/.exec(line)?.[1] ?? [])
    for (const [, stage = ''] of lines.join('\n').matchAll(/--from=(\w+)/g)) expect(stages).toContain(stage)
  })

  test('does not run as root, and says when it is well', () => {
    expect(lines.some((line) => /^USER node$|^FROM \S*unprivileged/.test(line))).toBe(true)
    expect(lines.some((line) => line.startsWith('HEALTHCHECK'))).toBe(true)
  })
})
