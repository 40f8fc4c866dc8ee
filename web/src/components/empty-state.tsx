'use client'
import type { ReactNode } from 'react'
import { eventLine } from '../lib/event-examples.js'
import { useNow } from '../lib/now.js'
import { CopyLine } from './copy-line.js'

/** Says what is missing and gives the line that sends it. */
export function EmptyState({ title, children, eventType }: { title: string; children?: ReactNode; eventType?: string }) {
  const now = useNow()
  return (
    <div className="mx-auto grid max-w-2xl gap-3 py-6 text-sm">
      <p className="text-base font-semibold">{title}</p>
      {children && <div className="text-muted">{children}</div>}
      {eventType && (
        <>
          <p className="text-muted">
            What fills this is a <code className="font-mono text-ink">{eventType}</code> event. This line sends one; put a token with the ingest scope
            in <code className="font-mono text-ink">WINDSOCK_TOKEN</code> first.
          </p>
          <CopyLine label={`the line that sends ${eventType}`} text={eventLine(eventType, window.location.origin, new Date(now).toISOString())} />
        </>
      )}
    </div>
  )
}
