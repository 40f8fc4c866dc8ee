import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../app.js'
import { postEvents } from '../e2e/ask-over-http.js'
import { expectWhole, launchBrowser, PATIENCE_MS, signIn, type Visit } from './browser.js'

const DESKTOP: Visit = { width: 1440, colorScheme: 'light' }
const PHONE: Visit = { width: 390, colorScheme: 'dark' }
const BOTH = [
  ['a desktop', DESKTOP],
  ['a phone', PHONE],
] as const

let app: TestApp
let browser: Browser

beforeAll(async () => {
  app = await startTestApp()
  const data = { service: 'seen', deployment: 'seen-1', environment: 'production', outcome: 'succeeded', version: '1' }
  const time = new Date(Date.now() - 3_600_000).toISOString()
  await postEvents(app, [{ id: 'e1', source: 'ci', type: 'deployment.finished', time, data }])
  await app.graphql('mutation { putTeam(name: "checkout", input: {}) { changed } }')
  await app.settled()
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  await app?.stop()
})

type Known = { services: { edges: { node: { id: string; team: string | null; declared: boolean } }[] } }

async function known() {
  await app.settled()
  return (await app.graphql<Known>('{ services { edges { node { id team declared } } } }')).data.services.edges.map(({ node }) => node)
}

describe('a service that no event names', () => {
  it.each(BOTH)('is declared on the page of services and withdrawn on its own, on %s', async (_, as) => {
    const { page, faults } = await signIn(browser, app, '/services', as)
    const adding = page.locator('details', { hasText: 'Add a service' })
    await adding.getByText('Add a service').click()
    const declare = async (name: string) => {
      await adding.getByLabel(/^Name/).fill(name)
      await adding.getByRole('button', { name: 'Declare' }).click()
    }
    await declare('seen')
    await adding.getByText('seen is known already. Change what is declared of it on its own page.').waitFor()
    await adding.getByLabel('Team').fill('checkout')
    await adding.getByLabel('Other names').fill('fresh, brand-new')
    await declare('planned')
    await adding.getByRole('status').filter({ hasText: 'planned is declared.' }).waitFor()
    expect(await adding.getByLabel(/^Name/).inputValue()).toBe('')
    expect(await known()).toContainEqual({ id: 'planned', team: 'checkout', declared: true })
    await page.getByRole('table', { name: 'Services' }).getByRole('link', { name: 'planned' }).waitFor()
    await expectWhole(page, faults)

    await adding.getByRole('link', { name: 'planned' }).click()
    await page.getByText('Change what is declared').click()
    const withdraw = page.getByRole('button', { name: /^Withdraw/ })
    await withdraw.click()
    await page.getByRole('status').filter({ hasText: 'if none does, it leaves the list of services' }).waitFor()
    await expectWhole(page, faults)
    expect(await known()).toContainEqual({ id: 'planned', team: 'checkout', declared: true })
    await page.getByRole('button', { name: 'Withdraw now what is declared of planned' }).click()
    await page.getByText('Nothing is declared here of this service yet.').waitFor()
    expect((await known()).map(({ id }) => id)).toEqual(['seen'])
  })

  it('can be declared only by who may change settings', async () => {
    const { page } = await signIn(browser, app, '/services', DESKTOP, { login: 'viewer-17@example.invalid', role: 'VIEWER' })
    await page.getByText('Add a service').click()
    await page.getByText('Read-only: declaring a service needs the permission “admin”').waitFor()
    expect(await page.getByRole('button', { name: 'Declare' }).count()).toBe(0)
  })
})

describe('a badge', () => {
  it.each(BOTH)('is offered as a line of Markdown that works as it stands, and says what it needs, on %s', async (_, as) => {
    await app.graphql('mutation { updateWorkspace(input: { publicBadges: false }) { publicBadges } }')
    const { page, faults } = await signIn(browser, app, '/service?id=seen&window=7d', as)
    const panel = page.getByRole('region', { name: 'Badge' })
    await panel.getByText('Only who has signed in sees it yet').waitFor()
    await panel.getByLabel('Measure').selectOption({ label: 'Deployment frequency' })
    await panel.getByLabel(/^Over/).selectOption({ label: '90 days' })
    const shown = panel.getByRole('img', { name: 'The badge: Deployment frequency of seen' })
    await shown.scrollIntoViewIfNeeded()
    await expect
      .poll(() => shown.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 0), { timeout: PATIENCE_MS })
      .toBe(true)
    const line = await panel.getByLabel('the badge in Markdown', { exact: true }).innerText()
    const address = `${app.url}/v1/badges/seen/deployment_frequency.svg?days=90`
    expect(line).toBe(`[![Deployment frequency](${address})](${app.url}/service?id=seen)`)
    expect((await fetch(address)).status).toBe(401)
    await expectWhole(page, faults)
    await app.graphql('mutation { updateWorkspace(input: { publicBadges: true }) { publicBadges } }')
    await page.reload()
    await panel.getByText('badges are public in this workspace').waitFor()
    expect(await (await fetch(address)).text()).toContain('1 in 90 d')
  })
})

it.each(BOTH)('Prometheus is told on the settings page where the measures are, on %s', async (_, as) => {
  const { page, faults } = await signIn(browser, app, '/settings', as)
  const panel = page.getByRole('region', { name: 'Prometheus', exact: true })
  const address = await panel.getByLabel('the address of the gauges', { exact: true }).innerText()
  expect(address).toBe(`${app.url}/metrics/measures`)
  expect(await (await app.request(new URL(address).pathname)).text()).toContain('service="seen"')
  expect(await panel.getByLabel('the scrape configuration', { exact: true }).innerText()).toContain(`targets: ['${new URL(app.url).host}']`)
  await expectWhole(page, faults)
})
