import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../test/app.js'

const MINUTE = 60_000
const NOW = Math.floor(Date.now() / MINUTE) * MINUTE
const minutesAgo = (minutes: number) => NOW - minutes * MINUTE

let app: TestApp

beforeAll(async () => {
  app = await startTestApp()
  const input = { name: 'latency', kind: 'LATENCY', unit: 's', histogram: { metric: 'app.duration' }, threshold: 2 }
  const saved = await app.graphql('mutation ($input: IndicatorInput!) { saveIndicator(input: $input) { name } }', { input })
  expect(saved.errors).toBeUndefined()
})

afterAll(async () => {
  await app?.stop()
})

const attributes = Object.entries({ 'service.name': 'cart', 'deployment.environment.name': 'production' }).map(([key, stringValue]) => ({
  key,
  value: { stringValue },
}))

/** What was counted in the minute that ended so many minutes ago. */
function span(minutes: number) {
  return { attributes, startTimeUnixNano: `${minutesAgo(minutes + 1)}000000`, timeUnixNano: `${minutesAgo(minutes)}000000` }
}

async function send(...metrics: object[]): Promise<void> {
  const body = JSON.stringify({ resourceMetrics: [{ scopeMetrics: [{ metrics }] }] })
  const answer = await app.request('/v1/otlp/v1/metrics', { method: 'POST', headers: { 'content-type': 'application/json' }, body })
  expect(await answer.json()).toEqual({})
  await app.settled()
}

async function distributionSince(minutes: number) {
  const ask = `query ($from: DateTime!, $to: DateTime!) {
    indicatorHistory(service: "cart", from: $from, to: $to) { indicator points { total } distribution { above upTo count } }
  }`
  type History = { indicator: string; points: { total: number }[]; distribution: { above: number; upTo: number; count: number }[] }
  const window = { from: new Date(minutesAgo(minutes)).toISOString(), to: new Date(NOW).toISOString() }
  return (await app.graphql<{ indicatorHistory: History[] }>(ask, window)).data.indicatorHistory
}

it('adds up exponential and classic histograms of a window by bucket', async () => {
  // Scale 3 has 8 buckets a doubling, as they are stored: its bucket 7 is above 2^(7/8) and up to 2.
  const exponential = (minutes: number, bucketCounts: string[]) => ({
    ...span(minutes),
    count: String(bucketCounts.reduce((sum, count) => sum + Number(count), 3)),
    sum: 1,
    scale: 3,
    zeroCount: '3',
    positive: { offset: 7, bucketCounts },
  })
  const classic = { ...span(4), count: '5', sum: 9, bucketCounts: ['0', '4', '1'], explicitBounds: [2 ** (7 / 8), 2] }
  await send(
    {
      name: 'app.duration',
      exponentialHistogram: { aggregationTemporality: 1, dataPoints: [exponential(20, ['50']), exponential(3, ['5', '0', '2'])] },
    },
    { name: 'app.duration', histogram: { aggregationTemporality: 1, dataPoints: [classic] } },
  )
  const bars = [
    { above: 0, upTo: 0, count: 3 },
    // Five of the one and four of the other.
    { above: expect.closeTo(2 ** (7 / 8), 12) as number, upTo: 2, count: 9 },
    // One above all bounds stands just above the last.
    { above: 2, upTo: expect.closeTo(2 ** (9 / 8), 12) as number, count: 1 },
    { above: expect.closeTo(2 ** (9 / 8), 12) as number, upTo: expect.closeTo(2 ** (10 / 8), 12) as number, count: 2 },
  ]
  expect(await distributionSince(10)).toEqual([{ indicator: 'latency', points: [{ total: 5 }, { total: 10 }], distribution: bars }])
  const [longer] = await distributionSince(30)
  expect(longer?.distribution.map(({ count }) => count)).toEqual([6, 59, 1, 2])
})

it('is empty of an indicator that has none', async () => {
  const reading = { id: 'r', source: 'test', type: 'sli.sampled', time: new Date(minutesAgo(2)).toISOString() }
  const data = { service: 'cart', sli: 'answers', environment: 'production', good: 9, total: 10 }
  const times = { from: new Date(minutesAgo(3)).toISOString(), to: reading.time }
  const body = JSON.stringify({ ...reading, data: { ...data, ...times } })
  expect((await app.request('/v1/events', { method: 'POST', headers: { 'content-type': 'application/json' }, body })).status).toBe(202)
  await app.settled()
  expect((await distributionSince(10)).find(({ indicator }) => indicator === 'answers')?.distribution).toEqual([])
})
