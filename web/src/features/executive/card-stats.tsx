import { splitStats, type StatRow } from './stat-rows.js'
import type { Measure } from './use-measures.js'

/** What else is known of a measure: the numbers that matter most, and the rest behind a disclosure. */
export function CardStats({ measure: { key, definition, groups } }: { measure: Measure }) {
  const { inSight, rest } = splitStats(key, definition.stats, groups[0]?.total.stats ?? [])
  return (
    <div className="grid w-full gap-1.5 text-xs">
      <StatList rows={inSight} />
      {rest.length > 0 && (
        <details>
          <summary className="min-h-6 cursor-pointer py-1 font-medium">
            More numbers<span className="sr-only"> of {definition.title}</span>
          </summary>
          <StatList rows={rest} />
        </details>
      )}
    </div>
  )
}

function StatList({ rows }: { rows: readonly StatRow[] }) {
  return (
    <dl className="grid gap-1">
      {rows.map(({ name, title, text }) => (
        <div key={name} className="flex justify-between gap-x-3">
          <dt className="min-w-0 text-muted">{title}</dt>
          <dd className="max-w-3/5 shrink-0 text-right tabular-nums">{text}</dd>
        </div>
      ))}
    </dl>
  )
}
