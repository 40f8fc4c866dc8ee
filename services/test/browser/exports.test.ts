import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestApp } from '../app.js'
import { expectWhole, launchBrowser, signIn, type Visit } from './browser.js'
import { startKnownApp } from './known-app.js'

const FROM = '2026-10-05T00:00:00.000Z'
const TO = '2026-10-26T00:00:00.000Z'
const WEEKS = `from=${FROM}&to=${TO}&zone=UTC`
const WINDOW = { from: FROM, to: TO }
const RELEASE = 'payments@1.1.0'
const DESKTOP: Visit = { width: 1440, colorScheme: 'light' }
const PHONE: Visit = { width: 390, colorScheme: 'dark' }

let app: TestApp
let browser: Browser

beforeAll(async () => {
  const event = (source: string, type: string, time: string, data: object) => JSON.stringify({ id: `${source} ${time}`, source, type, time, data })
  const more = [
    event('alertmanager/main', 'incident.detected', '2026-10-20T10:00:00Z', { incident: 'alert-1', service: 'payments', title: 'Too slow' }),
    event('pager', 'incident.detected', '2026-10-20T11:00:00Z', { incident: 'INC-77', service: 'payments', severity: 'SEV2' }),
    event('desk', 'incident.updated', '2026-10-20T12:00:00Z', { incident: 'INC-77', severity: 'SEV1' }),
  ]
  app = await startKnownApp({}, more)
  const { errors } = await app.graphql(`mutation {
    saveIndicator(input: { name: "answers", kind: REPORTED }) { name }
    saveSlo(input: { name: "pay-answers", service: "payments", indicator: "answers", target: 0.99 }) { name } }`)
  expect(errors).toBeUndefined()
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  await app?.stop()
})

/** Without how long what is open has waited until now. */
const still = (csv: string) => csv.replaceAll(/queue(Oldest|MedianAge)=[\d.]+/g, '')

type Case = [page: string, link: string, list: string, parameters: Record<string, string>]

const cases: Case[] = [
  [
    `/?${WEEKS}&team=checkout&interval=week&profile=gitlab&option=leadTimeClock:merged`,
    'All measures as CSV',
    'metrics',
    { ...WINDOW, teams: 'checkout', timeZone: 'UTC', interval: 'WEEK', profile: 'gitlab', option: 'leadTimeClock:merged' },
  ],
  [`/?${WEEKS}&group=team`, 'Each group as CSV', 'metrics', { ...WINDOW, timeZone: 'UTC', groupBy: 'TEAM' }],
  [
    `/service?id=payments&${WEEKS}&environment=production`,
    'All measures as CSV',
    'metrics',
    { ...WINDOW, services: 'payments', environments: 'production', timeZone: 'UTC', interval: 'DAY' },
  ],
  [`/releases?${WEEKS}&team=discovery`, 'All changes as CSV', 'changes', { ...WINDOW, teams: 'discovery' }],
  [`/releases?${WEEKS}&service=payments`, 'All approvals as CSV', 'approvals', { ...WINDOW, services: 'payments' }],
  [`/release?id=${RELEASE}`, 'Changes as CSV', 'changes', { release: RELEASE }],
  [`/release?id=${RELEASE}`, 'Approvals as CSV', 'approvals', { release: RELEASE }],
  [
    `/contradictions?${WEEKS}&service=payments&kind=INCIDENT`,
    'All contradictions as CSV',
    'contradictions',
    { ...WINDOW, services: 'payments', kinds: 'incident' },
  ],
  ['/alerts?rule=external&state=open', 'All alerts as CSV', 'alerts', { rules: 'external', states: 'PENDING,FIRING,ACKNOWLEDGED' }],
  ['/slos?service=payments', 'All objectives as CSV', 'objectives', { services: 'payments' }],
]

describe('the view', () => {
  it.each(cases)('%s leads to %s', async (path, name, list, parameters) => {
    const { page } = await signIn(browser, app, path, DESKTOP)
    const link = page.getByRole('link', { name, exact: true })
    await link.waitFor()
    const address = new URL((await link.getAttribute('href')) ?? '', app.url)
    const { keys, ...others } = Object.fromEntries(address.searchParams)
    expect([address.pathname, others]).toEqual([`/v1/export/${list}.csv`, parameters])
    expect(keys === undefined).toBe(list !== 'metrics')
    const saving = page.waitForEvent('download')
    await link.click()
    const csv = readFileSync(await (await saving).path(), 'utf8')
    expect(csv.split('\r\n').filter(Boolean).length).toBeGreaterThan(1)
    expect(still(csv)).toBe(still(await (await app.request(address.pathname + address.search)).text()))
  })

  it.each([...new Set(cases.map(([path]) => path))])('%s is whole on a phone', async (path) => {
    const { page, faults } = await signIn(browser, app, path, PHONE)
    await page
      .getByRole('link', { name: /as CSV$/ })
      .first()
      .waitFor()
    await expectWhole(page, faults)
  })
})
