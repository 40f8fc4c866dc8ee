import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { node } from './child.mjs'
import { at } from './places.mjs'
import { LaunchError, say } from './say.mjs'

const READY_MS = 120_000
/** The known answers are of fixed weeks, whose telemetry has to be there whenever the demo runs. */
const KNOWN_WEEKS_KEPT = { WINDSOCK_SLI_MINUTE_DAYS: '3650', WINDSOCK_SLI_HOUR_DAYS: '3650' }

/** Runs Windsock on its own data until it is told to stop; gives its exit code. */
export async function serve(env) {
  return await startMain(env).ended
}

/**
 * The same with the known-answer data set, whose expected numbers are shown beside what Windsock makes of them. They hold
 * where nothing else is stored, so every demo begins anew.
 */
export async function serveDemo(given) {
  const dataDir = resolve(given.WINDSOCK_DATA_DIR || '.windsock-demo')
  await beginAnew(dataDir, !given.WINDSOCK_DATA_DIR)
  const { child, ended } = startMain({ ...given, WINDSOCK_DATA_DIR: dataDir, WINDSOCK_DEMO: '1', ...KNOWN_WEEKS_KEPT })
  let code = null
  void ended.then((value) => (code = value))
  const isOver = () => code !== null
  const run = await untilReady(dataDir, child.pid, isOver)
  if (run && !(await loadKnownAnswers(run)) && !isOver()) {
    say('The numbers are not the expected ones; the table above says which.')
  }
  if (run && !isOver()) console.log(await lastLines(run, knownWeeks()))
  return await ended
}

/** Only the demo's own directory is ever emptied, and not under a demo that runs. */
async function beginAnew(dataDir, isOwn) {
  const run = readRun(dataDir)
  if (run && (await answers(`${run.url}/healthz`))) throw new LaunchError(`The demo already runs at ${run.url}: stop it first.`)
  if (!isOwn && existsSync(dataDir) && readdirSync(dataDir).length > 0) {
    throw new LaunchError(`The demo needs a directory of its own and ${dataDir} is not empty: name another, or none.`)
  }
  if (isOwn) rmSync(dataDir, { recursive: true, force: true })
}

function startMain(env) {
  return node(at('services', 'bin', 'serve.mjs'), [], {
    env: { UV_THREADPOOL_SIZE: '24', NODE_OPTIONS: '--max-semi-space-size=64', ...env, NODE_ENV: 'production' },
  })
}

/** What the process wrote about itself once it answers that it is ready; null if it has ended before. */
async function untilReady(dataDir, pid, isOver) {
  const deadline = Date.now() + READY_MS
  while (!isOver()) {
    const run = readRun(dataDir)
    if (run?.pid === pid && (await answers(`${run.url}/readyz`))) return run
    if (Date.now() > deadline) {
      process.kill(pid)
      throw new LaunchError(`Windsock was not ready within ${READY_MS / 1000} seconds; its own messages are above.`)
    }
    await sleep(100)
  }
  return null
}

function readRun(dataDir) {
  try {
    return JSON.parse(readFileSync(join(dataDir, 'run.json'), 'utf8'))
  } catch {
    return null
  }
}

async function answers(address) {
  return await fetch(address).then(
    (response) => response.ok,
    () => false,
  )
}

async function loadKnownAnswers({ url, token }) {
  say('')
  const { ended } = node(at('seed', 'dist', 'cli.js'), ['known-answer', '--url', url], { env: { ...process.env, WINDSOCK_TOKEN: token } })
  return (await ended) === 0
}

/** The part of an address that shows all the weeks of the known-answer data. */
function knownWeeks() {
  const rows = JSON.parse(readFileSync(at('seed', 'known-answer', 'expected.json'), 'utf8'))
  const from = rows.map((row) => row.from).sort()[0]
  const to = rows
    .map((row) => row.to)
    .sort()
    .at(-1)
  return `/?from=${from}&to=${to}&zone=UTC`
}

async function lastLines({ url, token }, weeks) {
  const link = await signInLink(url, token)
  return `\nWindsock is at ${url} (stop it with Ctrl-C); the weeks of the known answers: ${url}${weeks}\nSign in as administrator, once, within fifteen minutes: ${link}`
}

async function signInLink(url, token) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: 'mutation { createSignInLink(login: "admin", role: ADMIN) }' }),
  })
  const { data, errors } = await response.json()
  if (!data) throw new LaunchError(`No sign-in link could be made: ${errors?.[0]?.message ?? response.status}`)
  return data.createSignInLink
}
