import { Skeleton } from '../../components/skeleton.js'
import { MeasureGrid } from './measure-grid.js'

const places = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k']

export function CardsSkeleton() {
  return (
    <MeasureGrid>
      {places.map((key) => (
        <div key={key} className="grid min-h-[15.5rem] content-start gap-3 bg-surface p-4">
          <Skeleton className="h-4 w-32" />
          <Skeleton className="h-9 w-24" />
          <Skeleton className="h-3 w-full" />
          <Skeleton className="h-3 w-2/3" />
        </div>
      ))}
    </MeasureGrid>
  )
}

export function TrendsSkeleton() {
  return (
    <div className="grid gap-5 xl:grid-cols-2">
      {places.map((key) => (
        <div key={key} className="rounded-lg border border-edge bg-surface p-5 xl:last:odd:col-span-2">
          <Skeleton className="mb-4 h-4 w-40" />
          <Skeleton className="h-[16.75rem] w-full" />
        </div>
      ))}
    </div>
  )
}
