'use client'
import type { ReactNode } from 'react'
import { formatClock } from '../lib/formats.js'
import { useZone } from '../features/filters/use-filters.js'
import { ErrorState } from './error-state.js'

export interface ViewedQuery<Data> {
  data: Data | undefined
  error: unknown
  isPending: boolean
  isPlaceholderData?: boolean
  dataUpdatedAt: number
  refetch: () => unknown
}

interface QueryViewProps<Data> {
  query: ViewedQuery<Data>
  /** What is loading, as it reads in a sentence. */
  what: string
  skeleton: ReactNode
  empty?: ReactNode
  isEmpty?: (data: Data) => boolean
  children: (data: Data) => ReactNode
}

/** Loading, failed, empty and filled. A failed refresh keeps the old numbers and says how old they are. */
export function QueryView<Data>({ query, what, skeleton, empty, isEmpty, children }: QueryViewProps<Data>) {
  const { data, error } = query
  if (data === undefined && error) return <ErrorState error={error} what={what} onRetry={() => query.refetch()} />
  if (data === undefined) {
    return (
      <div aria-busy="true">
        <p role="status" className="sr-only">
          Loading {what.toLowerCase()}
        </p>
        {skeleton}
      </div>
    )
  }
  return (
    <div aria-busy={query.isPlaceholderData ?? false} className={query.isPlaceholderData ? 'opacity-55 transition-opacity' : ''}>
      {error ? <StaleNotice error={error} updatedAt={query.dataUpdatedAt} onRetry={() => query.refetch()} /> : null}
      {empty && isEmpty?.(data) ? empty : children(data)}
    </div>
  )
}

function StaleNotice({ error, updatedAt, onRetry }: { error: unknown; updatedAt: number; onRetry: () => void }) {
  const zone = useZone()
  return (
    <p role="status" className="mb-3 rounded-md border border-warn/50 px-3 py-2 text-sm text-warn">
      Not fresh: these figures are from {formatClock(new Date(updatedAt).toISOString(), zone)}. {error instanceof Error ? error.message : ''}{' '}
      <button type="button" className="cursor-pointer underline" onClick={onRetry}>
        Try again
      </button>
    </p>
  )
}
