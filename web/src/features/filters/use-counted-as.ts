import { useApi } from '../../lib/use-api.js'
import { optionFields } from '../../lib/option-fields.js'
import { profileChoicesDocument } from './queries.js'
import { useFilters } from './use-filters.js'

/** How the numbers of the page are counted, and whether that is the workspace's own way. */
export function useCountedAs() {
  const { filters } = useFilters()
  const { data } = useApi(profileChoicesDocument, {})
  const profiles = data?.metricProfiles ?? []
  const workspace = data?.workspace.profile ?? 'default'
  const name = filters.profile ?? workspace
  const changed = optionFields.filter((field) => filters.options[field.name] !== undefined)
  return {
    profiles,
    workspace,
    name,
    title: profiles.find((profile) => profile.name === name)?.title ?? name,
    changed,
    isOwn: name === workspace && changed.length === 0,
  }
}
