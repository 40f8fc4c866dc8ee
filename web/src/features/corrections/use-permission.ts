import type { TokenScope } from '../../generated/graphql.js'
import { useApi } from '../../lib/use-api.js'
import { viewerDocument } from '../shell/queries.js'

/** Whether the viewer may do it, and if not, why; unknown until the API has said who reads. */
export function usePermission(scope: TokenScope, deed: string): { allowed: boolean; why: string | null } {
  const { data } = useApi(viewerDocument, {})
  if (!data) return { allowed: false, why: null }
  if (data.viewer.scopes.includes(scope)) return { allowed: true, why: null }
  const who = data.viewer.role ? `your role is ${data.viewer.role.toLowerCase()}` : 'you have not signed in'
  return { allowed: false, why: `Read-only: ${deed} needs the permission “${scope.toLowerCase()}”, and ${who}.` }
}
