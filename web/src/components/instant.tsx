'use client'
import { useZone } from '../features/filters/use-filters.js'
import { formatClock, formatInstant, utcTitle } from '../lib/formats.js'

/** A time in the viewer's zone, with UTC on hover. */
export function Instant({ at, clock = false }: { at: string | null | undefined; clock?: boolean }) {
  const zone = useZone()
  if (!at) return <span className="text-muted">—</span>
  return (
    <time dateTime={at} title={utcTitle(at)} className="whitespace-nowrap tabular-nums">
      {clock ? formatClock(at, zone) : formatInstant(at, zone)}
    </time>
  )
}
