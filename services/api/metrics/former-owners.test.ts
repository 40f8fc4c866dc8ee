import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../test/app.js'

const DAY_MS = 86_400_000
const at = (day: number) => new Date(Date.parse('2026-10-01T10:00:00Z') + day * DAY_MS).toISOString()

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
  const event = (type: string, day: number, data: object) => ({ id: `${type} ${day}`, source: 'ci', type, time: at(day), data })
  const place = { service: 'payments', environment: 'production' }
  const rollout = (day: number) => event('deployment.finished', day, { ...place, deployment: `d-${day}`, version: `${day}`, outcome: 'succeeded' })
  const owned = (day: number, team: string) => event('service.declared', day, { service: 'payments', team })
  const incident = { ...event('incident.detected', 2, { incident: 'i-1', ...place }), time: at(2.5) }
  const events = [owned(0, 'former'), rollout(2), incident, owned(10, 'later'), rollout(12)]
  await app.request('/v1/events', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(events) })
  await app.settled()
})
afterAll(() => app?.stop())

it.each(['deployment_frequency', 'release_incidents'])('counts of %s stay with the team that owned the service then', async (key) => {
  type Answer = { metrics: { groups: { dimensions: { value: string }[]; total: { value: number | null; n: number } }[] }[] }
  const { data } = await app.graphql<Answer>(
    `{ metrics(keys: [${key}], window: { from: "${at(0)}", to: "${at(20)}" }, groupBy: [TEAM], options: { ownership: HISTORICAL }) { groups { dimensions { value } total { value n } } } }`,
  )
  const former = data.metrics[0]?.groups.find(({ dimensions }) => dimensions[0]?.value === 'former')
  expect(former?.total).toEqual({ value: 1, n: 1 })
})
