'use client'
import { useMemo } from 'react'
import { allZones, browserZone } from '../../lib/zone.js'

export function ZoneSelect({ zone, onChange }: { zone: string; onChange: (zone: string) => void }) {
  const zones = useMemo(() => [...new Set([browserZone(), 'UTC', zone, ...allZones()])], [zone])
  return (
    <label className="field inline-flex items-center gap-1.5">
      <span className="text-xs text-muted">Zone</span>
      <select className="max-w-40 cursor-pointer bg-transparent" value={zone} onChange={(event) => onChange(event.target.value)}>
        {zones.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}
