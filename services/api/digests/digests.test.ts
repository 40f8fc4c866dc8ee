import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../test/app.js'
import { agrees, expectedRows } from '../../test/e2e/known-answers.js'
import { knownAnswerEvents } from '../../test/known-answers.js'
import { startWebhookReceiver, type WebhookReceiver } from '../../test/webhook-receiver.js'

type Value = { value: number | null; n: number; low: number | null; high: number | null }
type Message = {
  type: string
  id: string
  period: { from: string; to: string }
  markdown: string
  html: string
  measures: ({ key: string; week: Value; teams: { team: string | null; week: Value }[] } & Record<string, unknown>)[]
}
type Delivery = { id: string; state: string; status: number | null; attempts: number; reason: string | null; byHand: boolean }

let app: TestApp
let receiver: WebhookReceiver

beforeAll(async () => {
  receiver = await startWebhookReceiver()
  app = await startTestApp({ outgoingPrivateHosts: [receiver.host] })
  const events = knownAnswerEvents()
    .map((event) => JSON.stringify(event))
    .join('\n')
  const sent = await app.request('/v1/events', { method: 'POST', headers: { 'content-type': 'application/x-ndjson' }, body: events })
  expect(sent.status).toBe(202)
  await app.settled()
})
afterAll(async () => {
  await app?.stop()
  await receiver?.close()
})

const SAVE =
  'mutation ($id: ID, $input: DigestInput!, $newSecret: Boolean) { saveDigest(id: $id, input: $input, newSecret: $newSecret) { secret digest { id name view state measures weekday hour timeZone url enabled createdBy nextAt lastSentAt lastError } } }'
const SEND = 'mutation ($id: ID!, $at: DateTime) { sendDigestNow(id: $id, at: $at) { id state status attempts reason byHand } }'
const monday = '2026-10-26T08:00:00Z'

type Saved = { saveDigest: { secret: string | null; digest: { id: string } & Record<string, unknown> } }

async function save(input: object = {}, more: object = {}) {
  return app.graphql<Saved>(SAVE, { input: { name: 'Weekly', url: receiver.url, ...input }, ...more })
}

async function saved(input: object = {}) {
  const { data, errors } = await save(input)
  expect(errors).toBeUndefined()
  return { id: data.saveDigest.digest.id, secret: data.saveDigest.secret ?? '', digest: data.saveDigest.digest }
}

async function send(id: string, at = monday): Promise<Delivery> {
  const { data, errors } = await app.graphql<{ sendDigestNow: Delivery }>(SEND, { id, at })
  expect(errors).toBeUndefined()
  return data.sendDigestNow
}

function last() {
  const got = receiver.received.at(-1)
  if (!got) throw new Error('Nothing was received.')
  return { ...got, message: JSON.parse(got.body) as Message }
}

describe('a digest that is sent', () => {
  it('is signed as Standard Webhooks has it', async () => {
    const { id, secret } = await saved()
    const delivery = await send(id)
    expect(delivery).toMatchObject({ state: 'SENT', status: 204, attempts: 1, byHand: true })
    const { headers, body } = last()
    expect(headers).toMatchObject({ 'content-type': 'application/json', 'webhook-id': `digest_${delivery.id}` })
    const signed = headers as Record<string, string>
    expect(new Webhook(secret).verify(body, signed)).toMatchObject({ type: 'digest', id: `digest_${delivery.id}` })
    expect(() => new Webhook(secret).verify(body.replace('"n":4', '"n":5'), signed)).toThrow('No matching signature')
    expect(() => new Webhook(`whsec_${Buffer.alloc(32).toString('base64')}`).verify(body, signed)).toThrow('No matching signature')
  })

  it.each(['2026-10-05', '2026-10-12', '2026-10-19'])('has the numbers worked by hand for the week from %s', async (day) => {
    const { id } = await saved()
    await send(id, new Date(Date.parse(day) + 7 * 86_400_000 + 1).toISOString())
    const { message } = last()
    const period = { from: `${day}T00:00:00.000Z`, to: new Date(Date.parse(day) + 7 * 86_400_000).toISOString() }
    expect(message.period).toMatchObject(period)
    const rows = expectedRows.filter(
      (row) => row.from === period.from && row.to === period.to && row.service === null && ['value', 'n', 'low', 'high'].includes(row.of),
    )
    const checked = rows.flatMap(({ key, of, expected }) => {
      const measure = message.measures.find((candidate) => candidate.key === key)
      return measure ? [[key, of, agrees(measure.week[of as keyof Value], expected)]] : []
    })
    expect(checked.length).toBeGreaterThanOrEqual(3)
    expect(checked.filter(([, , isRight]) => !isRight)).toEqual([])
  })

  it('has the scope and the profile of its view, and leads to it', async () => {
    const view = await app.graphql<{ saveView: { id: string } }>(
      'mutation { saveView(input: { name: "Search", page: "/", state: "service=search&profile=datadog&window=90d&zone=UTC" }) { id } }',
    )
    const { id } = await saved({ view: view.data.saveView.id, measures: ['deployment_frequency'] })
    await send(id)
    const { message } = last()
    expect(message.measures.map(({ key, week }) => [key, week.value])).toEqual([['deployment_frequency', 2]])
    expect(message).toMatchObject({ profile: 'datadog', scope: { services: ['search'] } })
    const link = new URL(/\]\(<([^>]+)>\)/.exec(message.markdown)?.[1] ?? '')
    expect(link.origin).toBe(app.url)
    expect(Object.fromEntries(link.searchParams)).toMatchObject({
      service: 'search',
      profile: 'datadog',
      window: 'custom',
      from: '2026-10-19T00:00:00.000Z',
      to: '2026-10-26T00:00:00.000Z',
    })
    const removal = await app.graphql(`mutation { deleteView(id: "${view.data.saveView.id}") }`)
    expect(removal.errors?.[0]?.message).toContain('A digest goes by this view')
  })

  it('is the one that the preview showed', async () => {
    const { id } = await saved()
    const { data } = await app.graphql<{ previewDigest: { from: string; markdown: string; html: string } }>(
      'query ($at: DateTime) { previewDigest(input: { name: "Weekly" }, at: $at) { from markdown html } }',
      { at: monday },
    )
    await send(id)
    const { message } = last()
    expect(data.previewDigest).toEqual({ from: '2026-10-19T00:00:00.000Z', markdown: message.markdown, html: message.html })
    expect(message.html).toContain('<th>Measure</th>')
  })

  it('is listed with what became of it', async () => {
    const { id } = await saved({ name: 'Listed' })
    receiver.answers.push({ status: 500 })
    expect(await send(id)).toMatchObject({ state: 'PENDING', status: 500, reason: 'The other side answers 500.' })
    const { data } = await app.graphql<{ digests: { id: string }[] }>('{ digests { id lastError deliveries { state attempts nextTryAt from to } } }')
    expect(data.digests.find((digest) => digest.id === id)).toMatchObject({
      lastError: 'The other side answers 500.',
      deliveries: [
        { state: 'PENDING', attempts: 1, nextTryAt: expect.any(String), from: '2026-10-19T00:00:00.000Z', to: '2026-10-26T00:00:00.000Z' },
      ],
    })
    expect((await app.graphql(`mutation { deleteDigest(id: "${id}") }`)).data).toEqual({ deleteDigest: true })
  })
})

describe('a digest that is kept', () => {
  it('has its fields, and its secret is shown once and replaced when asked', async () => {
    const { id, secret, digest } = await saved({
      state: 'team=checkout&zone=UTC',
      measures: ['release_incidents'],
      weekday: 'FRIDAY',
      hour: 17,
      timeZone: 'Asia/Tokyo',
    })
    expect(digest).toMatchObject({
      name: 'Weekly',
      view: null,
      state: 'team=checkout&zone=UTC',
      measures: ['release_incidents'],
      weekday: 'FRIDAY',
      hour: 17,
      timeZone: 'Asia/Tokyo',
      enabled: true,
      createdBy: 'token:local',
      lastSentAt: null,
    })
    // Five in the afternoon in Tokyo, which has no summer time.
    expect(digest.nextAt).toMatch(/T08:00:00\.000Z$/)
    expect(new Date(String(digest.nextAt)).getUTCDay()).toBe(5)
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
    const changed = await save({ name: 'Renamed', enabled: false }, { id })
    expect(changed.data.saveDigest).toMatchObject({ secret: null, digest: { id, name: 'Renamed', enabled: false, nextAt: null } })
    const renewed = (await save({ name: 'Renamed' }, { id, newSecret: true })).data.saveDigest.secret ?? ''
    expect(renewed).not.toBe(secret)
    await send(id)
    expect(() => new Webhook(renewed).verify(last().body, last().headers as Record<string, string>)).not.toThrow()
    const { data } = await app.graphql<object>('{ digests { id name url } auditLog(first: 200) { edges { node { action subject details } } } }')
    for (const gone of [secret, renewed]) expect(JSON.stringify(data)).not.toContain(gone.slice('whsec_'.length))
    for (const action of ['saveDigest', 'sendDigestNow']) expect(JSON.stringify(data)).toContain(`"action":"${action}"`)
  })

  it.each([
    ['no name', { name: ' ' }],
    ['an address without https', { url: 'http://elsewhere.example/hook' }],
    ['an address with a password', { url: 'https://user:word@elsewhere.example/hook' }],
    ['an address of another kind', { url: 'file:///etc/passwd' }],
    ['a zone that is none', { timeZone: 'Mars/Olympus' }],
    ['an hour that no day has', { hour: 24 }],
    ['a view that is not there', { view: '00000000-0000-4000-8000-000000000000' }],
    ['a state that is not known', { state: 'window=91d' }],
  ])('is refused with %s', async (_case, input) => {
    expect((await save(input)).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT')
  })

  it('is for administrators', async () => {
    const { id } = await saved()
    const before = receiver.received.length
    const { data } = await app.graphql<{ createToken: { secret: string } }>(
      'mutation { createToken(name: "all but admin", scopes: [INGEST, READ, GATE, APPROVE]) { secret } }',
    )
    const token = data.createToken.secret
    for (const ask of [
      '{ digests { id } }',
      '{ previewDigest(input: {}) { markdown } }',
      `mutation { sendDigestNow(id: "${id}") { id } }`,
      `mutation { deleteDigest(id: "${id}") }`,
      `mutation { saveDigest(input: { name: "x", url: "https://elsewhere.example/" }) { secret } }`,
    ])
      expect((await app.graphql(ask, {}, { token })).errors?.[0]?.extensions.code).toBe('FORBIDDEN')
    expect(receiver.received).toHaveLength(before)
  })
})
