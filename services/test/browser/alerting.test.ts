import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startRecordingServer, type RecordingServer } from '../../alerts/routes/recording-server.js'
import { startTestApp, type TestApp } from '../app.js'
import { expectWhole, launchBrowser, PATIENCE_MS, signIn, type Visit } from './browser.js'

const MINUTE = 60_000
const NOW = Math.floor(Date.now() / MINUTE) * MINUTE
const DESKTOP: Visit = { width: 1440, colorScheme: 'dark' }
const PHONE: Visit = { width: 390, colorScheme: 'light' }

const OPEN_SLO = `apiVersion: openslo/v1
kind: SLI
metadata: { name: answers }
spec: { ratioMetric: { good: { metricSource: { spec: { query: answered } } }, total: { metricSource: { spec: { query: asked } } } } }
---
apiVersion: openslo/v1
kind: AlertNotificationTarget
metadata: { name: chat of the shop }
spec: { target: slack }
---
apiVersion: openslo/v1
kind: AlertPolicy
metadata: { name: fast, displayName: Answers burn fast }
spec:
  alertWhenNoData: true
  conditions:
    - kind: AlertCondition
      metadata: { name: quick }
      spec: { severity: page, condition: { kind: burnrate, op: gt, threshold: 3, lookbackWindow: 10m, alertAfter: 2m } }
  notificationTargets: [{ targetRef: chat of the shop }]
---
apiVersion: openslo/v1
kind: SLO
metadata: { name: cart-answers }
spec:
  service: cart
  indicatorRef: answers
  timeWindow: [{ duration: 30d, isRolling: true }]
  budgetingMethod: Occurrences
  alertPolicies: [fast]
  objectives: [{ target: 0.99 }]
`

let app: TestApp
let browser: Browser
let receiver: RecordingServer

beforeAll(async () => {
  receiver = await startRecordingServer(({ path }) => ({ status: path === '/broken' ? 404 : 200 }))
  app = await startTestApp({ outgoingPrivateHosts: ['127.0.0.1'] })
  await app.graphql('mutation ($yaml: String!) { applyOpenSlo(yaml: $yaml) { applied } }', { yaml: OPEN_SLO })
  const place = { service: 'cart', environment: 'production', sli: 'answers' }
  const iso = (at: number) => new Date(at).toISOString()
  // Five of a hundred are bad for a quarter of an hour that ended an hour ago: five times as fast as allowed.
  const events = Array.from({ length: 90 }, (_, index) => {
    const [from, to] = [NOW - (index + 1) * MINUTE, NOW - index * MINUTE]
    const isBad = index >= 60 && index < 75
    const data = { ...place, from: iso(from), to: iso(to), total: 100, good: isBad ? 95 : 100 }
    return { source: 'test', id: `reading ${index}`, type: 'sli.sampled', time: iso(to), data }
  })
  const failed = { deployment: 'cart-7', service: 'cart', environment: 'production', version: '7', outcome: 'failed' }
  const deployment = { source: 'test', id: 'failed', type: 'deployment.finished', time: iso(NOW - 60 * MINUTE), data: failed }
  const body = JSON.stringify([...events, deployment])
  const answer = await app.request('/v1/events', { method: 'POST', headers: { 'content-type': 'application/json' }, body })
  expect(answer.status).toBe(202)
  await app.settled()
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  await app?.stop()
  await receiver?.close()
})

describe('alert routes', () => {
  it('are added, tried, changed without telling their secret anew, and removed', async () => {
    const { page, faults } = await signIn(browser, app, '/settings', DESKTOP)
    const panel = page.locator('section', { has: page.getByRole('heading', { name: 'Alert routes' }) })
    await panel.getByText('Alerts are found and listed, and nobody is told.').waitFor()
    await panel.getByText('Add a route').click()
    await panel.getByLabel('Name').fill('chat of the shop')
    await panel.getByLabel('Incoming webhook').fill(`${receiver.url}/chat`)
    await panel.getByLabel('Teams').fill('shop')
    await panel.getByRole('checkbox', { name: 'Tickets' }).uncheck()
    await panel.getByRole('button', { name: 'Add route' }).click()
    const row = panel.getByRole('row').filter({ hasText: 'chat of the shop' })
    await row.getByText('pages of shop').waitFor()
    await row.getByRole('button', { name: 'Test chat of the shop' }).click()
    await row.getByRole('status').filter({ hasText: /./ }).waitFor()
    expect(receiver.recorded.map(({ path }) => path)).toEqual(['/chat'])

    await row.getByRole('button', { name: 'Change chat of the shop' }).click()
    expect(await panel.getByLabel('Incoming webhook').inputValue()).toBe('')
    await panel.getByLabel('Most messages an hour').fill('5')
    await panel.getByRole('button', { name: 'Save route' }).click()
    await row.getByRole('cell', { name: '5', exact: true }).waitFor()
    await row.getByRole('button', { name: 'Test chat of the shop' }).click()
    await expect.poll(() => receiver.recorded.map(({ path }) => path), { timeout: PATIENCE_MS }).toEqual(['/chat', '/chat'])
    await expectWhole(page, faults)

    await row.getByRole('button', { name: 'Remove chat of the shop' }).click()
    await row.getByRole('button', { name: 'Remove for good chat of the shop' }).click()
    await panel.getByText('Alerts are found and listed, and nobody is told.').waitFor()
  })

  it('that cannot deliver say so when tried, and a form of each kind shows its own fields', async () => {
    const { page, faults } = await signIn(browser, app, '/settings', PHONE)
    const panel = page.locator('section', { has: page.getByRole('heading', { name: 'Alert routes' }) })
    await panel.getByText('Add a route').click()
    for (const [kind, field] of [
      ['pagerduty', 'Integration key'],
      ['email', 'Receivers'],
      ['webhook', 'Signing secret'],
    ] as const) {
      await panel.getByLabel('Goes to').selectOption(kind)
      await panel.getByLabel(field, { exact: true }).waitFor()
    }
    await panel.getByLabel('Name').fill('broken')
    await panel.getByLabel('Address').fill(`${receiver.url}/broken`)
    await panel.getByLabel('Signing secret').fill('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw')
    await panel.getByRole('button', { name: 'Add route' }).click()
    await panel.getByRole('button', { name: 'Test broken' }).click()
    await panel.getByRole('status').filter({ hasText: '404' }).waitFor()
    await expectWhole(page, faults)
  })
})

describe('alert policies', () => {
  it.each([
    ['a desktop', DESKTOP],
    ['a phone', PHONE],
  ])('stand on the page of their objective in place of the burn rules, and are tried, on %s', async (_, as) => {
    const { page, faults } = await signIn(browser, app, '/slo?name=cart-answers', as)
    const row = page.getByRole('row').filter({ hasText: 'Answers burn fast' })
    await row.waitFor()
    const said = (await row.innerText()).replaceAll('\u00a0', ' ')
    expect(said).toContain('above 3× over 10 min, for 2 min; no data for 10 min')
    expect(said).toContain('chat of the shop (slack)')
    expect(await page.getByRole('heading', { name: 'Burn rules' }).count()).toBe(0)
    await page.getByRole('button', { name: 'Try', exact: true }).click()
    await page.getByText('It would have paged once and made a ticket never.').waitFor()
    await expectWhole(page, faults)
  })
})

describe('alert rules', () => {
  it.each([
    ['a desktop', DESKTOP],
    ['a phone', PHONE],
  ])('are tried on history, on %s', async (_, as) => {
    const { page, faults } = await signIn(browser, app, '/alerts', as)
    await page.getByRole('button', { name: 'Try A deployment failed' }).click()
    await page.getByText('It would have paged never and made a ticket once.').waitFor()
    await page.getByRole('table', { name: 'A deployment failed: when' }).getByText('cart 7 failed in production').waitFor()
    expect(await page.getByRole('button', { name: 'Try An alert policy of an objective' }).count()).toBe(0)
    await page.getByRole('button', { name: 'Try An indicator went silent' }).click()
    await page.getByText('It would have paged never and made a ticket never.').waitFor()
    await expectWhole(page, faults)
  })
})
