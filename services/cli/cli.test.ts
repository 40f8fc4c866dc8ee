import { execFileSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../test/app.js'
import { runCli } from './program.js'

let app: TestApp
let emptyDir: string

beforeAll(async () => {
  app = await startTestApp()
  emptyDir = await mkdtemp(join(tmpdir(), 'windsock-cli-'))
})

afterAll(async () => {
  await app.stop()
  await rm(emptyDir, { recursive: true, force: true })
})

interface Ran {
  code: number
  out: string
  err: string
}

async function run(
  args: readonly string[],
  env: Record<string, string> = { WINDSOCK_DATA_DIR: app.dataDir, WINDSOCK_PORT: new URL(app.url).port },
): Promise<Ran> {
  const lines = { out: [] as string[], err: [] as string[] }
  const code = await runCli(args, {
    env,
    out: (line) => lines.out.push(line),
    err: (line) => lines.err.push(line),
    progress: () => {},
    now: () => new Date('2026-11-02T10:00:00Z'),
  })
  return { code, out: lines.out.join('\n'), err: lines.err.join('\n') }
}

const json = ({ out }: Ran) => JSON.parse(out) as Record<string, unknown>

describe('record', () => {
  const finished = [
    'record',
    'deployment.finished',
    '--service',
    'payments',
    '--environment',
    'production',
    '--deployment',
    '41',
    '--outcome',
    'succeeded',
  ]

  test('finds the process by its data directory, and records an event once', async () => {
    expect(await run([...finished, '--id', 'run-41'])).toEqual({ code: 0, out: 'Recorded as run-41.', err: '' })
    expect(json(await run([...finished, '--id', 'run-41', '--json']))).toEqual({
      accepted: 0,
      duplicates: 1,
      rejected: [],
      id: 'run-41',
      source: 'cli',
    })
  })

  test('takes the data as JSON, and fields by name', async () => {
    const data = '{"repository": "payments", "committedAt": "2026-11-02T09:00:00Z"}'
    const ran = await run(['record', 'change.committed', '--json', data, '--set', 'sha=4f2a4f2a4f2a4f2a4f2a4f2a4f2a4f2a4f2a4f2a', 'parents=[]'])
    expect(ran).toMatchObject({ code: 0, err: '' })
    await app.settled()
    const found = await app.graphql<{ services: { edges: { node: { id: string } }[] } }>('{ services { edges { node { id } } } }')
    expect(found.data.services.edges.map(({ node }) => node.id)).toContain('payments')
  })

  test('says which field was refused', async () => {
    const ran = await run(['record', 'deployment.finished', '--service', 'payments'])
    expect(ran).toMatchObject({ code: 1, out: '' })
    expect(ran.err).toMatch(/deployment/)
    expect(ran.err).toMatch(/outcome/)
  })

  test('does not send what is no JSON', async () => {
    expect(await run(['record', 'service.declared', '--data', '[1'])).toMatchObject({ code: 2, out: '' })
  })
})

describe('token', () => {
  test('lets in what it was made for, and nothing once it is revoked', async () => {
    const created = json(await run(['token', 'create', '--name', 'pipeline', '--scope', 'ingest', '--expires', '9000d', '--json'])) as {
      secret: string
      token: { id: string; scopes: string[] }
    }
    expect(created.token.scopes).toEqual(['INGEST'])
    const remote = { WINDSOCK_URL: app.url, WINDSOCK_TOKEN: created.secret }
    expect((await run(['record', 'service.declared', '--service', 'ledger'], remote)).code).toBe(0)
    expect((await run(['token', 'list'], remote)).code).toBe(4)
    expect((await run(['token', 'list'])).out).toMatch(/pipeline +ingest/)
    expect((await run(['token', 'revoke', created.token.id])).out).toBe('The token pipeline lets nobody in any more.')
  })

  test('refuses a scope and a role that do not exist', async () => {
    expect(await run(['token', 'create', '--name', 'x', '--scope', 'everything'])).toMatchObject({ code: 2 })
    expect(await run(['token', 'link', '--role', 'king'])).toMatchObject({ code: 2 })
  })

  test('gives a link that signs in once', async () => {
    const { out, code } = await run(['token', 'link', '--login', 'author-17@example.invalid', '--role', 'viewer'])
    expect(code).toBe(0)
    expect(out.startsWith(`${app.url}/sign-in?code=`)).toBe(true)
  })
})

test('import git tells which clock dated the releases, and records nothing twice', async () => {
  const checkout = join(emptyDir, 'shop')
  const env = { PATH: process.env.PATH, GIT_CONFIG_GLOBAL: '/dev/null' }
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', checkout, '-c', 'user.name=author-17', '-c', 'user.email=author-17@example.invalid', ...args], { env, stdio: 'pipe' })
  execFileSync('git', ['init', '--quiet', checkout], { env })
  git('commit', '--quiet', '--allow-empty', '-m', 'Begin')
  git('tag', 'v1.0.0')
  git('commit', '--quiet', '--allow-empty', '-m', 'Next')
  git('tag', '-a', 'v1.1.0', '-m', 'Second')

  const first = await run(['import', 'git', checkout, '--service', 'shop'])
  expect(first).toMatchObject({ code: 0, err: '' })
  expect(first.out).toMatch(/^shop: 2 releases and 2 changes; \d+ events are new, 0 were known\.$/m)
  expect(first.out).toMatch(/^Dated by the clock of an annotated tag: 1; by the committer time of the commit: 1\.$/m)
  const again = json(await run(['import', 'git', checkout, '--service', 'shop', '--json']))
  expect(again).toMatchObject({ accepted: 0, releases: 2, rejected: [] })
  expect(await run(['import', 'git', emptyDir])).toMatchObject({ code: 1, out: '' })
  expect(await run(['import', 'git', checkout, '--each', 'full-moon'])).toMatchObject({ code: 2 })
})

test('rebuild waits until every service is derived again', async () => {
  expect((await run(['rebuild'])).out).toMatch(/^The facts of \d+ services were derived again\.$/)
  const { data } = await app.graphql<{ pipelineStatus: { pendingServices: number } }>('{ pipelineStatus { pendingServices } }')
  expect(data.pipelineStatus.pendingServices).toBe(0)
})

test('replay wants to know what, and replays the dead', async () => {
  expect(await run(['replay'])).toMatchObject({ code: 2 })
  expect(json(await run(['replay', '--dead', '--json']))).toEqual({ deliveries: 0 })
  expect(await run(['replay', '--delivery', 'nothing'])).toMatchObject({ code: 1, out: '' })
})

test('audit verify says that the log is whole', async () => {
  expect(json(await run(['audit', 'verify', '--json']))).toMatchObject({ ok: true, brokenAt: null })
})

describe('doctor', () => {
  test('finds the running process well', async () => {
    const report = json(await run(['doctor', '--json'])) as { findings: { what: string; state: string; found: string }[] }
    const states = Object.fromEntries(report.findings.map(({ what, state }) => [what, state]))
    expect(states).toMatchObject({ Node: 'ok', 'data directory': 'ok', Windsock: 'ok', deliveries: 'ok', events: 'ok' })
    expect(states[`port ${new URL(app.url).port}`]).toBe('ok')
  })

  test('names a connection without a secret', async () => {
    await app.graphql('mutation { saveConnection(input: { integration: "github", source: "shop", secret: "a-secret-of-github" }) { source } }')
    expect((await run(['doctor'])).out).not.toMatch(/github\/shop/)
  })

  test('says what is missing where nothing runs', async () => {
    const env = { WINDSOCK_DATA_DIR: emptyDir, WINDSOCK_PORT: new URL(app.url).port, WINDSOCK_CLICKHOUSE_URL: 'http://127.0.0.1:1' }
    const { code, out } = await run(['doctor'], env)
    expect(code).toBe(1)
    expect(out).toMatch(/missing +port \d+ +in use by something else/)
    expect(out).toMatch(/missing +analytics store +ClickHouse does not answer \(/)
    expect(out).toMatch(/warning +Windsock +it is not running\. Start it with `npm start`\./)
  })

  test('names a setting that is wrong', async () => {
    expect((await run(['doctor'], { WINDSOCK_DATA_DIR: emptyDir, WINDSOCK_ROLE: 'king' })).out).toMatch(
      /missing +settings +WINDSOCK_ROLE must be one of/,
    )
  })
})

test('one sentence and exit code 3 where nothing runs', async () => {
  const ran = await run(['rebuild'], { WINDSOCK_DATA_DIR: emptyDir })
  expect(ran).toEqual({
    code: 3,
    out: '',
    err: `No Windsock runs on ${emptyDir}: start it with \`npm start\`, or name another with WINDSOCK_URL and WINDSOCK_TOKEN.`,
  })
  expect(await run(['rebuild'], { WINDSOCK_URL: 'http://127.0.0.1:1' })).toMatchObject({ code: 3, out: '' })
})

test('exit code 4 for a token that is not known', async () => {
  expect(await run(['token', 'list'], { WINDSOCK_URL: app.url, WINDSOCK_TOKEN: 'not-a-token' })).toMatchObject({ code: 4, out: '' })
})

test('every command has help with an example, and an unknown one is refused', async () => {
  const commands = [
    'start',
    'apply',
    'import git',
    'record',
    'rebuild',
    'replay',
    'token create',
    'token list',
    'token revoke',
    'token link',
    'audit verify',
    'doctor',
  ]
  for (const command of commands) {
    const { code, out } = await run([...command.split(' '), '--help'])
    expect(code, command).toBe(0)
    expect(out, command).toMatch(new RegExp(`Examples:\n +windsock ${command}`))
  }
  expect((await run(['--help'])).out).toMatch(/Exit codes: 0 done/)
  expect(await run(['fly'])).toMatchObject({ code: 2, out: '' })
})
