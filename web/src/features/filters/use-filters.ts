import { useMemo } from 'react'
import { type Filters, readFilters, resolveInterval, resolveWindow, toScope, toWindowInput, writeFilters } from '../../lib/filters.js'
import { toOptions } from '../../lib/metric-choices.js'
import { useNow } from '../../lib/now.js'
import { useUrlState } from '../../lib/url-state.js'
import { browserZone } from '../../lib/zone.js'

export function useFilters() {
  const { search, push, replace } = useUrlState()
  const now = useNow()
  const text = search.toString()
  const state = useMemo(() => {
    const filters = readFilters(new URLSearchParams(text), browserZone())
    const window = resolveWindow(filters, now)
    return {
      filters,
      window,
      interval: resolveInterval(filters, window),
      scope: toScope(filters),
      windowInput: toWindowInput(window),
      /** For every question about measures. */
      options: toOptions(filters),
    }
  }, [text, now])
  return {
    ...state,
    now,
    change: (next: Partial<Filters>) => push((current) => writeFilters(current, { ...state.filters, ...next })),
    settle: () => replace((current) => writeFilters(current, state.filters)),
    isSettled: search.has('zone') && search.has('window'),
  }
}

/** The zone that this page's times are told in. */
export function useZone(): string {
  const { search } = useUrlState()
  const text = search.get('zone')
  return useMemo(() => readFilters(new URLSearchParams(text ? { zone: text } : {}), browserZone()).zone, [text])
}
