import { In, type DataSource } from 'typeorm'
import { DefaultView, SavedView, type Visibility } from '../store/control/entities/saved-view.js'
import { readViewState, ViewRefused } from './view-state.js'

/** Someone who asks for views. */
export type Viewer = { actor: string; isAdmin: boolean }

export type ViewContent = { name: string; description: string; page: string; state: string; visibility: Visibility }

export type ListedView = SavedView & { isDefault: boolean }

/** Views of the dashboard under a name. A view that someone may not see is null to them, as one that is not there. */
export type SavedViews = {
  /** One's own and those of the workspace, by name. */
  list(viewer: Viewer): Promise<ListedView[]>
  find(id: string, viewer: Viewer): Promise<ListedView | null>
  /** Throws `ViewRefused` for content that cannot be kept. */
  create(content: ViewContent, viewer: Viewer): Promise<ListedView>
  /** Null if it is not there or not theirs to change. */
  update(id: string, change: Partial<ViewContent>, viewer: Viewer): Promise<ListedView | null>
  /** Whether there was one that they may delete. Throws `ViewRefused` while a digest goes by it. */
  remove(id: string, viewer: Viewer): Promise<boolean>
  /** The view that a page opens with for them; null for none. */
  setDefault(page: string, id: string | null, viewer: Viewer): Promise<boolean>
}

/** Pages whose address holds filters. */
const PAGES = ['/', '/releases', '/incidents', '/service']
const [MOST_NAME, MOST_DESCRIPTION, MOST_VIEWS] = [100, 1000, 500]
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

export function createSavedViews({ dataSource, now }: { dataSource: DataSource; now: () => Date }): SavedViews {
  const views = dataSource.getRepository(SavedView)
  const defaults = dataSource.getRepository(DefaultView)

  async function withDefaults(found: readonly SavedView[], { actor }: Viewer): Promise<ListedView[]> {
    const own = await defaults.findBy({ owner: actor, viewId: In(found.map(({ id }) => id)) })
    return found.map((view) => ({ ...view, isDefault: own.some(({ viewId, page }) => viewId === view.id && page === view.page) }))
  }

  async function find(id: string, viewer: Viewer): Promise<ListedView | null> {
    const view = UUID.test(id) ? await views.findOneBy({ id }) : null
    if (!view || !maySee(view, viewer)) return null
    return (await withDefaults([view], viewer))[0] ?? null
  }

  async function findOwn(id: string, viewer: Viewer): Promise<ListedView | null> {
    const view = await find(id, viewer)
    return view && mayChange(view, viewer) ? view : null
  }

  return {
    async list(viewer) {
      const found = await views.find({ where: [{ owner: viewer.actor }, { visibility: 'workspace' }], order: { name: 'ASC', id: 'ASC' } })
      return withDefaults(found, viewer)
    },
    find,
    async create(content, viewer) {
      if ((await views.countBy({ owner: viewer.actor })) >= MOST_VIEWS)
        throw new ViewRefused(`There are ${MOST_VIEWS} views of yours; delete some first.`)
      const at = now()
      const view = await views.save(views.create({ ...checked(content), owner: viewer.actor, createdAt: at, updatedAt: at }))
      return { ...view, isDefault: false }
    },
    async update(id, change, viewer) {
      const view = await findOwn(id, viewer)
      if (!view) return null
      const { name, description, page, state, visibility } = { ...view, ...change }
      await views.update({ id }, { ...checked({ name, description, page, state, visibility }), updatedAt: now() })
      return find(id, viewer)
    },
    async remove(id, viewer) {
      if (!(await findOwn(id, viewer))) return false
      const deleted = await views.delete({ id }).catch((error: { code?: string }) => {
        if (error.code === '23001' || error.code === '23503') throw new ViewRefused('A digest goes by this view; change or delete the digest first.')
        throw error
      })
      return (deleted.affected ?? 0) > 0
    },
    async setDefault(page, id, viewer) {
      if (id === null) return ((await defaults.delete({ owner: viewer.actor, page })).affected ?? 0) > 0
      const view = await find(id, viewer)
      if (!view || view.page !== page) return false
      await defaults.save({ owner: viewer.actor, page, viewId: view.id })
      return true
    },
  }
}

export function maySee({ owner, visibility }: SavedView, { actor, isAdmin }: Viewer): boolean {
  return isAdmin || owner === actor || visibility === 'workspace'
}

export function mayChange({ owner }: SavedView, { actor, isAdmin }: Viewer): boolean {
  return isAdmin || owner === actor
}

function checked(content: ViewContent): ViewContent {
  const name = content.name.trim()
  if (name === '' || name.length > MOST_NAME) throw new ViewRefused(`name must have from 1 to ${MOST_NAME} characters.`)
  if (content.description.length > MOST_DESCRIPTION) throw new ViewRefused(`description must have at most ${MOST_DESCRIPTION} characters.`)
  if (!PAGES.includes(content.page)) throw new ViewRefused(`page must be one of ${PAGES.join(', ')}.`)
  readViewState(content.state)
  return { ...content, name }
}
