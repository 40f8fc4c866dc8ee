import { AuthError } from '../../auth/auth-error.js'
import { principalOf } from '../../auth/guard.js'
import { ViewRefused } from '../../views/view-state.js'
import type { Viewer } from '../../views/saved-views.js'
import type { GraphqlContext } from '../graphql/graphql-options.js'
import { badInput } from '../paging.js'
import type { Runtime } from '../runtime.js'

export async function viewerOf({ authenticator }: Pick<Runtime, 'authenticator'>, { req }: GraphqlContext): Promise<Viewer> {
  const principal = await principalOf(req, authenticator)
  return { actor: principal?.actor ?? '', isAdmin: principal?.permissions.has('admin') ?? false }
}

/** Who may keep something of their own: people who have signed in, and tokens that may do everything; not one for reading alone. */
export async function keeperOf(runtime: Pick<Runtime, 'authenticator'>, context: GraphqlContext): Promise<Viewer> {
  const viewer = await viewerOf(runtime, context)
  const principal = await principalOf(context.req, runtime.authenticator)
  if (principal?.kind !== 'person' && !viewer.isAdmin)
    throw new AuthError('FORBIDDEN', 'Views are kept for people who have signed in, and for tokens of the scope admin.')
  return viewer
}

export async function refusedAsInput<Result>(doing: Promise<Result>): Promise<Result> {
  try {
    return await doing
  } catch (error) {
    throw error instanceof ViewRefused ? badInput(error.message) : error
  }
}
