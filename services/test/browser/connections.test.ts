import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../app.js'
import { expectWhole, launchBrowser, PATIENCE_MS, signIn, type Visit } from './browser.js'

interface Saved {
  integration: string
  source: string
  hasSecret: boolean
  settings: object
}

const PATIENT = { timeout: 4 * PATIENCE_MS }
const DESKTOP: Visit = { width: 1440, colorScheme: 'light' }
const PHONE: Visit = { width: 390, colorScheme: 'dark' }

let app: TestApp
let browser: Browser

beforeAll(async () => {
  app = await startTestApp()
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  await app?.stop()
})

async function savedConnection(source: string): Promise<Saved | undefined> {
  const { data } = await app.graphql<{ connections: Saved[] }>('{ connections { integration source hasSecret settings } }')
  return data.connections.find((one) => one.source === source)
}

const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
const settingsOf = (form: Locator) => form.getByRole('textbox', { name: /^Settings/ })
const save = (form: Locator) => form.getByRole('button', { name: 'Save', exact: true }).click()
const isSaved = (form: Locator) => form.getByRole('status').filter({ hasText: 'Saved.' }).waitFor()

/** The fault stands by the field that it is about, and nowhere else. */
async function expectFault(field: Locator, message: RegExp): Promise<void> {
  const alert = field.page().getByRole('alert').filter({ hasText: message })
  await alert.waitFor()
  expect(await field.getAttribute('aria-invalid')).toBe('true')
  expect(await field.getAttribute('aria-describedby')).toBe(await alert.getAttribute('id'))
  expect(await field.page().getByText(message).count()).toBe(1)
}

describe.each([DESKTOP, PHONE])('at $width pixels, $colorScheme', PATIENT, (as) => {
  it('a connection is made with settings, changed, and removed', async () => {
    const source = `shop-${as.width}`
    const { page, faults } = await signIn(browser, app, '/deliveries', as)
    const panel = region(page, 'Connections')
    const adding = panel.locator('details').filter({ hasText: 'Add a connection' })
    await adding.getByText('Add a connection').click()
    await adding.getByLabel('Tool').selectOption({ label: 'GitLab' })
    await adding.getByLabel('Name of the source').fill(source)
    await adding.getByLabel('Secret').fill('a long secret')
    await settingsOf(adding).fill('deployjobs: []')
    await save(adding)
    await expectFault(settingsOf(adding), /deployjobs is not known; did you mean deployJobs\?/)
    await settingsOf(adding).fill('deployJobs: [')
    await save(adding)
    await expectFault(settingsOf(adding), /cannot be read as JSON or YAML: .* at line 1/)
    await expectWhole(page, faults)
    await settingsOf(adding).fill('')
    await adding.getByRole('button', { name: 'Begin with an example' }).click()
    await save(adding)
    await isSaved(adding)
    expect(await savedConnection(source)).toMatchObject({ hasSecret: true, settings: { deployJobs: [{ name: 'deploy', service: 'payments' }] } })

    await adding.getByLabel('Name of the source').fill(source)
    await adding.getByLabel('Secret').fill('another')
    await save(adding)
    await expectFault(adding.getByLabel('Name of the source'), /is taken by a connection/)

    const changing = panel.locator('details').filter({ hasText: `Change or remove GitLab ${source}` })
    await changing.getByText('Change or remove').click()
    expect(await settingsOf(changing).inputValue()).toContain('"deployJobs"')
    await settingsOf(changing).fill('releases:\n  environment: live')
    await save(changing)
    await isSaved(changing)
    await page.reload()
    await changing.getByText('Change or remove').click()
    expect(JSON.parse(await settingsOf(changing).inputValue())).toEqual({ releases: { environment: 'live' } })
    expect(await savedConnection(source)).toMatchObject({ hasSecret: true, settings: { releases: { environment: 'live' } } })

    await changing.getByRole('button', { name: `Remove GitLab ${source}` }).click()
    await changing.getByText('Webhooks to its address are refused from then on. What was delivered stays.').waitFor()
    await expectWhole(page, faults)
    await changing.getByRole('button', { name: `Remove for good GitLab ${source}` }).click()
    await changing.waitFor({ state: 'detached' })
    expect(await savedConnection(source)).toBeUndefined()
  })

  it('a mapping in YAML is saved, and begins with what is saved', async () => {
    const source = `mapped-${as.width}`
    const input = { integration: 'generic-ci', source, secret: 's', settings: { preset: 'circleci' } }
    await app.graphql('mutation ($input: SaveConnectionInput!) { saveConnection(input: $input) { source } }', { input })
    const { page, faults } = await signIn(browser, app, '/deliveries', as)
    const panel = region(page, 'Try a mapping')
    await panel.getByRole('button', { name: `the settings of ${source}` }).click()
    expect(JSON.parse(await settingsOf(panel).inputValue())).toEqual({ preset: 'circleci' })
    await settingsOf(panel).fill('mapping:\n  - type: deployment.finished\n    id: [')
    await save(panel)
    await expectFault(settingsOf(panel), /cannot be read as JSON or YAML: .* at line \d/)
    await settingsOf(panel).fill('preset: circelci')
    await save(panel)
    await expectFault(settingsOf(panel), /preset must be one of .*circleci/)
    await panel.getByRole('button', { name: "rules of one's own" }).click()
    const rules = await settingsOf(panel).inputValue()
    expect(rules).toMatch(/^mapping:\n {2}- type: deployment\.started\n/)
    await expectWhole(page, faults)
    await save(panel)
    await isSaved(panel)
    const mapping = [{ type: 'deployment.started', when: 'state = "done"', id: 'id', time: 'at', data: { service: 'app' } }]
    expect(await savedConnection(source)).toMatchObject({ hasSecret: true, settings: { mapping } })
    await page.reload()
    await settingsOf(panel).waitFor()
    expect(JSON.parse(await settingsOf(panel).inputValue())).toEqual({ mapping })
  })
})

it('the example of every tool can be saved', PATIENT, async () => {
  const { page } = await signIn(browser, app, '/deliveries', DESKTOP)
  const adding = region(page, 'Connections').locator('details').filter({ hasText: 'Add a connection' })
  await adding.getByText('Add a connection').click()
  const tools = await adding.getByLabel('Tool').locator('option').allTextContents()
  expect(tools.length).toBeGreaterThanOrEqual(6)
  for (const [index, tool] of tools.entries()) {
    await adding.getByLabel('Tool').selectOption({ label: tool })
    await adding.getByLabel('Name of the source').fill(`example-${index}`)
    await adding.getByLabel('Take unsigned deliveries').check()
    await adding.getByRole('button', { name: 'Begin with an example' }).click()
    await save(adding)
    await expect.poll(() => adding.getByLabel('Name of the source').inputValue(), { timeout: 30_000, message: tool }).toBe('')
    expect(Object.keys((await savedConnection(`example-${index}`))?.settings ?? {})).not.toHaveLength(0)
  }
})
