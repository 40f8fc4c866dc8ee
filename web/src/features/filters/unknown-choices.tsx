'use client'
import { Button } from '../../components/button.js'
import { useFilters } from './use-filters.js'

/** What the address asks for and nobody knows, so that the numbers are not taken for those it meant. */
export function UnknownChoices() {
  const { filters, change } = useFilters()
  if (filters.unknown.length === 0) return null
  const texts = filters.unknown.map(([parameter, text]) => `${parameter} “${text}”`).join(', ')
  return (
    <div role="alert" className="mt-2 flex flex-wrap items-center gap-2 text-sm text-bad">
      <p className="min-w-0 wrap-anywhere">The address asks for what is not known: {texts}. The numbers are without it.</p>
      <Button onClick={() => change({ unknown: [] })}>Take it out</Button>
    </div>
  )
}
