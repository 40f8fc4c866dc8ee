import { createHmac, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../app.js'

const HOUR_MS = 3_600_000
const key = randomBytes(32)
const SECRETS = { gitlab: `whsec_${key.toString('base64')}`, pagerduty: 'the secret of the e2e subscription' }

type Provider = keyof typeof SECRETS
type Nodes<T> = { edges: { node: T }[] }

let app: TestApp

beforeAll(async () => {
  app = await startTestApp()
  for (const [integration, secret] of Object.entries(SECRETS)) {
    const mutation = 'mutation ($input: SaveConnectionInput!) { saveConnection(input: $input) { hasSecret } }'
    const { errors } = await app.graphql(mutation, { input: { integration, source: 'main', secret } })
    expect(errors).toBeUndefined()
  }
})
afterAll(() => app?.stop())

/** A payload of the cases of an integration, as the provider would send it with `changes` in it. */
function payload(provider: Provider, name: string, changes: (body: Record<string, never>) => object): string {
  const path = new URL(`../../integrations/${provider}/cases/${name}.json`, import.meta.url)
  const { body } = JSON.parse(readFileSync(path, 'utf8')) as { body: Record<string, never> }
  return JSON.stringify({ ...body, ...changes(body) })
}

function gitlabHeaders(body: string, id: string): Record<string, string> {
  const timestamp = String(Math.floor(Date.now() / 1000))
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` }
}

function pagerdutyHeaders(body: string, id: string): Record<string, string> {
  const signature = createHmac('sha256', SECRETS.pagerduty).update(body).digest('hex')
  return { 'x-webhook-id': id, 'x-pagerduty-signature': `v1=${'0'.repeat(64)},v1=${signature}` }
}

async function send(provider: Provider, body: string, id: string, headers?: Record<string, string>): Promise<Response> {
  const proof = headers ?? (provider === 'gitlab' ? gitlabHeaders(body, id) : pagerdutyHeaders(body, id))
  return await app.request(`/v1/hooks/${provider}/main`, {
    method: 'POST',
    token: null,
    headers: { 'content-type': 'application/json', ...proof },
    body,
  })
}

async function ask<T>(query: string): Promise<T> {
  await app.settled()
  const { data, errors } = await app.graphql<T>(query)
  expect(errors).toBeUndefined()
  return data
}

const recently = (agoMs: number) => new Date(Date.now() - agoMs).toISOString()

it('makes a rollout of a signed GitLab delivery, once however often it is sent', async () => {
  const finishedAt = recently(HOUR_MS)
  const body = payload('gitlab', 'deployment-success', () => ({ status_changed_at: finishedAt }))
  expect((await send('gitlab', body, 'gitlab-1')).status).toBe(202)
  expect(await (await send('gitlab', body, 'gitlab-1')).json()).toMatchObject({ duplicate: true })
  expect((await send('gitlab', body, 'gitlab-2')).status).toBe(202)
  const { deployments } = await ask<{ deployments: Nodes<object> }>(
    '{ deployments(filter: { services: ["payments"] }) { edges { node { service environment outcome finishedAt } } } }',
  )
  expect(deployments.edges.map(({ node }) => node)).toEqual([{ service: 'payments', environment: 'production', outcome: 'succeeded', finishedAt }])
})

it('makes an incident of signed PagerDuty deliveries, and opens it again when it is reopened', async () => {
  const event = (name: string, id: string, agoMs: number) =>
    payload('pagerduty', name, (body) => ({ event: { ...(body.event as unknown as object), id, occurred_at: recently(agoMs) } }))
  const said = [event('reopened', 'E3', HOUR_MS), event('triggered', 'E1', 3 * HOUR_MS), event('resolved', 'E2', 2 * HOUR_MS)]
  const incidents = '{ incidents(filter: { services: ["payments-api-eu"] }) { edges { node { title severity status resolvedAt } } } }'
  for (const [index, body] of said.entries()) expect((await send('pagerduty', body, `pagerduty-${index}`)).status).toBe(202)
  const { incidents: open } = await ask<{ incidents: Nodes<object> }>(incidents)
  expect(open.edges.map(({ node }) => node)).toEqual([{ title: 'Captures fail', severity: 'P1', status: 'open', resolvedAt: null }])
})

it.each(['gitlab', 'pagerduty'] as const)('refuses what is not signed by %s, or changed by one byte', async (provider) => {
  const name = provider === 'gitlab' ? 'deployment-success' : 'triggered'
  const body = payload(provider, name, () => ({}))
  const signed = provider === 'gitlab' ? gitlabHeaders(body, 'forged') : pagerdutyHeaders(body, 'forged')
  expect((await send(provider, body, 'unsigned', {})).status).toBe(401)
  expect((await send(provider, `${body} `, 'forged', signed)).status).toBe(401)
  expect((await send(provider, body, 'forged', signed)).status).toBe(202)
})
