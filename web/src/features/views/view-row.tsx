'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Ellipsis } from 'lucide-react'
import Link from 'next/link'
import { useState } from 'react'
import { Badge } from '../../components/badge.js'
import { Button } from '../../components/button.js'
import type { SavedViewsQuery } from '../../generated/graphql.js'
import { request } from '../../lib/graphql-client.js'
import { useUrlState } from '../../lib/url-state.js'
import { Field, SaveForm } from '../settings/workspace/save-form.js'
import { deleteViewDocument, setDefaultViewDocument, updateViewDocument } from './queries.js'
import { ShareLinks } from './share-links.js'
import { isSameState, stateOf, viewLink } from './view-state.js'

export type View = SavedViewsQuery['savedViews'][number]

export function ViewRow({ view, onOpened }: { view: View; onOpened: () => void }) {
  const { search } = useUrlState()
  const [open, setOpen] = useState(false)
  const isShown = isSameState(stateOf(search), view.state)
  return (
    <li className="rounded-md border border-transparent has-[[aria-expanded=true]]:border-edge">
      <div className="flex items-center gap-2 px-1">
        <Link
          href={viewLink(view)}
          onClick={onOpened}
          aria-current={isShown ? 'true' : undefined}
          title={view.description || undefined}
          className="min-w-0 flex-1 truncate rounded px-1 py-1.5 hover:bg-sunken aria-[current]:font-semibold"
        >
          {view.name}
        </Link>
        {view.isDefault && <Badge>default</Badge>}
        {view.visibility === 'WORKSPACE' && <Badge>workspace</Badge>}
        <Button look="quiet" className="min-h-8 px-1.5" aria-expanded={open} aria-label={`More on ${view.name}`} onClick={() => setOpen(!open)}>
          <Ellipsis size={16} aria-hidden />
        </Button>
      </div>
      {open && <ViewActions view={view} />}
    </li>
  )
}

function ViewActions({ view }: { view: View }) {
  const client = useQueryClient()
  const { search } = useUrlState()
  const change = useMutation({ mutationFn: (ask: () => Promise<unknown>) => ask(), onSuccess: () => client.invalidateQueries() })
  const update = (input: object) => () => request(updateViewDocument, { id: view.id, input })
  const [sure, setSure] = useState(false)
  return (
    <div className="grid gap-2 px-2 pb-2">
      {view.description && <p className="text-muted">{view.description}</p>}
      <div className="flex flex-wrap gap-2">
        <Button
          className="min-h-8"
          onClick={() => change.mutate(() => request(setDefaultViewDocument, { page: view.page, view: view.isDefault ? null : view.id }))}
        >
          {view.isDefault ? 'Not my default any more' : 'Set as my default'}
        </Button>
        {view.mine && (
          <>
            <Button className="min-h-8" onClick={() => change.mutate(update({ state: stateOf(search) }))}>
              Replace with what is shown
            </Button>
            <Button
              className="min-h-8"
              onClick={() => change.mutate(update({ visibility: view.visibility === 'WORKSPACE' ? 'PRIVATE' : 'WORKSPACE' }))}
            >
              {view.visibility === 'WORKSPACE' ? 'Keep for myself' : 'Give to the workspace'}
            </Button>
            <Button
              look="danger"
              className="min-h-8"
              onBlur={() => setSure(false)}
              onClick={() => (sure ? change.mutate(() => request(deleteViewDocument, { id: view.id })) : setSure(true))}
            >
              {sure ? 'Delete for good' : 'Delete'}
            </Button>
          </>
        )}
      </div>
      {change.isError && (
        <p role="alert" className="text-bad">
          {change.error.message}
        </p>
      )}
      {view.mine ? (
        <>
          <SaveForm save={(form) => update({ name: String(form.get('name') ?? '') })()} label="Rename">
            <Field label="Name">
              <input name="name" required maxLength={100} defaultValue={view.name} className="field" autoComplete="off" />
            </Field>
          </SaveForm>
          <ShareLinks view={view} />
        </>
      ) : (
        <p className="text-xs text-muted">Of {view.owner.replace(/^\w+:/, '')}</p>
      )}
    </div>
  )
}
