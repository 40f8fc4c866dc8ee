import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import type { TestApp } from '../app.js'
import { expectWhole, launchBrowser, openContext, signIn, type Visit } from './browser.js'
import { startKnownApp } from './known-app.js'

const WEEKS = 'from=2026-10-05T00:00:00.000Z&to=2026-10-26T00:00:00.000Z&zone=UTC'
const DESKTOP: Visit = { width: 1440, colorScheme: 'light' }
const PAGES = [
  ['executive', `/?${WEEKS}`, 'Are we faster, and are we safer?'],
  ['services', '/services', 'Services'],
  ['service', '/service?id=payments', 'payments'],
  ['releases', '/releases', 'Releases'],
  ['release', `/release?id=${encodeURIComponent('search@v3')}`, 'search'],
  ['incidents', '/incidents', 'Incidents'],
  ['deliveries', '/deliveries', 'Deliveries'],
  ['definitions', '/definitions', 'What each number means'],
  ['audit', '/audit', 'Audit'],
  ['settings', '/settings', 'Settings'],
] as const

let app: TestApp
let browser: Browser

beforeAll(async () => {
  app = await startKnownApp()
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  await app?.stop()
})

/** A signed-in page, and what went wrong in it. */
const visit = (path: string, as: Visit) => signIn(browser, app, path, as)

describe.each([DESKTOP, { width: 390, colorScheme: 'dark' } as Visit])('at $width pixels, $colorScheme', (as) => {
  it.each(PAGES)('%s is whole, fits its width, and has no serious fault for a screen reader', async (_name, path, heading) => {
    const { page, faults } = await visit(path, as)
    await page.getByRole('heading', { level: 1 }).filter({ hasText: heading }).waitFor()
    await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' })
    await expectWhole(page, faults)
  })
})

describe('the executive page', () => {
  it('shows the known answers, and opens the records behind a number', async () => {
    const { page } = await visit(`/?${WEEKS}`, DESKTOP)
    const number = page.getByRole('button', { name: /^Change failure rate.*39.1 %/ }).first()
    await number.click()
    const drawer = page.getByRole('dialog')
    await drawer
      .getByRole('tab', { name: /counted/i })
      .first()
      .waitFor()
    await drawer.getByRole('row').nth(23).waitFor()
    expect(page.url()).not.toBe(`${app.url}/?${WEEKS}`)
    await page.reload()
    await page.getByRole('dialog').getByRole('row').nth(23).waitFor()
    expect(await page.getByRole('dialog').getByRole('row').count()).toBe(24)
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  })

  it('shows how much of lead time each stage takes, and of how many changes it is known', async () => {
    const { page } = await visit(`/?${WEEKS}`, DESKTOP)
    await page
      .getByRole('button', { name: /^Change lead time/ })
      .first()
      .click()
    const stages = page.getByRole('dialog').getByRole('table', { name: /^Stages of the mean/ })
    await stages.getByRole('row', { name: /^Review: pull request to its approval not known 0 %$/ }).waitFor()
    await stages.getByRole('row', { name: /^Of no known stage/ }).waitFor()
    expect(await stages.getByRole('row').count()).toBe(9)
  })

  it('keeps its state in the address', async () => {
    const { page } = await visit(`/?${WEEKS}&service=payments`, DESKTOP)
    await page
      .getByRole('button', { name: /^Change failure rate.*40 %/ })
      .first()
      .waitFor()
  })
})

describe('the incidents page', () => {
  it('is filtered by team', async () => {
    const { page } = await visit(`/incidents?${WEEKS}&team=discovery`, DESKTOP)
    await page.getByText('INC-7').first().waitFor()
    expect(await page.getByText('INC-1', { exact: true }).count()).toBe(0)
  })
})

describe('a visitor who has not signed in', () => {
  it('is told how to, sees no number, and is in by a sign-in link', async () => {
    const context = await openContext(browser, DESKTOP)
    onTestFinished(() => context.close())
    const page = await context.newPage()
    await page.goto(app.url)
    await page.getByText(/sign/i).first().waitFor()
    expect(await page.getByText('39.1 %').count()).toBe(0)
    const link = await app.graphql<{ createSignInLink: string }>('mutation { createSignInLink(login: "guest-17@example.invalid", role: VIEWER) }')
    await page.goto(link.data.createSignInLink)
    await page.waitForURL(`${app.url}/`)
    await page.getByRole('heading', { level: 1, name: 'Are we faster, and are we safer?' }).waitFor()
  })
})
