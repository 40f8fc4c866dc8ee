import type { Browser, Locator, Request } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestApp } from '../app.js'
import { expectWhole, launchBrowser, signIn, type Visit } from './browser.js'
import { startKnownApp } from './known-app.js'

const WEEKS = 'from=2026-10-05T00:00:00.000Z&to=2026-10-26T00:00:00.000Z&zone=UTC'
const DESKTOP: Visit = { width: 1440, colorScheme: 'light' }

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

describe.each([DESKTOP, { width: 390, colorScheme: 'dark' } as Visit])('a card at $width pixels, $colorScheme', (as) => {
  it('has what matters most in sight', async () => {
    const { page } = await signIn(browser, app, `/?${WEEKS}`, as)
    const incidents = page.getByRole('article', { name: 'Release-related incidents' })
    // INC-1 alone says what it cost: 1,800 EUR and 420 customers. 6 incidents over 23 judged deployments.
    expect(await seenNumber(incidents, 'Cost, by currency')).toBe('EUR 1,800')
    expect(await seenNumber(incidents, 'Customers affected, summed')).toBe('420')
    expect(await seenNumber(incidents, 'Per 100 deployments')).toBe('26.1')
    const approvals = page.getByRole('article', { name: 'Approval lead time' })
    // Of 1800, 2700, 7200 and 72000 s: 7200 + 0.85 × 64800 = 62280. approval-112 still waits.
    expect(await seenNumber(approvals, '95th percentile')).toBe('17 h 18 min')
    expect(await seenNumber(approvals, 'Waiting')).toBe('1')
  })

  it('opens its other numbers by keyboard', async () => {
    const { page, faults } = await signIn(browser, app, `/?${WEEKS}`, as)
    const rollbacks = page.getByRole('article', { name: 'Time to rollback' })
    const share = numberOf(rollbacks, 'Share within target')
    await share.waitFor({ state: 'attached' })
    expect(await share.isVisible()).toBe(false)
    const disclosure = rollbacks.locator('summary')
    expect(await disclosure.textContent()).toBe('More numbers of Time to rollback')
    await disclosure.focus()
    await page.keyboard.press('Enter')
    // 240 and 600 s of the three, not 1500.
    expect(await seenNumber(rollbacks, 'Share within target')).toBe('66.7 %')
    const provenance = page.getByRole('article', { name: 'Provenance completeness' })
    await provenance.locator('summary').focus()
    await page.keyboard.press('Space')
    // Five deployments have an approval, all of them only told of; 23 succeeded.
    expect(await seenNumber(provenance, 'approval')).toBe('0 verified, 5 present, 0 invalid, 18 absent')
    await expectWhole(page, faults)
    await disclosure.focus()
    await page.keyboard.press('Enter')
    await share.waitFor({ state: 'hidden' })
  })

  it('leaves nothing to move when it arrives', async () => {
    const { page } = await signIn(browser, app, '/settings', as)
    let answer = () => {}
    const asked = new Promise<void>((resolve) => (answer = resolve))
    const isOfMeasures = (request: Request) => request.postData()?.includes('query Measures(') === true
    await page.route('**/graphql', async (route) => {
      if (isOfMeasures(route.request())) await asked
      await route.continue()
    })
    // What waits before the page asks gives way to what waits for the answer.
    const question = page.waitForRequest(isOfMeasures)
    await page.goto(`${app.url}/?${WEEKS}`)
    await question
    const waiting = page.locator('main [aria-busy=true]').first()
    await waiting.waitFor()
    const kept = await waiting.boundingBox()
    answer()
    await page.getByRole('article').last().waitFor()
    const cards = await page.getByRole('article').first().locator('xpath=../..').boundingBox()
    expect(cards).toEqual(kept)
  })
})

describe('the measures side by side', () => {
  it('may be grouped by who approves, and a saved view opens so again', async () => {
    const { page, faults } = await signIn(browser, app, `/?${WEEKS}`, DESKTOP)
    await page.getByLabel('Group by').selectOption('approver group')
    await expectApproverGroups()
    await expectWhole(page, faults)

    const views = page.getByRole('dialog', { name: 'Saved views' })
    const openViews = () => page.getByRole('button', { name: 'Views', exact: true }).and(page.locator('[aria-haspopup=dialog]')).click()
    await openViews()
    await views.getByText('Save what is shown').click()
    await views.getByLabel('Name').fill('Who approves')
    await views.getByRole('button', { name: 'Save view' }).click()
    await views.getByRole('link', { name: 'Who approves' }).waitFor()

    await page.goto(`${app.url}/?${WEEKS}`)
    await openViews()
    await views.getByRole('link', { name: 'Who approves' }).click()
    await page.waitForURL((url) => url.searchParams.get('group') === 'approver_group')
    await expectApproverGroups()

    /** Medians of 1800 and 2700 s, 2250 in whole minutes, of 7200 s, and of 72000 s; no other measure knows a group. */
    async function expectApproverGroups() {
      const table = page.getByRole('table', { name: 'The measures by approver group' })
      await table.getByRole('row', { name: /^payments-approvers/ }).waitFor()
      expect(await plainTexts(table.getByRole('columnheader'))).toEqual(['Approver group', 'Approval lead time'])
      expect(await plainTexts(table.getByRole('cell'))).toEqual([
        'payments-approvers',
        '38 min',
        'search-approvers',
        '2 h',
        'storefront-approvers',
        '20 h',
      ])
      await page.getByText(/^No approver group is known of any record of: Deployment frequency, /).waitFor()
    }
  })

  it.each([
    ['severity', 'sev1', ['Time to mitigate', 'Release-related incidents']],
    ['risk', 'normal', ['Approval lead time']],
  ])('may be grouped by %s', async (grouping, row, measures) => {
    const { page } = await signIn(browser, app, `/?${WEEKS}&group=${grouping}`, DESKTOP)
    const table = page.getByRole('table', { name: `The measures by ${grouping}` })
    await table.getByRole('row', { name: new RegExp(`^${row}`) }).waitFor()
    expect((await plainTexts(table.getByRole('columnheader'))).slice(1)).toEqual(expect.arrayContaining(measures))
  })
})

function numberOf(card: Locator, title: string): Locator {
  return card.locator('dl > div').filter({ hasText: title }).locator('dd')
}

async function seenNumber(card: Locator, title: string): Promise<string | undefined> {
  const number = numberOf(card, title)
  await number.waitFor()
  return (await plainTexts(number))[0]
}

async function plainTexts(texts: Locator): Promise<string[]> {
  return (await texts.allTextContents()).map((text) => text.replaceAll('\u00a0', ' '))
}
