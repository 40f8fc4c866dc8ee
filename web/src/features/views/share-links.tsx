'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { Button } from '../../components/button.js'
import { CopyLine } from '../../components/copy-line.js'
import { Instant } from '../../components/instant.js'
import { request } from '../../lib/graphql-client.js'
import { useApi } from '../../lib/use-api.js'
import { createShareLinkDocument, revokeShareLinkDocument, shareLinksDocument } from './queries.js'
import type { View } from './view-row.js'

const spans = [
  { days: 7, title: '7 days' },
  { days: 30, title: '30 days' },
  { days: 90, title: '90 days' },
  { days: 366, title: 'a year' },
]

export function ShareLinks({ view }: { view: View }) {
  const client = useQueryClient()
  const [days, setDays] = useState(30)
  const heading = useId()
  const links = useApi(shareLinksDocument, { view: view.id })
  const refresh = () => client.invalidateQueries({ queryKey: [shareLinksDocument.toString()] })
  const create = useMutation({ mutationFn: () => request(createShareLinkDocument, { view: view.id, expiresInDays: days }), onSuccess: refresh })
  const revoke = useMutation({ mutationFn: (id: string) => request(revokeShareLinkDocument, { id }), onSuccess: refresh })
  const open = links.data?.shareLinks.filter(({ revokedAt }) => !revokedAt) ?? []
  const error = create.error ?? revoke.error ?? links.error
  return (
    <section aria-labelledby={heading} className="grid gap-2 border-t border-edge pt-2">
      <h3 id={heading} className="font-semibold">
        Share
      </h3>
      <p className="text-xs text-muted">Whoever has the link sees the measures of this view, without signing in, and nothing else.</p>
      <div className="flex flex-wrap items-center gap-2">
        <label className="field inline-flex items-center gap-1.5">
          <span className="text-xs text-muted">Good for</span>
          <select className="cursor-pointer bg-transparent" value={days} onChange={(event) => setDays(Number(event.target.value))}>
            {spans.map((span) => (
              <option key={span.days} value={span.days}>
                {span.title}
              </option>
            ))}
          </select>
        </label>
        <Button className="min-h-8" disabled={create.isPending} onClick={() => create.mutate()}>
          Make a link
        </Button>
      </div>
      {create.data && (
        <>
          <CopyLine text={create.data.createShareLink.url} label="the link" />
          <p role="status" className="text-xs text-muted">
            Copy it now: it is not shown again.
          </p>
        </>
      )}
      {error instanceof Error && (
        <p role="alert" className="text-bad">
          {error.message}
        </p>
      )}
      <ul className="grid gap-1">
        {open.map((link) => (
          <li key={link.id} className="flex flex-wrap items-center justify-between gap-2 text-xs">
            <span>
              Until <Instant at={link.expiresAt} />, {link.lastUsedAt ? 'last used ' : 'never used'}
              {link.lastUsedAt && <Instant at={link.lastUsedAt} />}
            </span>
            <Button look="danger" className="min-h-8" disabled={revoke.isPending} onClick={() => revoke.mutate(link.id)}>
              Take back
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
