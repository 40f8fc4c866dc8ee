import { prepareGauge } from '../prepare/gauge.js'
import type { TargetInput } from '../prepare/trend.js'

interface GaugeLineProps {
  measured: { value?: number | null; low?: number | null; high?: number | null }
  targets: readonly TargetInput[]
}

/** The interval as a streamer around the value, with the targets as ticks. The words beside it say the same. */
export function GaugeLine({ measured, targets }: GaugeLineProps) {
  const gauge = prepareGauge(measured, targets)
  if (!gauge) return <div className="h-3" aria-hidden="true" />
  const percent = (share: number) => `${(share * 100).toFixed(1)}%`
  return (
    <div className="relative h-3 w-full" aria-hidden="true">
      <div className="absolute inset-x-0 top-1/2 h-px bg-edge" />
      <div
        className={`absolute inset-y-[3px] bg-series/25 ${gauge.open ? 'rounded-l-full' : 'rounded-full'}`}
        style={{ left: percent(gauge.low), right: percent(1 - gauge.high) }}
      />
      {gauge.targets.map((target) => (
        <div key={target} className="absolute inset-y-0 w-px bg-good" style={{ left: percent(target) }} />
      ))}
      <div className="absolute inset-y-0 -ml-[2px] w-1 rounded-full bg-series" style={{ left: percent(gauge.value) }} />
    </div>
  )
}
