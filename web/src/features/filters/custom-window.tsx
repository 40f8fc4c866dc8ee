'use client'
import { dateText, daysBefore, parseDateText, startOfDay } from '../../lib/zone.js'
import { useFilters } from './use-filters.js'

/** Two days, both included, in the zone of the page. */
export function CustomWindow() {
  const { filters, change } = useFilters()
  if (!filters.from || !filters.to) return null
  const first = dateText(Date.parse(filters.from), filters.zone)
  const last = dateText(Date.parse(filters.to) - 1, filters.zone)
  return (
    <div className="flex flex-wrap items-center gap-1.5 text-sm">
      <label className="flex items-center gap-1.5">
        <span className="text-xs text-muted">From</span>
        <input type="date" className="field" max={last} value={first} onChange={(event) => setBound('from', event.target.value)} />
      </label>
      <label className="flex items-center gap-1.5">
        <span className="text-xs text-muted">through</span>
        <input type="date" className="field" min={first} value={last} onChange={(event) => setBound('to', event.target.value)} />
      </label>
    </div>
  )

  function setBound(bound: 'from' | 'to', text: string) {
    const day = parseDateText(text)
    if (!day) return
    const start = startOfDay(bound === 'from' ? day : daysBefore(day, -1), filters.zone)
    change({ preset: 'custom', [bound]: new Date(start).toISOString() })
  }
}
