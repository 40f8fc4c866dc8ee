import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { watchMemory, type Watched } from './resident-memory.js'
import { DAY_MS, fillYear, startWindsockProcess, type RunningWindsock } from './running-windsock.js'

const deployments = Number(process.argv[2] ?? 300_000)
const EXECUTIVE = 'deployment_frequency,change_lead_time,change_failure_rate,failed_deployment_recovery_time,deployment_rework_rate'
const PAGES = 20
const PAGE = `query ($window: WindowInput!, $after: String) {
  metrics(keys: [change_lead_time], window: $window) { groups { total { evidence(first: 500, after: $after) { edges { node { id } } pageInfo { hasNextPage endCursor } } } } }
}`

type Read = { rows: number; bytes: number }
type Measured = Read & Watched & { name: string; seconds: number }

for (const history of [deployments / 10, deployments]) {
  console.log(`\n${history} rollouts with six changes each, over a year`)
  await measure(history)
}

async function measure(history: number): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'windsock-bench-'))
  try {
    await fillYear(directory, history)
    const windsock = await startWindsockProcess(directory)
    try {
      await windsock.daysAreKept()
      await readEverything(windsock)
    } finally {
      await windsock.stop()
    }
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

async function readEverything(windsock: RunningWindsock): Promise<void> {
  const to = new Date()
  const window = { from: new Date(to.getTime() - 365 * DAY_MS).toISOString(), to: to.toISOString() }
  const year = new URLSearchParams(window).toString()
  const csv = (path: string) => () => readCsv(windsock, `${path}&${year}`)
  const readings: [string, () => Promise<Read>][] = [
    ['evidence of deployment frequency', csv('evidence.csv?key=deployment_frequency&state=all')],
    ['evidence of change lead time', csv('evidence.csv?key=change_lead_time&state=all')],
    ['deployments', csv('deployments.csv?')],
    ['a view: five measures, by team and day', csv(`metrics.csv?keys=${EXECUTIVE}&interval=day&groupBy=team`)],
    [`${PAGES} pages of evidence of change lead time`, () => readPages(windsock, window)],
  ]
  for (const [name, read] of readings) report(await watched(windsock, name, read))
}

async function watched({ pid }: RunningWindsock, name: string, read: () => Promise<Read>): Promise<Measured> {
  const memory = watchMemory(pid)
  const began = performance.now()
  const found = await read()
  return { name, ...found, seconds: (performance.now() - began) / 1000, ...memory() }
}

/** Reads an export to its end without keeping it. No cell of the bench holds a line break, so a line is a row; the first is the header. */
async function readCsv({ url, token }: RunningWindsock, path: string): Promise<Read> {
  const response = await fetch(`${url}/v1/export/${path}`, { headers: { authorization: `Bearer ${token}` } })
  if (!response.ok || !response.body) throw new Error(`${path} answered ${response.status}: ${await response.text()}`)
  let lines = 0
  let bytes = 0
  for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
    bytes += chunk.length
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) lines += 1
  }
  return { rows: lines - 1, bytes }
}

type Page = { metrics: { groups: { total: { evidence: { edges: unknown[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } } } }[] }[] }

/** One page after the other through GraphQL, as the dashboard's "more" does. */
async function readPages({ graphql }: RunningWindsock, window: object): Promise<Read> {
  const read = { rows: 0, bytes: 0 }
  let after: string | null = null
  for (let page = 0; page < PAGES; page += 1) {
    const data: Page = await graphql<Page>(PAGE, { window, after })
    const evidence = data.metrics[0]?.groups[0]?.total.evidence
    read.rows += evidence?.edges.length ?? 0
    read.bytes += JSON.stringify(data).length
    if (!evidence?.pageInfo.hasNextPage) break
    after = evidence.pageInfo.endCursor
  }
  return read
}

function report({ name, rows, bytes, seconds, before, most }: Measured): void {
  const rate = Math.round(rows / seconds)
  console.log(
    `  ${name.padEnd(42)} ${rows} rows, ${(bytes / 1e6).toFixed(1)} MB, ${seconds.toFixed(1)} s, ${rate} rows/s; ${before} MiB before, ${most} MiB at most`,
  )
}
