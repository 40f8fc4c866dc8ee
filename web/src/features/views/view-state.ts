import { filterParameters } from '../../lib/filters.js'
import { withSearch } from '../../lib/url-state.js'

/** What of an address is kept with a view: the filters, and the service of a service's page. */
const kept: ReadonlySet<string> = new Set([...filterParameters, 'id'])

export function stateOf(search: URLSearchParams): string {
  return new URLSearchParams([...search].filter(([name]) => kept.has(name))).toString()
}

export function viewLink({ page, state }: { page: string; state: string }): string {
  return withSearch(page, new URLSearchParams(state))
}

export function isSameState(one: string, other: string): boolean {
  return sorted(one) === sorted(other)
}

/** Pages come with and without the slash at their end. */
export function pageOf(pathname: string): string {
  return pathname.length > 1 ? pathname.replace(/\/$/, '') : pathname
}

function sorted(state: string): string {
  return [...new URLSearchParams(state)]
    .map(([name, value]) => JSON.stringify([name, value]))
    .sort()
    .join()
}
