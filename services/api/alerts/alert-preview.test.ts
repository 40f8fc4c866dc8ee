import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { knownAnswerEvents } from '../../../seed/known-answer/known-answer.js'
import { startTestApp, type TestApp } from '../../test/app.js'
import { postEvents } from '../../test/e2e/ask-over-http.js'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
  await postEvents(app, knownAnswerEvents())
  await app.settled()
})
afterAll(() => app?.stop())

type Firing = { severity: string; service: string; environment: string; title: string; from: string; to: string | null }
type Preview = { alertPreview: { pages: number; tickets: number; firings: Firing[] } | null }

const ASK = `query ($rule: ID!, $from: DateTime!, $to: DateTime!, $services: [String!]) {
  alertPreview(rule: $rule, from: $from, to: $to, services: $services) { pages tickets firings { severity service environment title from to } }
}`
const WEEKS = { from: '2026-10-05T00:00:00Z', to: '2026-10-26T00:00:00Z' }

async function preview(rule: string, more: object = {}) {
  const { data, errors } = await app.graphql<Preview>(ASK, { rule, ...WEEKS, ...more })
  expect(errors).toBeUndefined()
  return data.alertPreview
}

describe('alert rules tried on the three weeks of the known answers', () => {
  it('tell of the deployments that failed, each until the next one began', async () => {
    const found = await preview('failed_deployment')
    expect([found?.pages, found?.tickets]).toEqual([0, 3])
    expect(found?.firings.map(({ title, from, to }) => [title, from, to])).toEqual([
      ['search v6 failed in production', '2026-10-22T14:30:00.000Z', '2026-10-22T15:00:00.000Z'],
      ['payments 1.6.0 failed in production', '2026-10-19T10:12:00.000Z', '2026-10-20T10:00:00.000Z'],
      ['payments 1.3.0 failed in production', '2026-10-09T09:10:00.000Z', '2026-10-09T11:00:00.000Z'],
    ])
    const [search, ...others] = (await preview('failed_deployment', { services: ['search'] }))?.firings ?? []
    expect([search?.service, others]).toEqual(['search', []])
  })

  it('tell of nothing that did not happen', async () => {
    expect(await preview('failed_rollback')).toEqual({ pages: 0, tickets: 0, firings: [] })
  })

  it('say which rules have none, and refuse windows that are none', async () => {
    const { data } = await app.graphql<{ alertRules: { id: string; hasPreview: boolean }[] }>('{ alertRules { id hasPreview } }')
    expect(data.alertRules.filter(({ hasPreview }) => !hasPreview).map(({ id }) => id)).toEqual(['burn_rate', 'alert_policy'])
    expect(await preview('burn_rate')).toBeNull()
    expect(await preview('nonsense')).toBeNull()
    const backwards = await app.graphql<Preview>(ASK, { rule: 'absence', from: WEEKS.to, to: WEEKS.from })
    expect(backwards.errors?.[0]?.message).toBe('from must be before to.')
    const long = await app.graphql<Preview>(ASK, { rule: 'absence', from: '2026-01-01T00:00:00Z', to: WEEKS.to })
    expect(long.errors?.[0]?.message).toBe('At most 92 days are looked at.')
  })
})
