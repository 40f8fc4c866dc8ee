import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../test/app.js'
import { badgeColour, shownValue } from './badge-value.js'

let app: TestApp

beforeAll(async () => {
  app = await startTestApp()
  const time = (hoursAgo: number) => new Date(Date.now() - hoursAgo * 3_600_000).toISOString()
  const finished = (id: string, hoursAgo: number, outcome: string) => ({
    id,
    source: 'ci',
    type: 'deployment.finished',
    time: time(hoursAgo),
    data: { deployment: id, service: 'shop "front"', environment: 'production', version: id, outcome },
  })
  const events = [finished('d1', 50, 'succeeded'), finished('d2', 40, 'failed'), finished('d3', 30, 'succeeded'), finished('d4', 2, 'succeeded')]
  const headers = { 'content-type': 'application/json' }
  await app.request('/v1/events', { method: 'POST', headers, body: JSON.stringify(events) })
  await app.settled()
})
afterAll(() => app.stop())

const SERVICE = encodeURIComponent('shop "front"')

describe('a badge', () => {
  it('shows the measure, its value and its window', async () => {
    const response = await app.request(`/v1/badges/${SERVICE}/change_failure_rate.svg`)
    const svg = await response.text()
    expect(response.headers.get('content-type')).toContain('image/svg+xml')
    expect(svg).toContain('change failure rate')
    // One of four.
    expect(svg).toContain('25 % in 30 d')
    expect(await (await app.request(`/v1/badges/${SERVICE}/deployment_frequency.svg?days=1`)).text()).toContain('1 in 1 d')
  })

  it('is not sent again to who has it', async () => {
    const path = `/v1/badges/${SERVICE}/deployment_frequency.svg`
    const etag = (await app.request(path)).headers.get('etag') as string
    expect((await app.request(path, { headers: { 'if-none-match': etag } })).status).toBe(304)
  })

  it.each([`nobody/change_failure_rate.svg`, `${SERVICE}/colour.svg`, `${SERVICE}/change_failure_rate.png`])(
    'says that %s is unknown',
    async (path) => {
      const response = await app.request(`/v1/badges/${path}`)
      expect(response.status).toBe(404)
      expect(await response.text()).toContain('unknown')
    },
  )

  it.each(['0', '367', 'many', '1.5'])('of %s days is refused', async (days) => {
    const response = await app.request(`/v1/badges/${SERVICE}/deployment_frequency.svg?days=${days}`)
    expect(response.status).toBe(400)
    expect(await response.text()).toContain('days')
  })

  it('is for those who may read, and for anyone once the workspace says so', async () => {
    const path = `/v1/badges/${SERVICE}/deployment_frequency.svg`
    const refused = await app.request(path, { token: null })
    expect([refused.status, refused.headers.get('content-type'), refused.headers.get('cache-control')]).toEqual([
      401,
      'image/svg+xml; charset=utf-8',
      'no-store',
    ])
    expect(await refused.text()).toContain('not public')
    const { data } = await app.graphql<{ createToken: { secret: string } }>('mutation { createToken(name: "in", scopes: [INGEST]) { secret } }')
    expect((await app.request(path, { token: data.createToken.secret })).status).toBe(401)
    await app.graphql('mutation { updateWorkspace(input: { publicBadges: true }) { publicBadges } }')
    expect((await app.request(path, { token: null })).status).toBe(200)
  })
})

describe('the gauges', () => {
  it('have every measure of every service, by window', async () => {
    const response = await app.request('/metrics/measures')
    const lines = (await response.text()).split('\n')
    const labels = (measure: string, window: string) => `{measure="${measure}",service="shop \\"front\\"",window="${window}"}`
    expect(lines).toContain(`windsock_measure_value${labels('deployment_frequency', '7d')} 3`)
    expect(lines).toContain(`windsock_measure_value${labels('change_failure_rate', '28d')} 0.25`)
    expect(lines).toContain(`windsock_measure_records${labels('change_failure_rate', '28d')} 4`)
    expect(lines).toContain('windsock_measure_services_left_out 0')
    // Every line is a comment or a sample.
    for (const line of lines.filter(Boolean)) expect(line).toMatch(/^(# (HELP|TYPE) windsock_\w+ .+|windsock_\w+(\{.*\})? -?[\d.e+-]+)$/)
  })

  it('need a token', async () => {
    expect((await app.request('/metrics/measures', { token: null })).status).toBe(401)
  })
})

describe('a value in few characters', () => {
  it.each([
    [null, 'SECONDS', 'no data'],
    [0.3913, 'RATIO', '39.1 %'],
    [20, 'COUNT', '20'],
    [45, 'SECONDS', '45 s'],
    [5400, 'SECONDS', '1.5 h'],
    [86_400 * 3, 'SECONDS', '3 d'],
    [600, 'SECONDS', '10 min'],
  ] as const)('%s %s is %s', (value, unit, shown) => {
    expect(shownValue(value, unit)).toBe(shown)
  })

  it('is coloured by its targets', () => {
    const measure = { direction: 'LOWER_IS_BETTER', targets: [{ label: '', low: 0.1, high: 0.15 }] } as const
    expect([null, 0.05, 0.12, 0.3].map((value) => badgeColour(measure, value))).toEqual(['lightgrey', 'green', 'yellow', 'red'])
    expect(badgeColour({ direction: 'HIGHER_IS_BETTER', targets: [{ label: '', low: 1 }] }, 1)).toBe('green')
    expect(badgeColour({ direction: 'HIGHER_IS_BETTER', targets: [{ label: '', low: 1 }] }, 0.5)).toBe('red')
    expect(badgeColour({ direction: 'NEUTRAL', targets: [] }, 4)).toBe('blue')
  })
})
