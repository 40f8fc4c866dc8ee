import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../app.js'
import { startSigstoreAuthority } from '../sigstore-authority.js'
import { expectWhole, launchBrowser, PATIENCE_MS, signIn, type Visit } from './browser.js'

const PATIENT = { timeout: 4 * PATIENCE_MS }

let app: TestApp
let browser: Browser
let root: unknown

beforeAll(async () => {
  const authority = await startSigstoreAuthority()
  root = authority.trustedRoot
  await authority.stop()
  app = await startTestApp()
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  await app?.stop()
})

const panelOf = (page: Page) => page.getByRole('region', { name: 'Attestation trust', exact: true })

async function savedTrust(): Promise<{ version: number; trustedRoot: unknown; kinds: object[] }> {
  const query = '{ attestationTrust { version trustedRoot kinds { predicateType kind } } }'
  return (await app.graphql<{ attestationTrust: { version: number; trustedRoot: unknown; kinds: object[] } }>(query)).data.attestationTrust
}

it.each<Visit>([
  { width: 1440, colorScheme: 'light' },
  { width: 390, colorScheme: 'dark' },
])('at $width pixels a trusted root is saved, shown and taken back', PATIENT, async (as) => {
  const { page, faults } = await signIn(browser, app, '/settings', as)
  const panel = panelOf(page)
  const field = panel.getByRole('textbox', { name: /^Trusted root/ })
  const save = page.getByRole('button', { name: 'Save the trusted root' })
  const saved = panel.locator('form').filter({ has: save }).getByRole('status').filter({ hasText: 'Saved.' })
  await panel.getByText('Trusted root: that of the public Sigstore instance').click()
  await field.fill('{"tlogs": []}')
  await save.click()
  const alert = panel.getByRole('alert').filter({ hasText: 'trustedRoot is no Sigstore trusted root' })
  await alert.waitFor()
  expect(await field.getAttribute('aria-describedby')).toBe(await alert.getAttribute('id'))
  await field.fill('{"tlogs": [')
  await save.click()
  await panel.getByRole('alert').filter({ hasText: 'trustedRoot cannot be read as JSON' }).waitFor()
  await expectWhole(page, faults)
  await field.fill(`${JSON.stringify(root)}\n${JSON.stringify(root)}\n`)
  await save.click()
  await saved.waitFor()
  const { version, trustedRoot } = await savedTrust()
  expect(trustedRoot).toEqual([root, root])

  await page.reload()
  await panel.getByText('Trusted root: your own').click()
  expect(JSON.parse(await field.inputValue())).toEqual([root, root])
  await save.click()
  await saved.waitFor()
  expect((await savedTrust()).version).toBe(version)
  await field.fill('')
  await save.click()
  await panel.getByText('Trusted root: that of the public Sigstore instance').waitFor()
  expect(await savedTrust()).toMatchObject({ version: version + 1, trustedRoot: null })
})

it('a predicate type is given a kind, another one, and none', PATIENT, async () => {
  const { page, faults } = await signIn(browser, app, '/settings', { width: 390, colorScheme: 'light' })
  const panel = panelOf(page)
  const predicateType = 'https://example.com/licences/v1'
  const form = panel.locator('form').filter({ has: page.getByLabel('Predicate type') })
  await panel.getByText('Add a predicate type').click()
  await form.getByLabel('Predicate type').fill(predicateType)
  await form.getByLabel('Counts as').selectOption('SCAN')
  await form.getByRole('button', { name: 'Save' }).click()
  await panel.getByRole('status').filter({ hasText: 'Saved.' }).waitFor()
  await panel.getByRole('button', { name: `Change ${predicateType}` }).click()
  await expectWhole(page, faults)
  expect((await savedTrust()).kinds).toEqual([{ predicateType, kind: 'SCAN' }])
  expect(await form.getByLabel('Counts as').inputValue()).toBe('SCAN')
  await form.getByLabel('Counts as').selectOption('TESTS')
  await form.getByRole('button', { name: 'Save' }).click()
  await panel.getByText('Add a predicate type').waitFor()
  expect((await savedTrust()).kinds).toEqual([{ predicateType, kind: 'TESTS' }])
  await panel.getByRole('button', { name: `Remove ${predicateType}` }).click()
  await panel.getByRole('button', { name: `Remove for good ${predicateType}` }).click()
  await panel.getByText('No predicate type is declared yet').waitFor()
  expect((await savedTrust()).kinds).toEqual([])
})
