import type { Browser } from 'playwright-core'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestApp } from '../app.js'
import { startWebhookReceiver, type WebhookReceiver } from '../webhook-receiver.js'
import { expectWhole, launchBrowser, openContext, PATIENCE_MS, signIn, type Visit } from './browser.js'
import { startKnownApp } from './known-app.js'

const weeks = 'window=custom&from=2026-10-05T00:00:00.000Z&to=2026-10-26T00:00:00.000Z&zone=UTC'

let app: TestApp
let browser: Browser
let receiver: WebhookReceiver

beforeAll(async () => {
  receiver = await startWebhookReceiver()
  app = await startKnownApp({ outgoingPrivateHosts: [receiver.host] })
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  await app?.stop()
  await receiver?.close()
})

const visit = (path: string, as: Visit, login: string) => signIn(browser, app, path, as, { login, role: 'ADMIN' })

describe.each([{ width: 1440, colorScheme: 'light' } as Visit, { width: 390, colorScheme: 'dark' } as Visit])('at $width pixels', (as) => {
  it('a view is saved, shared, opened by a stranger, made the default, and deleted', async () => {
    const { page, faults } = await visit(`/?service=search&profile=datadog&${weeks}`, as, `keeper-${as.width}`)
    const views = page.getByRole('dialog', { name: 'Saved views' })
    const openMenu = async () => {
      // Before the page has come alive the button only stands there.
      await page.getByRole('button', { name: 'Views', exact: true }).and(page.locator('[aria-haspopup=dialog]')).click()
      await views.waitFor()
    }
    await openMenu()
    await views.getByText('Save what is shown').click()
    await views.getByLabel('Name').fill('Search alone')
    await views.getByRole('button', { name: 'Save view' }).click()
    await views.getByRole('link', { name: 'Search alone' }).waitFor()
    await views.getByRole('button', { name: 'More on Search alone' }).click()
    await views.getByRole('button', { name: 'Make a link' }).click()
    const link = await views.getByLabel('the link', { exact: true }).textContent()
    expect(link).toMatch(/\/shared#wss_[\w-]{43}$/)
    await expectWhole(page, faults)

    const stranger = await (await openContext(browser, as)).newPage()
    stranger.setDefaultTimeout(PATIENCE_MS)
    await stranger.goto(link ?? '')
    await stranger.getByRole('heading', { name: 'Search alone', level: 1 }).waitFor()
    const row = stranger.getByRole('row').filter({ hasText: 'Deployment frequency' })
    expect(await row.getByRole('cell').nth(1).textContent()).toBe('6')
    await stranger.getByText('profile datadog').waitFor()
    await expectWhole(stranger, [])

    await views.getByRole('button', { name: 'Set as my default' }).click()
    await views.getByText('default', { exact: true }).waitFor()
    await page.goto(app.url)
    await page.waitForURL((url) => url.searchParams.get('profile') === 'datadog' && url.searchParams.get('service') === 'search')

    await openMenu()
    await views.getByRole('button', { name: 'More on Search alone' }).click()
    await views.getByRole('button', { name: 'Take back' }).click()
    await views.getByRole('button', { name: 'Take back' }).waitFor({ state: 'detached' })
    await stranger.reload()
    await stranger.getByText('This link has ended').waitFor()
    await views.getByRole('button', { name: 'Delete', exact: true }).click()
    await views.getByRole('button', { name: 'Delete for good' }).click()
    await views.getByText('No view is saved yet.').waitFor()
    await stranger.context().close()
  })

  it('a digest is previewed, added, sent and removed', async () => {
    const { page, faults } = await visit('/settings', as, 'admin')
    const panel = page.getByRole('region', { name: 'Weekly digests' })
    await panel.getByText('Add a digest').click()
    await panel.getByLabel('Name').fill(`<b>Digest</b> ${as.width}`)
    await panel.getByLabel('Address').fill(receiver.url)
    await panel.getByRole('button', { name: 'Preview the last week' }).click()
    const preview = page.frameLocator('iframe[title="Preview of the digest"]')
    await preview.getByRole('heading', { level: 1, name: `<b>Digest</b> ${as.width}` }).waitFor()
    await preview.getByRole('cell', { name: 'Deployment frequency' }).waitFor()
    await panel.getByRole('button', { name: 'Add digest' }).click()
    const secret = (await panel.getByLabel('the secret', { exact: true }).textContent()) ?? ''
    await expectWhole(page, faults)
    await panel.getByRole('button', { name: `Send now <b>Digest</b> ${as.width}` }).click()
    await panel.getByText('Sent.', { exact: true }).waitFor()
    const got = receiver.received.at(-1)
    expect(new Webhook(secret).verify(got?.body ?? '', got?.headers as Record<string, string>)).toMatchObject({ type: 'digest' })
    await panel.getByRole('button', { name: 'Remove <b>' }).click()
    await panel.getByRole('button', { name: 'Remove for good <b>' }).click()
    await panel.getByText('No digest yet').waitFor()
  })
})
