import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestApp } from '../app.js'
import { expectWhole, launchBrowser, signIn, type Visit } from './browser.js'
import { startKnownApp } from './known-app.js'

const WEEKS = 'window=custom&from=2026-10-05T00:00:00.000Z&to=2026-10-26T00:00:00.000Z&zone=UTC'

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

const visit = (path: string, as: Visit) => signIn(browser, app, path, as)

/** Opens the filters where they are folded away, and then the picker. */
async function openPicker(page: Page) {
  const fold = page.getByRole('button', { name: 'Filters', exact: true })
  if (await fold.isVisible()) await fold.click()
  await page.getByRole('button', { name: /^Counted as/ }).click()
  return page.getByRole('dialog', { name: 'How the numbers are counted' })
}

const rate = (page: Page, percent: RegExp) => page.getByRole('button', { name: percent }).first()

describe.each([{ width: 1440, colorScheme: 'light' } as Visit, { width: 390, colorScheme: 'dark' } as Visit])('at $width pixels', (as) => {
  it('a profile is chosen, the number becomes the one worked by hand, and the choice is shown and kept', async () => {
    const { page, faults } = await visit(`/?${WEEKS}`, as)
    await rate(page, /^Change failure rate: 39\.1.%/).waitFor()
    const picker = await openPicker(page)
    await picker.getByRole('radio', { name: /^Four Keys/ }).click()
    // 4 of 23: only declared incidents.
    await rate(page, /^Change failure rate: 17\.4.%/).waitFor()
    expect(new URL(page.url()).searchParams.get('profile')).toBe('four-keys')
    await expectWhole(page, faults)
    await page.keyboard.press('Escape')
    await page.getByText('as Four Keys').first().waitFor()
    await page.reload()
    await rate(page, /^Change failure rate: 17\.4.%/).click()
    await page.getByRole('dialog').getByText('as Four Keys').waitFor()
    await page.getByRole('dialog').getByRole('row').nth(23).waitFor()
  })

  it('a single option is chosen over the profile, and all of it is taken back', async () => {
    const { page } = await visit(`/?${WEEKS}`, as)
    await rate(page, /^Change failure rate: 39\.1.%/).waitFor()
    const picker = await openPicker(page)
    await picker.getByText('Single options').click()
    await picker.getByLabel('Failed is told by').selectOption({ label: 'the outcome' })
    // pay-104, pay-110 and sea-307 of 23.
    await rate(page, /^Change failure rate: 13.%/).waitFor()
    expect(new URL(page.url()).searchParams.getAll('option')).toEqual(['failureSignals:outcome'])
    await picker.getByRole('button', { name: 'Back to how this workspace counts' }).click()
    await rate(page, /^Change failure rate: 39\.1.%/).waitFor()
  })

  it('what an address says beyond the lists is heeded, kept and shown, and what nobody knows is told of', async () => {
    const options = ['failureSignals:outcome,incident', 'minConfidence:0.65']
    const asked = new URLSearchParams([...options, 'weather:sunny'].map((option) => ['option', option]))
    const { page, faults } = await visit(`/?window=custom&from=2026-10-05T00:00:00Z&to=2026-10-26T00:00:00Z&${asked}`, as)
    // 8 of 23: web-207 has INC-2 alone, at 0.575.
    await rate(page, /^Change failure rate: 34\.8.%/).waitFor()
    await page.waitForURL(/zone=/)
    expect(new URL(page.url()).searchParams.getAll('option')).toEqual([...options, 'weather:sunny'])
    const picker = await openPicker(page)
    const chosen = (label: string) => picker.getByLabel(label).locator('option:checked').innerText()
    expect([await chosen('Failed is told by'), await chosen('Least confidence')]).toEqual(['outcome, incident', '0.65'])
    await expectWhole(page, faults)
    await page.keyboard.press('Escape')
    const warning = page.getByRole('alert').filter({ hasText: 'option “weather:sunny”' })
    await warning.getByRole('button', { name: 'Take it out' }).click()
    await warning.waitFor({ state: 'detached' })
    expect(new URL(page.url()).searchParams.getAll('option')).toEqual(options)
  })

  it('the definitions show every profile, and the records on which two differ', async () => {
    const { page, faults } = await visit(`/definitions?${WEEKS}&profile=datadog`, as)
    await page.getByRole('region', { name: 'In force: Datadog' }).waitFor()
    const table = page.getByRole('region', { name: 'Your numbers under every profile' })
    await table.getByRole('button', { name: /^Change failure rate under gitlab: 34\.8.%, another number/ }).waitFor()
    await expectWhole(page, faults)
    await table.getByRole('button', { name: /^Change failure rate under swarmia: 17\.4.%, the same number/ }).click()
    const drawer = page.getByRole('dialog')
    const records = drawer.getByRole('region', { name: 'Records that differ' })
    // One blames the first after v1, the other v3, which the rollback replaced.
    await records.getByText('Records that differ (2)').waitFor()
    expect(await records.getByRole('listitem').count()).toBe(2)
    await records.getByRole('link', { name: 'search v3' }).waitFor()
    await records.getByText(/^Datadog: counted as not failed; Swarmia: counted as failed \(rolled back by sea-304\)\.$/).waitFor()
    await drawer.getByRole('region', { name: 'Options that differ' }).getByText('A rollback blames').waitFor()
    await expectWhole(page, faults)
    await page.reload()
    await page.getByRole('dialog').getByText('Records that differ (2)').waitFor()
    await page.getByRole('dialog').getByLabel('with').selectOption({ label: 'Datadog' })
    await page.getByText('Both count the same records, with the same values.').waitFor()
  })

  it('the quick check is scored, each edition by its parts', async () => {
    const { page } = await visit(`/definitions?${WEEKS}`, as)
    const panel = page.getByRole('region', { name: 'Quick check score' })
    // (8 + 6 + 8 + 6.087 + 9.565) / 5, and without rework (8 + 6 + 8 + 6.087) / 4.
    await panel.getByText('7.5', { exact: true }).waitFor()
    await panel.getByText(/the mean of 5 of 5 parts\. Industry 6\.72/).waitFor()
    await panel.getByRole('combobox').selectOption('2024')
    await panel.getByText('7.0', { exact: true }).waitFor()
    await panel.getByText(/the mean of 4 of 4 parts\. Industry 6\.55/).waitFor()
  })
})
