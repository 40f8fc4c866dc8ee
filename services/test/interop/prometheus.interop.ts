import { createServer } from 'node:http'
import { writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../app.js'
import { prometheusConfiguration } from './configurations.js'
import { startProgram, type Program } from './program.js'

let app: TestApp
let prometheus: Program

const counts = { good: 0, bad: 0, queue: 3 }
const target = createServer((_request, response) => {
  response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4' })
  response.end(
    `# TYPE http_requests_total counter\nhttp_requests_total{code="200"} ${counts.good}\nhttp_requests_total{code="503"} ${counts.bad}\n# TYPE queue_length gauge\nqueue_length ${counts.queue}\n`,
  )
})

beforeAll(async () => {
  app = await startTestApp()
  await new Promise<void>((resolve) => target.listen(0, '127.0.0.1', resolve))
  const host = `127.0.0.1:${(target.address() as AddressInfo).port}`
  prometheus = await startProgram('prometheus', async ({ port, directory }) => {
    const config = join(directory, 'prometheus.yml')
    await writeFile(config, prometheusConfiguration({ target: host, windsock: app.url, token: app.localToken }))
    return [`--config.file=${config}`, `--storage.tsdb.path=${join(directory, 'data')}`, `--web.listen-address=127.0.0.1:${port}`]
  })
})

afterAll(async () => {
  await prometheus?.stop()
  target.close()
  await app?.stop()
})

async function counted(): Promise<{ good: number; total: number }[]> {
  await app.settled()
  const { data } = await app.graphql<{ slos: { edges: { node: { objectives: { good: number; total: number }[] } }[] } }>(
    '{ slos { edges { node { objectives { good total } } } } }',
  )
  return data.slos.edges.flatMap(({ node }) => node.objectives)
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 60 && !(await isSo()); attempt += 1) await new Promise((resolve) => setTimeout(resolve, 500))
}

it('the real Prometheus writes what it scrapes, and the objective counts it', { timeout: 120_000 }, async () => {
  const indicator = {
    name: 'availability',
    kind: 'RATIO',
    total: { metric: 'http_requests_total' },
    bad: { metric: 'http_requests_total', matchers: [{ label: 'code', op: 'MATCHES', value: '5..' }] },
  }
  const save = 'mutation ($indicator: IndicatorInput!, $slo: SloInput!) { saveIndicator(input: $indicator) { name } saveSlo(input: $slo) { name } }'
  expect(
    (await app.graphql(save, { indicator, slo: { name: 'cart', service: 'cart', indicator: 'availability', target: 0.99 } })).errors,
  ).toBeUndefined()
  const isScraped = async () =>
    (await app.graphql<{ telemetrySources: { stored: number }[] }>('{ telemetrySources { stored } }')).data.telemetrySources.some(
      ({ stored }) => stored > 0,
    )
  await until(isScraped)
  // The totals were read at zero before; all that comes now is counted.
  counts.good = 95
  counts.bad = 5
  await until(async () => (await counted())[0]?.total === 100)
  expect(await counted()).toEqual([{ good: 95, total: 100 }])
  // A restart of the target: totals begin again.
  counts.good = 10
  counts.bad = 0
  await until(async () => (await counted())[0]?.total === 110)
  expect(await counted()).toEqual([{ good: 105, total: 110 }])
  // Gone: Prometheus marks its series as stale, which is no value and no fault.
  target.closeAllConnections()
  await new Promise((resolve) => target.close(resolve))
  await new Promise((resolve) => setTimeout(resolve, 5_000))
  expect(await counted()).toEqual([{ good: 105, total: 110 }])
  expect(prometheus.output()).not.toMatch(/non-recoverable error|server returned HTTP status 4/)
})
