import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestStores, type TestStores } from '../test/stores.js'
import { createSavedViews } from './saved-views.js'
import { createShareLinks } from './share-links.js'

const DAY_MS = 86_400_000
const viewer = { actor: 'person:author-17@example.invalid', isAdmin: false }

let stores: TestStores
let at = Date.parse('2026-11-02T10:00:00Z')
const now = () => new Date(at)

beforeAll(async () => {
  stores = await openTestStores()
})
afterAll(() => stores?.close())

it('a link ends at its very instant, and only its hash is kept', async () => {
  const { dataSource } = stores.control
  const links = createShareLinks({ dataSource, now })
  const content = { name: 'x', description: '', page: '/', state: '', visibility: 'private' as const }
  const view = await createSavedViews({ dataSource, now }).create(content, viewer)
  const { token, link } = await links.create(view, 7, viewer)
  expect(link.expiresAt).toEqual(new Date(at + 7 * DAY_MS))
  at += 7 * DAY_MS - 1
  expect(await links.find(token)).toMatchObject({ kind: 'good', view: { id: view.id } })
  at += 1
  expect(await links.find(token)).toEqual({ kind: 'ended' })
  expect(await links.find(`${token}x`)).toEqual({ kind: 'unknown' })
  const kept = JSON.stringify(await dataSource.query("SELECT share_links.*, encode(hash, 'escape') AS raw FROM share_links"))
  expect(kept).not.toContain(token.slice(4))
})
