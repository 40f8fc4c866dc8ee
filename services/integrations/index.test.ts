import { existsSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { findIntegration, integrations } from './index.js'
import type { Integration } from './integration.js'

const root = new URL('./', import.meta.url)
/** Encodings of `/v1/events`, without a webhook of their own. */
const WITHOUT_WEBHOOK = ['events', 'cdevents', 'mapping']
/** Read by mappings, which are data. */
const MAPPED = ['generic-ci', 'generic-incident']
const EXPECTED_FILES = ['README.md', 'cases', 'index.ts', 'normalise.ts', 'payload.ts', 'signature.ts']

const folders = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !WITHOUT_WEBHOOK.includes(entry.name))
  .map(({ name }) => name)

describe('the registry', () => {
  it('is the directory', () => {
    expect(folders.length).toBeGreaterThan(0)
    expect(integrations.map(({ id }) => id).toSorted()).toEqual(folders.toSorted())
  })

  it.each(folders)('%s exports the integration that is registered under its name', async (folder) => {
    const module = (await import(new URL(`${folder}/index.ts`, root).pathname)) as Record<string, Integration>
    expect(Object.values(module)).toEqual([findIntegration(folder)])
  })

  it.each(folders)('%s has the files every integration has', (folder) => {
    const files = readdirSync(new URL(`${folder}/`, root))
    expect(files).toEqual(expect.arrayContaining(MAPPED.includes(folder) ? ['README.md', 'cases', 'index.ts', 'presets.ts'] : EXPECTED_FILES))
    expect(readdirSync(new URL(`${folder}/cases/`, root)).length).toBeGreaterThan(0)
  })

  it.each(WITHOUT_WEBHOOK)('%s has none of its own', (folder) => {
    expect(existsSync(new URL(`${folder}/signature.ts`, root))).toBe(false)
    expect(findIntegration(folder)).toBeNull()
  })

  it.each(integrations)('$id fails closed without a secret or a signature', async ({ verify }) => {
    const rawBody = Buffer.from('{}')
    const now = new Date(0)
    expect(await verify({ headers: {}, rawBody, secret: '', now })).toMatchObject({ ok: false })
    expect(await verify({ headers: {}, rawBody, secret: 'a secret', now })).toMatchObject({ ok: false })
  })

  it.each(integrations)('$id says where it is documented and how to set it up', ({ title, documentation, setup }) => {
    expect(title).not.toBe('')
    expect(documentation.url).toMatch(/^https:\/\//)
    expect(documentation.version).not.toBe('')
    expect(setup('https://windsock.example/v1/hooks/x/y')).toContain('https://windsock.example/v1/hooks/x/y')
  })

  it('finds nothing under a name nobody has', () => {
    expect(findIntegration('constructor')).toBeNull()
  })
})
