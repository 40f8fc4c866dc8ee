'use client'
import { setParameter, useUrlState } from '../lib/url-state.js'

/** A search whose text is in the address, under `find`. */
export function SearchField({ label }: { label: string }) {
  const { search, replace } = useUrlState()
  return (
    <input
      type="search"
      className="field w-56 max-w-full"
      aria-label={label}
      placeholder={label}
      defaultValue={search.get('find') ?? ''}
      onChange={(event) => replace(setParameter('find', event.target.value.trim() || null))}
    />
  )
}
