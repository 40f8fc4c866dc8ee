import { Skeleton } from '../../components/skeleton.js'

const five = ['a', 'b', 'c', 'd', 'e']

export function CardsSkeleton() {
  return (
    <div className="grid gap-px overflow-hidden rounded-lg border border-edge bg-edge sm:grid-cols-2 xl:grid-cols-5">
      {five.map((key) => (
        <div key={key} className="grid min-h-[15.5rem] content-start gap-3 bg-surface p-4 sm:max-xl:last:odd:col-span-2">
          <Skeleton className="h-4 w-32" />
          <Skeleton className="h-9 w-24" />
          <Skeleton className="h-3 w-full" />
          <Skeleton className="h-3 w-2/3" />
        </div>
      ))}
    </div>
  )
}

export function TrendsSkeleton() {
  return (
    <div className="grid gap-5 xl:grid-cols-2">
      {five.map((key) => (
        <div key={key} className="rounded-lg border border-edge bg-surface p-5 xl:last:odd:col-span-2">
          <Skeleton className="mb-4 h-4 w-40" />
          <Skeleton className="h-[16.75rem] w-full" />
        </div>
      ))}
    </div>
  )
}
