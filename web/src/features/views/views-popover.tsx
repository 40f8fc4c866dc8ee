'use client'
import { usePathname } from 'next/navigation'
import { Popover } from 'radix-ui'
import { useState } from 'react'
import { triggerClass } from '../../components/multi-select-trigger.js'
import { QueryView } from '../../components/query-view.js'
import { Skeleton } from '../../components/skeleton.js'
import { request } from '../../lib/graphql-client.js'
import { useApi } from '../../lib/use-api.js'
import { useUrlState } from '../../lib/url-state.js'
import { Field, SaveForm } from '../settings/workspace/save-form.js'
import { viewerDocument } from '../shell/queries.js'
import { savedViewsDocument, saveViewDocument } from './queries.js'
import { ViewsTriggerText } from './saved-views-menu.js'
import { ViewRow } from './view-row.js'
import { pageOf, stateOf } from './view-state.js'

export function ViewsPopover({ defaultOpen }: { defaultOpen: boolean }) {
  const [open, setOpen] = useState(defaultOpen)
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger className={triggerClass}>
        <ViewsTriggerText />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="end"
          sideOffset={4}
          collisionPadding={8}
          aria-label="Saved views"
          className="z-30 flex max-h-[min(38rem,var(--radix-popover-content-available-height))] w-96 max-w-[94vw] flex-col overflow-y-auto rounded-md border border-edge bg-surface p-3 text-sm shadow-xl"
        >
          <Views onOpened={() => setOpen(false)} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

function Views({ onOpened }: { onOpened: () => void }) {
  const query = useApi(savedViewsDocument, {})
  const viewer = useApi(viewerDocument, {})
  const page = pageOf(usePathname())
  return (
    <div className="grid gap-3">
      <QueryView
        query={query}
        what="The saved views"
        skeleton={<Skeleton className="h-16 w-full" />}
        isEmpty={({ savedViews }) => savedViews.length === 0}
        empty={<p className="text-muted">No view is saved yet.</p>}
      >
        {({ savedViews }) => (
          <ul className="grid gap-1">
            {[...savedViews]
              .sort((a, b) => Number(b.page === page) - Number(a.page === page))
              .map((view) => (
                <ViewRow key={view.id} view={view} onOpened={onOpened} />
              ))}
          </ul>
        )}
      </QueryView>
      {viewer.data?.viewer.login ? <SaveCurrent page={page} /> : <p className="text-muted">Sign in to save views of your own.</p>}
    </div>
  )
}

function SaveCurrent({ page }: { page: string }) {
  const { search } = useUrlState()
  const [round, setRound] = useState(0)
  async function save(form: FormData) {
    const visibility = form.get('workspace') === 'on' ? ('WORKSPACE' as const) : ('PRIVATE' as const)
    const text = (name: string) => String(form.get(name) ?? '').trim()
    await request(saveViewDocument, { input: { name: text('name'), description: text('description'), page, state: stateOf(search), visibility } })
    setRound(round + 1)
  }
  return (
    <details className="rounded-md border border-edge px-3 py-1.5">
      <summary className="cursor-pointer py-1 font-medium">Save what is shown</summary>
      <SaveForm key={round} save={save} label="Save view">
        <Field label="Name">
          <input name="name" required maxLength={100} className="field" autoComplete="off" />
        </Field>
        <Field label="Description">
          <input name="description" maxLength={1000} className="field" autoComplete="off" />
        </Field>
        <label className="flex items-center gap-2 sm:col-span-2">
          <input name="workspace" type="checkbox" className="size-4" /> For everyone in the workspace
        </label>
      </SaveForm>
    </details>
  )
}
