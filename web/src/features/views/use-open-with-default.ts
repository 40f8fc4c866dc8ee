import { usePathname } from 'next/navigation'
import { useEffect, useState } from 'react'
import { useApi } from '../../lib/use-api.js'
import { useUrlState } from '../../lib/url-state.js'
import { savedViewsDocument } from './queries.js'
import { pageOf, stateOf } from './view-state.js'

/** Where an address says nothing, the page opens with the view that its reader has chosen for it. */
export function useOpenWithDefault(): void {
  const { search, replace } = useUrlState()
  const page = pageOf(usePathname())
  const [isFresh] = useState(() => [...search.keys()].every((name) => name === 'id'))
  const [isDone, setDone] = useState(false)
  const [settled, setSettled] = useState<string | null>(null)
  const { data } = useApi(savedViewsDocument, {}, { enabled: isFresh && !isDone })
  const state = stateOf(search)
  useEffect(() => {
    // The filters write themselves into the address first; after that a change is the reader's.
    if (isFresh && settled === null && search.has('window')) setSettled(state)
    if (!isFresh || isDone || !data || !search.has('window')) return
    setDone(true)
    const view = data.savedViews.find((candidate) => candidate.isDefault && candidate.page === page)
    if (!view || (settled !== null && settled !== state) || (search.get('id') ?? '') !== (new URLSearchParams(view.state).get('id') ?? '')) return
    replace(() => new URLSearchParams(view.state))
  }, [data, isDone, isFresh, page, replace, search, settled, state])
}
