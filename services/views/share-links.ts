import { createHash, randomBytes } from 'node:crypto'
import { IsNull, type DataSource } from 'typeorm'
import { SavedView } from '../store/control/entities/saved-view.js'
import { ShareLink } from '../store/control/entities/share-link.js'
import { mayChange, type Viewer } from './saved-views.js'

export type FoundShare = { kind: 'good'; link: ShareLink; view: SavedView } | { kind: 'ended' } | { kind: 'unknown' }

/** Links that show one view to whoever holds them. Only a hash of each is kept. */
export type ShareLinks = {
  /** Those of a view, or all that they may change; newest first. */
  list(viewId: string | null, viewer: Viewer): Promise<ShareLink[]>
  /** The token is given this once. */
  create(view: SavedView, expiresInDays: number, viewer: Viewer): Promise<{ link: ShareLink; token: string }>
  /** Null if it is not there or not theirs to change. */
  revoke(id: string, viewer: Viewer): Promise<ShareLink | null>
  /** Finds by the hash alone, so that how long it takes tells nothing of the token. */
  find(token: string): Promise<FoundShare>
}

export const MOST_SHARE_DAYS = 366

const PREFIX = 'wss_'
const DAY_MS = 86_400_000
const LAST_USE_MS = 60_000
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

export function createShareLinks({ dataSource, now }: { dataSource: DataSource; now: () => Date }): ShareLinks {
  const links = dataSource.getRepository(ShareLink)
  const views = dataSource.getRepository(SavedView)

  async function noteUse(link: ShareLink): Promise<void> {
    const at = now()
    if (link.lastUsedAt && at.getTime() - link.lastUsedAt.getTime() < LAST_USE_MS) return
    // Losing a note of use must not fail the call that used it.
    await links.update({ id: link.id }, { lastUsedAt: at }).catch(() => {})
  }

  return {
    async list(viewId, viewer) {
      if (viewId !== null && !UUID.test(viewId)) return []
      const found = await links.find({ where: viewId === null ? {} : { viewId }, order: { createdAt: 'DESC', id: 'ASC' } })
      const owned = new Set((await views.find(viewer.isAdmin ? {} : { where: { owner: viewer.actor } })).map(({ id }) => id))
      return found.filter((link) => owned.has(link.viewId))
    },
    async create({ id }, expiresInDays, { actor }) {
      const token = PREFIX + randomBytes(32).toString('base64url')
      const createdAt = now()
      const expiresAt = new Date(createdAt.getTime() + expiresInDays * DAY_MS)
      const link = links.create({ viewId: id, hash: hashOf(token), createdBy: actor, createdAt, expiresAt, revokedAt: null, lastUsedAt: null })
      return { link: await links.save(link), token }
    },
    async revoke(id, viewer) {
      const link = UUID.test(id) ? await links.findOneBy({ id }) : null
      const view = link && (await views.findOneBy({ id: link.viewId }))
      if (!link || !view || !mayChange(view, viewer)) return null
      await links.update({ id, revokedAt: IsNull() }, { revokedAt: now() })
      return links.findOneBy({ id })
    },
    async find(token) {
      const link = await links.findOneBy({ hash: hashOf(token) })
      const view = link && (await views.findOneBy({ id: link.viewId }))
      if (!link || !view) return { kind: 'unknown' }
      if (link.revokedAt !== null || link.expiresAt <= now()) return { kind: 'ended' }
      await noteUse(link)
      return { kind: 'good', link, view }
    },
  }
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
