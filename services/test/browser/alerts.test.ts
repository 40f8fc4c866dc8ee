import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startRecordingServer, type RecordingServer } from '../../alerts/routes/recording-server.js'
import { startTestApp, type TestApp } from '../app.js'
import { expectWhole, launchBrowser, signIn, type Visit } from './browser.js'

const DESKTOP: Visit = { width: 1440, colorScheme: 'light' }
const PHONE: Visit = { width: 390, colorScheme: 'dark' }
const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
/** A minute is judged 15 seconds after it ended. */
const JUDGED_MS = 120_000

let app: TestApp
let browser: Browser
let receiver: RecordingServer

beforeAll(async () => {
  receiver = await startRecordingServer(() => ({ status: 204 }))
  app = await startTestApp({ outgoingPrivateHosts: ['127.0.0.1'] })
  const fields = Object.entries({ url: receiver.url, secret: SECRET }).map(([name, value]) => ({ name, value }))
  await app.graphql('mutation ($input: AlertRouteInput!) { saveAlertRoute(input: $input) { id } }', {
    input: { name: 'the pager of the shop', kind: 'webhook', fields },
  })
  const at = new Date(Date.now() - 60_000).toISOString()
  const failed = (service: string, more: object = {}) => {
    const data = { service, environment: 'production', deployment: `${service}-1`, version: '1.0.0', outcome: 'failed', finishedAt: at, ...more }
    return { source: 'test', id: `failed ${service}`, type: 'deployment.finished', time: at, data }
  }
  const unnamed = { outcome: 'succeeded', version: undefined }
  const events = [failed('checkout-of-the-shop'), failed('search'), failed('orders', unnamed)]
  const answer = await app.request('/v1/events', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(events) })
  expect(answer.status).toBe(202)
  await vi.waitFor(async () => expect(await alertsSent()).toBe(3), { timeout: JUDGED_MS, interval: 500 })
  browser = await launchBrowser()
}, 2 * JUDGED_MS)

afterAll(async () => {
  await browser?.close()
  await app?.stop()
  await receiver?.close()
})

type Listed = { alerts: { edges: { node: { id: string; service: string; messages: { state: string }[] } }[] } }

async function listed() {
  const { data } = await app.graphql<Listed>('{ alerts { edges { node { id service messages { state } } } } }')
  return data.alerts.edges.map(({ node }) => node)
}

async function alertsSent(): Promise<number> {
  return (await listed()).filter(({ messages }) => messages.some(({ state }) => state === 'SENT')).length
}

const rowsOf = (page: Page) => page.getByRole('table', { name: 'Alerts' }).getByRole('row')
const alertIn = (page: Page, text: string) => rowsOf(page).filter({ hasText: text })

async function expectAlone(page: Page, service: string): Promise<void> {
  await alertIn(page, service).waitFor()
  // The one, and the headings.
  await vi.waitFor(async () => expect(await rowsOf(page).count()).toBe(2), { timeout: 10_000 })
}

const TOO_WIDE = "[...document.querySelectorAll('[role=cell]')].filter((cell) => cell.scrollWidth > cell.clientWidth).map((cell) => cell.textContent)"

/** Nothing in a cell is wider than the cell. */
async function expectApart(page: Page): Promise<void> {
  expect(await page.evaluate(TOO_WIDE)).toEqual([])
}

describe('the alerts', () => {
  it.each([
    ['a desktop', DESKTOP],
    ['a phone', PHONE],
  ])('are listed with who was told, each column apart from the next, on %s', async (_, as) => {
    const { page, faults } = await signIn(browser, app, '/alerts', as)
    const row = alertIn(page, 'checkout-of-the-shop 1.0.0 failed in production')
    await row.getByText('the pager of the shop').waitFor()
    await expectApart(page)
    await expectWhole(page, faults)
  })

  it('are filtered by service, rule and state, and the address holds it', async () => {
    const { page, faults } = await signIn(browser, app, '/alerts?service=search', DESKTOP)
    await expectAlone(page, 'search')
    await page.goto(`${app.url}/alerts`)
    await page.getByRole('combobox', { name: /^Rule/ }).selectOption('missing_metadata')
    await expectAlone(page, 'orders')
    expect(new URL(page.url()).searchParams.get('rule')).toBe('missing_metadata')
    await page.getByRole('combobox', { name: /^Show/ }).selectOption('over')
    await page.getByText('No such alert').waitFor()
    await expectWhole(page, faults)
  })

  it('that a notification links to is shown alone, and then with the others', async () => {
    const { data } = JSON.parse(receiver.recorded.find(({ body }) => body.includes('search'))?.body ?? '') as { data: { dashboardUrl: string } }
    const link = new URL(data.dashboardUrl)
    expect(link.searchParams.get('id')).toBe((await listed()).find(({ service }) => service === 'search')?.id)
    const { page, faults } = await signIn(browser, app, link.pathname + link.search, PHONE)
    await page.getByRole('heading', { name: 'One alert' }).waitFor()
    await expectAlone(page, 'search')
    await page.getByRole('button', { name: 'Take care' }).click()
    await alertIn(page, 'search').getByText('acknowledged', { exact: false }).first().waitFor()
    await page.getByRole('button', { name: 'Show all' }).click()
    await alertIn(page, 'orders').waitFor()
    await expectWhole(page, faults)
    await page.goto(`${app.url}/alerts?id=nothing`)
    await page.getByText('No such alert').waitFor()
  })
})

it('what an Alertmanager reports is shown with its source, and can only be read', async () => {
  const input = { integration: 'alertmanager', source: 'main', secret: 'the secret of this connection' }
  await app.graphql('mutation ($input: SaveConnectionInput!) { saveConnection(input: $input) { hasSecret } }', { input })
  const labels = { alertname: 'HighErrorRate', service: 'payments', environment: 'production', severity: 'critical' }
  const times = { startsAt: new Date(Date.now() - 600_000).toISOString(), endsAt: '0001-01-01T00:00:00Z' }
  const alert = { status: 'firing', labels, annotations: {}, ...times, generatorURL: 'https://prometheus.example/g', fingerprint: 'd1c7f1c0aa11bb22' }
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${input.secret}` }
  const body = JSON.stringify({ version: '4', status: 'firing', receiver: 'windsock', alerts: [alert] })
  expect((await app.request('/v1/hooks/alertmanager/main', { method: 'POST', token: null, headers, body })).status).toBe(202)
  await app.settled()
  for (const as of [DESKTOP, PHONE]) {
    const { page, faults } = await signIn(browser, app, '/alerts?rule=external', as)
    const row = alertIn(page, 'Reported by alertmanager/main as critical.')
    await row.getByText('external', { exact: true }).waitFor()
    await row.getByText('by alertmanager/main').last().waitFor()
    expect(await row.getByRole('button', { name: 'Take care' }).count()).toBe(0)
    await expectAlone(page, 'payments')
    await expectApart(page)
    await expectWhole(page, faults)
  }
})

it('rules of alerts are set on the settings page', async () => {
  const { page, faults } = await signIn(browser, app, '/settings', PHONE)
  const panel = page.locator('section', { has: page.getByRole('heading', { name: 'Alert rules' }) })
  const silent = panel.getByLabel('An indicator is silent without data for, in minutes')
  await silent.waitFor()
  expect(await silent.inputValue()).toBe('15')
  await silent.fill('20')
  await panel.getByRole('button', { name: 'Save the alert rules' }).click()
  await panel.getByText('Saved.').waitFor()
  const { data } = await app.graphql('{ workspace { alertSilentMinutes alertStageMinutes alertApprovalHours alertGuardFactor } }')
  expect(data).toEqual({ workspace: { alertSilentMinutes: 20, alertStageMinutes: 120, alertApprovalHours: 24, alertGuardFactor: 3 } })
  await expectWhole(page, faults)
})
