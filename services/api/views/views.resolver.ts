import { Inject } from '@nestjs/common'
import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql'
import { Requires } from '../../auth/requires.js'
import type { Visibility } from '../../store/control/entities/saved-view.js'
import type { ShareLink } from '../../store/control/entities/share-link.js'
import { mayChange, type ListedView, type ViewContent, type Viewer } from '../../views/saved-views.js'
import { MOST_SHARE_DAYS } from '../../views/share-links.js'
import type { GraphqlContext } from '../graphql/graphql-options.js'
import { badInput } from '../paging.js'
import { RUNTIME, type Runtime } from '../runtime.js'
import { keeperOf, refusedAsInput, viewerOf } from './viewer.js'

type Given<Content> = { [Key in keyof Content]?: Content[Key] | null }
type ViewInput = Given<Omit<ViewContent, 'visibility'>> & { visibility?: 'PRIVATE' | 'WORKSPACE' | null }

/** Who may read may keep views of their own; whose a view is decides who may change it. */
@Resolver()
@Requires('read')
export class ViewsResolver {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  @Query()
  async savedViews(@Context() context: GraphqlContext, @Args('page') page?: string | null) {
    const viewer = await viewerOf(this.runtime, context)
    const views = await this.runtime.views.list(viewer)
    return views.filter((view) => !page || view.page === page).map((view) => viewNode(view, viewer))
  }

  @Query()
  async savedView(@Args('id') id: string, @Context() context: GraphqlContext) {
    const viewer = await viewerOf(this.runtime, context)
    const view = await this.runtime.views.find(id, viewer)
    return view && viewNode(view, viewer)
  }

  @Query()
  async shareLinks(@Context() context: GraphqlContext, @Args('view') view?: string | null) {
    const links = await this.runtime.shareLinks.list(view ?? null, await viewerOf(this.runtime, context))
    return links.map(linkNode)
  }

  @Mutation()
  async saveView(@Args('input') input: ViewInput, @Context() context: GraphqlContext) {
    const keeper = await keeperOf(this.runtime, context)
    const { name, description, page, state, visibility } = contentOf(input)
    const content = {
      name: name ?? '',
      description: description ?? '',
      page: page ?? '',
      state: state ?? '',
      visibility: visibility ?? ('private' as const),
    }
    return viewNode(await refusedAsInput(this.runtime.views.create(content, keeper)), keeper)
  }

  @Mutation()
  async updateView(@Args('id') id: string, @Args('input') input: ViewInput, @Context() context: GraphqlContext) {
    const keeper = await keeperOf(this.runtime, context)
    const view = await refusedAsInput(this.runtime.views.update(id, contentOf(input), keeper))
    if (!view) throw noView(id)
    return viewNode(view, keeper)
  }

  @Mutation()
  async deleteView(@Args('id') id: string, @Context() context: GraphqlContext) {
    const keeper = await keeperOf(this.runtime, context)
    if (!(await refusedAsInput(this.runtime.views.remove(id, keeper)))) throw noView(id)
    return true
  }

  @Mutation()
  async setDefaultView(@Args('page') page: string, @Context() context: GraphqlContext, @Args('view') view?: string | null) {
    const keeper = await keeperOf(this.runtime, context)
    const done = await this.runtime.views.setDefault(page, view ?? null, keeper)
    if (view && !done) throw badInput('There is no such view of this page.')
    return done
  }

  @Mutation()
  async createShareLink(@Args() { view: id, expiresInDays }: { view: string; expiresInDays?: number | null }, @Context() context: GraphqlContext) {
    const keeper = await keeperOf(this.runtime, context)
    const days = expiresInDays ?? 30
    if (days < 1 || days > MOST_SHARE_DAYS) throw badInput(`expiresInDays must be from 1 to ${MOST_SHARE_DAYS}.`)
    const view = await this.runtime.views.find(id, keeper)
    if (!view || !mayChange(view, keeper)) throw noView(id)
    const { link, token } = await this.runtime.shareLinks.create(view, days, keeper)
    // Behind the # it is sent to no server and stands in no log.
    return { link: linkNode(link), url: `${this.runtime.publicUrl()}/shared#${token}` }
  }

  @Mutation()
  async revokeShareLink(@Args('id') id: string, @Context() context: GraphqlContext) {
    const link = await this.runtime.shareLinks.revoke(id, await keeperOf(this.runtime, context))
    if (!link) throw badInput(`There is no link ${id.slice(0, 50)} of a view of yours.`)
    return linkNode(link)
  }
}

function contentOf({ visibility, ...input }: ViewInput): Partial<ViewContent> {
  const given = Object.entries(input).filter(([, value]) => value !== null && value !== undefined)
  const word = visibility?.toLowerCase() as Visibility | undefined
  return { ...(Object.fromEntries(given) as Partial<ViewContent>), ...(word ? { visibility: word } : {}) }
}

function noView(id: string) {
  return badInput(`There is no view ${id.slice(0, 50)} of yours.`)
}

function viewNode(view: ListedView, viewer: Viewer) {
  return { ...view, visibility: view.visibility.toUpperCase(), mine: mayChange(view, viewer) }
}

function linkNode({ id, viewId, createdBy, createdAt, expiresAt, revokedAt, lastUsedAt }: ShareLink) {
  return { id, view: viewId, createdBy, createdAt, expiresAt, revokedAt, lastUsedAt }
}
