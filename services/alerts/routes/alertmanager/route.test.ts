import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { exampleContext, exampleNotification, exampleResolved } from '../examples.js'
import { startRecordingServer, type RecordingServer } from '../recording-server.js'
import { alertmanager, alertOf } from './route.js'

let server: RecordingServer
beforeEach(async () => {
  server = await startRecordingServer(() => ({ status: 200 }))
})
afterEach(() => server.close())

const sent = () => JSON.parse(server.recorded.at(-1)?.body ?? '') as unknown
const alert = {
  labels: {
    alertname: 'burn_rate',
    severity: 'page',
    service: 'checkout',
    environment: 'production',
    team: 'payments',
    slo: 'availability',
    release: 'release-7',
    windsock_key: 'burn_rate/release-7/checkout/availability',
  },
  annotations: {
    summary: 'Checkout spends its error budget 15 times too fast',
    description: 'Burn is 15.2 over 1 h and 16.0 over 5 min; the limit is 14.4.',
    version: '2.4.1',
    commit: '3f2a9c1d',
    owner: 'author-17@example.invalid',
    runbook_url: 'https://runbooks.example.com/checkout',
  },
  startsAt: '2026-03-02T10:15:00.000Z',
  generatorURL: 'https://windsock.example.com/alerts/41',
}

describe('Alertmanager', () => {
  it('is told of a problem without an end', async () => {
    const settings = { url: `${server.url}/prefix/`, authorization: 'Bearer 0123456789abcdef' }
    expect(await alertmanager.send(exampleNotification(), settings, exampleContext())).toEqual({ ok: true, receipt: null })
    expect(server.recorded[0]).toMatchObject({ method: 'POST', path: '/prefix/api/v2/alerts' })
    expect(server.recorded[0]?.headers).toMatchObject({ authorization: 'Bearer 0123456789abcdef', 'content-type': 'application/json' })
    expect(sent()).toEqual([alert])
  })

  it('needs no credentials', async () => {
    await alertmanager.send(exampleNotification(), { url: server.url }, exampleContext())
    expect(server.recorded[0]?.headers).not.toHaveProperty('authorization')
  })

  it('is told the end with the labels of the start', async () => {
    await alertmanager.send(exampleResolved(), { url: server.url }, exampleContext())
    expect(sent()).toEqual([{ ...alert, endsAt: '2026-03-02T10:40:00.000Z' }])
  })

  it('knows no acknowledgement: the alert stays as it is', () => {
    expect(alertOf(exampleNotification({ status: 'acknowledged' }))).toEqual(alert)
  })

  it('sends no empty labels', () => {
    const { labels, annotations } = alertOf(exampleNotification({ team: null, slo: null, release: null, runbookUrl: null, owner: null }))
    expect(Object.keys(labels)).toEqual(['alertname', 'severity', 'service', 'environment', 'windsock_key'])
    expect(Object.keys(annotations)).toEqual(['summary', 'description', 'version', 'commit'])
  })

  it('asks to be told again before an alert runs out there', () => {
    expect(alertmanager.repeatSeconds).toBeLessThan(300)
  })
})
