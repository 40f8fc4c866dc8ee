import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { exampleContext, exampleNotification } from '../../alerts/routes/examples.js'
import { alertmanager as route } from '../../alerts/routes/alertmanager/route.js'
import { startTestApp, type TestApp } from '../app.js'
import { alertmanagerConfiguration } from './configurations.js'
import { startProgram, type Program } from './program.js'

const SECRET = 'the secret of this connection'

let app: TestApp
let alertmanager: Program

beforeAll(async () => {
  app = await startTestApp()
  const mutation = 'mutation ($input: SaveConnectionInput!) { saveConnection(input: $input) { hasSecret } }'
  expect((await app.graphql(mutation, { input: { integration: 'alertmanager', source: 'main', secret: SECRET } })).errors).toBeUndefined()
  alertmanager = await startProgram('prometheus-alertmanager', async ({ port, directory }) => {
    const config = join(directory, 'alertmanager.yml')
    await writeFile(config, alertmanagerConfiguration({ windsock: app.url, secret: SECRET }))
    return [
      `--config.file=${config}`,
      `--storage.path=${join(directory, 'data')}`,
      `--web.listen-address=127.0.0.1:${port}`,
      '--cluster.listen-address=',
    ]
  })
})

afterAll(async () => {
  await alertmanager?.stop()
  await app?.stop()
})

type Listed = { labels: Record<string, string>; annotations: Record<string, string>; status: { state: string } }

async function listed(): Promise<Listed[]> {
  return (await (await fetch(`${alertmanager.url}/api/v2/alerts?active=true`)).json()) as Listed[]
}

it('the real Alertmanager takes what the route sends, once, and forgets it when it is resolved', async () => {
  const startedAt = new Date(Date.now() - 60_000).toISOString()
  const context = exampleContext({ now: new Date() })
  const send = (more: object) => route.send(exampleNotification({ startedAt, ...more }), { url: alertmanager.url }, context)
  expect(await send({})).toMatchObject({ ok: true })
  expect(await send({ summary: 'Told again.' })).toMatchObject({ ok: true })
  const [alert, ...others] = await listed()
  expect(others).toEqual([])
  expect(alert?.labels).toMatchObject({ service: 'checkout', severity: 'page' })
  expect(alert?.status.state).toBe('active')
  expect(await send({ status: 'resolved', resolvedAt: new Date().toISOString() })).toMatchObject({ ok: true })
  await expect.poll(listed, { timeout: 20_000 }).toEqual([])
})

type Incident = { title: string; services: string[]; severity: string; status: string; startedAt: string; resolvedAt: string | null }

async function incidents(): Promise<Incident[]> {
  await app.settled()
  const { data } = await app.graphql<{ incidents: { edges: { node: Incident }[] } }>(
    '{ incidents { edges { node { title services severity status startedAt resolvedAt } } } }',
  )
  return data.incidents.edges.map(({ node }) => node)
}

it('an alert of the real Alertmanager is an incident from its start to its end', { timeout: 60_000 }, async () => {
  const startsAt = new Date(Date.now() - 300_000).toISOString()
  const labels = { alertname: 'HighErrorRate', service: 'payments', environment: 'production', severity: 'critical' }
  const post = async (more: object) => {
    const body = JSON.stringify([{ labels, annotations: { summary: '5 % of requests fail' }, startsAt, ...more }])
    const answer = await fetch(`${alertmanager.url}/api/v2/alerts`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
    expect(answer.status).toBe(200)
  }
  await post({})
  const open = { title: 'HighErrorRate', services: ['payments'], severity: 'critical', status: 'open', startedAt: startsAt, resolvedAt: null }
  await expect.poll(incidents, { timeout: 20_000, interval: 500 }).toEqual([open])
  const endsAt = new Date(Date.now() - 60_000).toISOString()
  await post({ endsAt })
  await expect.poll(incidents, { timeout: 20_000, interval: 500 }).toEqual([{ ...open, status: 'resolved', resolvedAt: endsAt }])
})
