'use client'
import { formatCount } from '../lib/formats.js'
import { Button } from './button.js'

interface LoadMoreProps {
  shown: number
  total: number
  hasNextPage: boolean
  isFetchingNextPage: boolean
  fetchNextPage: () => unknown
  noun: string
}

export function LoadMore({ shown, total, hasNextPage, isFetchingNextPage, fetchNextPage, noun }: LoadMoreProps) {
  return (
    <div className="mt-3 flex flex-wrap items-center gap-3 text-sm text-muted">
      <span aria-live="polite" className="tabular-nums">
        {formatCount(shown)} of {formatCount(total)} {noun}
      </span>
      {hasNextPage && (
        <Button className="no-print" disabled={isFetchingNextPage} onClick={() => fetchNextPage()}>
          {isFetchingNextPage ? 'Loading…' : 'Load more'}
        </Button>
      )}
    </div>
  )
}
