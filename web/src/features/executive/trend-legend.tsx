import type { Trend } from '../../charts/prepare/trend.js'

export function TrendLegend({ trend, marks }: { trend: Trend; marks: number }) {
  const hasBand = trend.points.some(({ band }) => band !== null)
  return (
    <ul className="mt-1 flex flex-wrap gap-x-4 gap-y-1 text-xs text-muted">
      {hasBand && (
        <li className="flex items-center gap-1.5">
          <span className="h-2.5 w-4 rounded-sm bg-series/20" aria-hidden /> 95 % interval
        </li>
      )}
      {trend.hasPartial && (
        <li className="flex items-center gap-1.5">
          <span className="size-2.5 rounded-full border-2 border-series" aria-hidden /> not a whole period
        </li>
      )}
      {trend.hasImmature && (
        <li className="flex items-center gap-1.5">
          <span className="size-2.5 rotate-45 border-2 border-series" aria-hidden /> failures may still be attributed
        </li>
      )}
      {marks > 0 && (
        <li className="flex items-center gap-1.5">
          <svg width="11" height="12" aria-hidden="true">
            <path d="M1 1l9 2v4l-9 2zM1 1v11" fill="var(--accent)" stroke="var(--accent)" />
          </svg>{' '}
          {marks === 1 ? '1 incident' : `${marks} incidents`}
        </li>
      )}
      {trend.targets.length > 0 && (
        <li className="flex items-center gap-1.5">
          <span className="w-4 border-t-2 border-dashed border-good" aria-hidden /> {targetNames(trend)}
        </li>
      )}
    </ul>
  )
}

function targetNames(trend: Trend): string {
  return [...new Set(trend.targets.map(({ label }) => label))].join(', ')
}
