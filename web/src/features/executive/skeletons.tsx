import { Skeleton } from '../../components/skeleton.js'
import { metricKeys } from '../../lib/evidence-link.js'
import { MeasureGrid } from './measure-grid.js'

export function CardsSkeleton() {
  return (
    <div className="grid gap-1">
      <MeasureGrid>
        {metricKeys.map((key) => (
          <div key={key} className="grid content-start gap-3 bg-surface p-4">
            <Skeleton className="h-4 w-32" />
            <Skeleton className="h-9 w-24" />
            <Skeleton className="h-3 w-full" />
            <Skeleton className="h-3 w-2/3" />
          </div>
        ))}
      </MeasureGrid>
      <div className="h-9" />
    </div>
  )
}

export function TrendsSkeleton() {
  return (
    <div className="grid gap-5 xl:grid-cols-2">
      {metricKeys.map((key) => (
        <div key={key} className="rounded-lg border border-edge bg-surface p-5 xl:last:odd:col-span-2">
          <Skeleton className="mb-4 h-4 w-40" />
          <Skeleton className="h-[16.75rem] w-full" />
        </div>
      ))}
    </div>
  )
}
