import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../test/app.js'

/** Saturday the 10th and Sunday the 11th: one week from Monday, two from Sunday. */
const events = ['2026-10-10T10:00:00Z', '2026-10-11T10:00:00Z'].map((time, index) => ({
  id: `weekend-${index}`,
  source: 'ci',
  type: 'deployment.finished',
  time,
  data: { deployment: `d-${index}`, service: 'payments', environment: 'production', version: `1.${index}.0`, outcome: 'succeeded' },
}))

const FROM_MONDAY = [
  ['10-05', 2],
  ['10-12', 0],
]
/** From Monday the 5th on, since the window begins there. */
const FROM_SUNDAY = [
  ['10-05', 1],
  ['10-11', 1],
  ['10-18', 0],
]

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
  await app.request('/v1/events', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(events) })
  await app.settled()
  await app.graphql('mutation { updateWorkspace(input: { weekStart: SUNDAY }) { weekStart } }')
})
afterAll(() => app?.stop())

async function inGraphql(weekStart = ''): Promise<unknown> {
  type Answer = { metrics: { groups: { series: { from: string; value: { value: number } }[] }[] }[] }
  const window = `window: { from: "2026-10-05T00:00:00Z", to: "2026-10-19T00:00:00Z" ${weekStart} }`
  const query = `{ metrics(keys: [deployment_frequency], ${window}, interval: WEEK) { groups { series { from value { value } } } } }`
  const { data } = await app.graphql<Answer>(query)
  return data.metrics[0]?.groups[0]?.series.map(({ from, value }) => [from.slice(5, 10), value.value])
}

async function inCsv(weekStart = ''): Promise<unknown> {
  const asked = `keys=deployment_frequency&from=2026-10-05T00:00:00Z&to=2026-10-19T00:00:00Z&interval=week${weekStart}`
  const answer = await app.request(`/v1/export/metrics.csv?${asked}`)
  const rows = parse(await answer.text(), { columns: true }) as Record<'of' | 'from' | 'value', string>[]
  return rows.filter(({ of }) => of === 'bucket').map(({ from, value }) => [from.slice(5, 10), Number(value)])
}

async function inShare(): Promise<unknown> {
  const state = 'window=custom&from=2026-10-05T00:00:00Z&to=2026-10-19T00:00:00Z&zone=UTC&interval=week'
  const saved = await app.graphql<{ saveView: { id: string } }>(
    `mutation { saveView(input: { name: "Weeks", page: "/", state: "${state}" }) { id } }`,
  )
  const shared = await app.graphql<{ createShareLink: { url: string } }>(`mutation { createShareLink(view: "${saved.data.saveView.id}") { url } }`)
  const token = new URL(shared.data.createShareLink.url).hash.slice(1)
  const { measures } = (await (await app.request('/v1/shared', { token })).json()) as {
    measures: { key: string; series: { from: string; value: number }[] }[]
  }
  return measures.find(({ key }) => key === 'deployment_frequency')?.series.map(({ from, value }) => [from.slice(5, 10), value])
}

describe('weeks', () => {
  it('begin as the workspace says, wherever a view is opened', async () => {
    expect(await inGraphql()).toEqual(FROM_SUNDAY)
    expect(await inCsv()).toEqual(FROM_SUNDAY)
    expect(await inShare()).toEqual(FROM_SUNDAY)
  })

  it('begin as a question says, where it does', async () => {
    expect(await inGraphql('weekStart: MONDAY')).toEqual(FROM_MONDAY)
    expect(await inCsv('&weekStart=monday')).toEqual(FROM_MONDAY)
  })
})
