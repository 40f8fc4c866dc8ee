import type { Interval, Unit } from '../../generated/graphql.js'
import { formatCount, formatDay, formatInstant, formatValue } from '../../lib/formats.js'
import type { IncidentMark } from '../prepare/marks.js'
import type { BucketState, TrendPoint } from '../prepare/trend.js'

const stateWords: Record<BucketState, string> = {
  complete: '',
  partial: 'Not a whole period',
  immature: 'Failures may still be attributed',
}

interface TrendTooltipProps {
  active: boolean | undefined
  point: TrendPoint | undefined
  unit: Unit
  marks: readonly IncidentMark[]
  zone: string
  interval: Interval
}

export function TrendTooltip({ active, point, unit, marks, zone, interval }: TrendTooltipProps) {
  if (!active || !point) return null
  const { value, low, high } = point.raw
  const inside = marks.filter(({ at }) => at >= Date.parse(point.from) && at < Date.parse(point.to))
  return (
    <div className="max-w-64 rounded-md border border-edge bg-surface px-3 py-2 text-xs shadow-lg">
      <p className="text-muted">{interval === 'HOUR' ? formatInstant(point.from, zone) : formatDay(point.from, zone)}</p>
      <p className="text-sm font-semibold tabular-nums">{value === null ? 'No value' : formatValue(value, unit)}</p>
      {low !== null && high !== null && (
        <p className="tabular-nums">
          95 %: {formatValue(low, unit)} to {formatValue(high, unit)}
        </p>
      )}
      <p className="tabular-nums">n {formatCount(point.n)}</p>
      {stateWords[point.state] && <p className="text-warn">{stateWords[point.state]}</p>}
      {inside.slice(0, 3).map((mark) => (
        <p key={mark.id} className="text-accent">
          {mark.label}
        </p>
      ))}
      {inside.length > 3 && <p className="text-accent">and {inside.length - 3} more incidents</p>}
      <p className="mt-1 text-muted">Click to open its records</p>
    </div>
  )
}
