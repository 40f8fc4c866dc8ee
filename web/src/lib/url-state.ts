import { usePathname, useSearchParams } from 'next/navigation'
import { useCallback } from 'react'
import { filterParameters } from './filters.js'

export type UrlChange = (search: URLSearchParams) => URLSearchParams

/** The address holds the state; `push` leaves a step for the back button, `replace` does not. */
export function useUrlState() {
  const search = new URLSearchParams(useSearchParams())
  const pathname = usePathname()
  const push = useCallback((change: UrlChange) => window.history.pushState(null, '', changed(pathname, change)), [pathname])
  const replace = useCallback((change: UrlChange) => window.history.replaceState(null, '', changed(pathname, change)), [pathname])
  return { search, push, replace }
}

function changed(pathname: string, change: UrlChange): string {
  return withSearch(pathname, change(new URLSearchParams(window.location.search)))
}

export function withSearch(pathname: string, search: URLSearchParams): string {
  const text = search.toString()
  return text === '' ? pathname : `${pathname}?${text}`
}

export function setParameter(name: string, value: string | null): UrlChange {
  return (search) => {
    const next = new URLSearchParams(search)
    if (value === null) next.delete(name)
    else next.set(name, value)
    return next
  }
}

/** A link to another page that takes the filters along. */
export function linkWithFilters(search: URLSearchParams, pathname: string, extra: Record<string, string> = {}): string {
  const next = new URLSearchParams()
  for (const [name, value] of Object.entries(extra)) next.set(name, value)
  for (const name of filterParameters) {
    if (name in extra) continue
    for (const value of search.getAll(name)) next.append(name, value)
  }
  return withSearch(pathname, next)
}

export function useFilteredLink(): (pathname: string, extra?: Record<string, string>) => string {
  const search = useSearchParams()
  return (pathname, extra) => linkWithFilters(new URLSearchParams(search), pathname, extra)
}
