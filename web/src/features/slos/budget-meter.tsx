import { formatRatio } from '../../lib/formats.js'

/** How much of an error budget is left, as a bar and in words; `over` says over how little data. */
export function BudgetMeter({ left, over = null }: { left: number | null | undefined; over?: string | null }) {
  if (left === null || left === undefined) return <span className="text-muted">—</span>
  const width = Math.max(0, Math.min(1, left)) * 100
  const colour = left <= 0 ? 'bg-bad' : left < 0.25 ? 'bg-warn' : 'bg-good'
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2">
      <span aria-hidden className="h-2 w-20 overflow-hidden rounded-full bg-sunken">
        <span className={`block h-full ${colour}`} style={{ width: `${width}%` }} />
      </span>
      <span className={`whitespace-nowrap tabular-nums ${left <= 0 ? 'font-semibold text-bad' : ''}`}>{formatRatio(left)}</span>
      {over && <span className="text-xs text-muted">{over}</span>}
    </span>
  )
}
