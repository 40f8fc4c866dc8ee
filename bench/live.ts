import { createHmac, randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { createInbox } from '@windsock/services/ingest/inbox.js'
import { openControl } from '@windsock/services/store/control/data-source.js'
import { telemetryOverHttp } from './live-telemetry.js'
import { DAY_MS, startWindsockProcess, type RunningWindsock } from './running-windsock.js'
import { createSender } from './sender.js'

const SECRET = 'a secret of the bench only'
const PUSH_BYTES = 8_000
const EXECUTIVE = `query ($window: WindowInput!) {
  metrics(keys: [deployment_frequency, change_lead_time, change_failure_rate, failed_deployment_recovery_time, deployment_rework_rate], window: $window, interval: DAY, groupBy: [TEAM]) {
    key groups { total { value low high } series { from value { value low high } } }
  }
}`

/** Starts a Windsock on a year of facts (see `fillYear`), asks it and sends to it, and prints what it takes. */
export async function benchLive(directory: string, deployments: number): Promise<void> {
  const alone = await commitsAlone()
  const windsock = await startWindsockProcess(directory)
  try {
    await saveConnection(windsock)
    await windsock.daysAreKept()
    await benchQuestions(windsock, deployments)
    await benchDeliveries(windsock, deployments, alone)
    await settled(windsock)
    const shown = await untilShown(windsock, 40)
    console.log('P5 from the acknowledged event to the number, through GraphQL, while P1 runs')
    console.log(`  p50 ${shown.p50} ms, p95 ${shown.p95} ms (target 2000), ${shown.runs} events`)
    const { otlpPerSecond, remoteWritePerSecond } = await telemetryOverHttp(windsock, 300)
    console.log(
      `P3 over HTTP, sender and Windsock on the same cores: OTLP with gzip ${otlpPerSecond} points/s, remote write ${remoteWritePerSecond} points/s`,
    )
  } finally {
    await windsock.stop()
  }
}

async function benchQuestions(windsock: RunningWindsock, deployments: number): Promise<void> {
  console.log(`P1 through GraphQL, ${deployments} deployments (target 300 ms)`)
  for (const [name, anew] of [
    ['asked anew', true],
    ['asked again', false],
  ] as const) {
    const { p50, p95 } = await askedAlone(windsock, 20, anew)
    console.log(`  ${name.padEnd(21)} p50 ${p50} ms, p95 ${p95} ms`)
  }
}

async function benchDeliveries(windsock: RunningWindsock, deployments: number, alone: number): Promise<void> {
  // So long that what is compiled while it runs is compiled.
  await deliver(windsock, { perSecond: 200, seconds: 20 })
  console.log(`P4 signed webhooks of ${PUSH_BYTES} bytes, acknowledged once durable, while P1 runs over ${deployments} deployments`)
  const steady = await deliver(windsock, { perSecond: 200, seconds: 20 })
  console.log(
    `  200 a second          p50 ${steady.p50} ms, p99 ${steady.p99} ms (target 100), ${steady.refused} not accepted, ${steady.answers} questions answered`,
  )
  const most = await deliver(windsock, { perSecond: Infinity, seconds: 10 })
  console.log(
    `  as many as it takes   ${most.perSecond}/s, the control store alone ${alone}/s, ratio ${(most.perSecond / alone).toFixed(2)} (target 0.5)`,
  )
}

/** Deliveries a second that an inbox of its own commits, with as many at once as the webhooks below. */
async function commitsAlone(): Promise<number> {
  const directory = await mkdtemp(join(tmpdir(), 'windsock-bench-'))
  const control = await openControl({ kind: 'embedded', directory })
  const inbox = createInbox({ dataSource: control.dataSource, now: () => new Date(), random: Math.random })
  const body = Buffer.from(pushOf('alone', 0))
  const rate = await asManyAsItTakes(5, (index) =>
    inbox.add({
      integration: 'github',
      source: 'alone',
      deliveryId: `d${index}`,
      receivedAt: new Date(),
      headers: {},
      contentType: 'application/json',
      body,
    }),
  )
  await control.close()
  await rm(directory, { recursive: true, force: true })
  return rate
}

async function asManyAsItTakes(seconds: number, send: (index: number) => Promise<unknown>): Promise<number> {
  const until = performance.now() + seconds * 1000
  let sent = 0
  const lane = async () => {
    while (performance.now() < until) await send((sent += 1))
  }
  await Promise.all(Array.from({ length: 64 }, lane))
  return Math.round(sent / seconds)
}

async function saveConnection(windsock: RunningWindsock): Promise<void> {
  await windsock.graphql('mutation ($input: SaveConnectionInput!) { saveConnection(input: $input) { source } }', {
    input: { integration: 'github', source: 'bench', secret: SECRET },
  })
}

function pushOf(kind: string, index: number): string {
  const name = `service-${index % 400}`
  const sha = `${kind}${index}`.padEnd(40, '0').replace(/[^0-9a-f]/g, 'c')
  const commit = {
    id: sha,
    message: 'x'.repeat(PUSH_BYTES - 700),
    timestamp: new Date().toISOString(),
    author: { name: 'author-17' },
    distinct: true,
    added: [],
    removed: [],
    modified: [],
  }
  return JSON.stringify({
    ref: 'refs/heads/main',
    before: '0'.repeat(40),
    after: sha,
    created: false,
    deleted: false,
    forced: false,
    commits: [commit],
    head_commit: commit,
    repository: { name, full_name: `shop/${name}`, html_url: `https://github.com/shop/${name}`, default_branch: 'main' },
  })
}

/** As the dashboard asks for them: from the start of a day until now. */
function lastDays(days: number): object {
  const to = Date.now()
  return { from: new Date((Math.floor(to / DAY_MS) - days + 1) * DAY_MS).toISOString(), to: new Date(to).toISOString() }
}

/** The executive question with nothing beside it, of a window that nobody asked of before, a day longer each time, or of the same one. */
async function askedAlone(windsock: RunningWindsock, runs: number, anew: boolean): Promise<{ p50: number; p95: number }> {
  const spent: number[] = []
  for (let run = -2; run < runs; run += 1) {
    const window = lastDays(anew ? 93 + run : 90)
    const began = performance.now()
    await windsock.graphql(EXECUTIVE, { window })
    if (run >= 0) spent.push(performance.now() - began)
  }
  return { p50: at(spent, 0.5), p95: at(spent, 0.95) }
}

/** The executive question through GraphQL, over and over until it is told to stop, which gives how often it was answered. */
function keepAsking({ url, token }: RunningWindsock): () => Promise<number> {
  let stopped = false
  const sender = createSender(url)
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
  const body = JSON.stringify({ query: EXECUTIVE, variables: { window: lastDays(90) } })
  const asking = (async () => {
    let answers = 0
    for (; !stopped; answers += 1) {
      const status = await sender.post('/graphql', headers, body)
      if (status !== 200) throw new Error(`The executive question was answered with ${status}`)
    }
    return answers
  })()
  return () => {
    stopped = true
    return asking
  }
}

type Delivered = { p50: number; p99: number; perSecond: number; refused: number; answers: number }

async function deliver(windsock: RunningWindsock, { perSecond, seconds }: { perSecond: number; seconds: number }): Promise<Delivered> {
  const stop = keepAsking(windsock)
  const spent: number[] = []
  let refused = 0
  const run = randomBytes(4).toString('hex')
  const sender = createSender(windsock.url)
  const send = async (index: number) => {
    const body = pushOf(run, index)
    const signature = `sha256=${createHmac('sha256', SECRET).update(body).digest('hex')}`
    const headers = {
      'content-type': 'application/json',
      'x-github-event': 'push',
      'x-github-delivery': `${run}-${index}`,
      'x-hub-signature-256': signature,
    }
    const began = performance.now()
    const status = await sender.post('/v1/hooks/github/bench', headers, body)
    spent.push(performance.now() - began)
    if (status !== 202) refused += 1
  }
  if (perSecond === Infinity) await asManyAsItTakes(seconds, send)
  else await steadily(perSecond, seconds, send)
  const answers = await stop()
  return { p50: at(spent, 0.5), p99: at(spent, 0.99), perSecond: Math.round(spent.length / seconds), refused, answers }
}

/** Sends at a fixed rate whether or not earlier ones are answered, so that slowness is not hidden by waiting for it. */
async function steadily(perSecond: number, seconds: number, send: (index: number) => Promise<void>): Promise<void> {
  const began = performance.now()
  const sent: Promise<void>[] = []
  for (let index = 0; index < perSecond * seconds; index += 1) {
    const due = began + (index * 1000) / perSecond
    const early = due - performance.now()
    if (early > 1) await pause(early)
    sent.push(send(index))
  }
  await Promise.all(sent)
}

async function settled(windsock: RunningWindsock): Promise<void> {
  const query = '{ pipelineStatus { pendingDeliveries pendingServices deadDeliveries } }'
  for (;;) {
    const { deadDeliveries, ...pending } = (await windsock.graphql<{ pipelineStatus: Record<string, number> }>(query)).pipelineStatus
    if (deadDeliveries) throw new Error(`${deadDeliveries} deliveries were accepted and not understood`)
    if (Object.values(pending).every((count) => count === 0)) return
    await pause(500)
  }
}

/** One deployment after the other, each of a service of its own, and how long until deployment frequency counts it. */
async function untilShown(windsock: RunningWindsock, runs: number): Promise<{ p50: number; p95: number; runs: number }> {
  const stop = keepAsking(windsock)
  const spent: number[] = []
  const query =
    'query ($scope: ScopeInput, $window: WindowInput!) { metrics(keys: [deployment_frequency], scope: $scope, window: $window) { groups { total { value } } } }'
  for (let index = 0; index < runs; index += 1) {
    const service = `fresh-${index}`
    const time = new Date(Date.now() - 1000).toISOString()
    const event = {
      id: `fresh-${index}`,
      source: 'bench',
      type: 'deployment.finished',
      time,
      data: { deployment: `fresh-${index}`, service, environment: 'production', version: '1', outcome: 'succeeded' },
    }
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${windsock.token}` }
    await fetch(`${windsock.url}/v1/events`, { method: 'POST', headers, body: JSON.stringify(event) })
    const began = performance.now()
    const window = { from: new Date(Date.now() - DAY_MS).toISOString(), to: new Date(Date.now() + DAY_MS).toISOString() }
    for (;;) {
      const { metrics } = await windsock.graphql<{ metrics: { groups: { total: { value: number | null } }[] }[] }>(query, {
        scope: { services: [service] },
        window,
      })
      if (metrics[0]?.groups[0]?.total.value === 1) break
      await pause(20)
    }
    spent.push(performance.now() - began)
  }
  await stop()
  return { p50: at(spent, 0.5), p95: at(spent, 0.95), runs }
}

function at(spent: number[], share: number): number {
  const sorted = [...spent].sort((a, b) => a - b)
  return Math.round(sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0)
}
