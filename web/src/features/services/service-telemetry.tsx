'use client'
import { DistributionPanel } from './distribution-panel.js'
import { IndicatorsPanel } from './indicators-panel.js'

interface ServiceTelemetryProps {
  id: string
  from: string
  to: string
  zone: string
}

/** What the service itself tells of a window: its indicators over time, and how its latencies are spread. */
export function ServiceTelemetry({ id, from, to, zone }: ServiceTelemetryProps) {
  return (
    <div className="grid gap-5">
      <IndicatorsPanel id={id} from={from} to={to} zone={zone} />
      <DistributionPanel id={id} from={from} to={to} />
    </div>
  )
}
