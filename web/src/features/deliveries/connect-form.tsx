'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Button } from '../../components/button.js'
import type { ConnectionsQuery } from '../../generated/graphql.js'
import { request } from '../../lib/graphql-client.js'
import { saveConnectionDocument } from './queries.js'

export function ConnectForm({ integrations }: Pick<ConnectionsQuery, 'integrations'>) {
  const client = useQueryClient()
  const [open, setOpen] = useState(false)
  const save = useMutation({
    mutationFn: (form: FormData) => request(saveConnectionDocument, { input: toInput(form) }),
    onSuccess: () => client.invalidateQueries(),
  })
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    save.mutate(new FormData(event.currentTarget))
  }
  if (integrations.length === 0) return null
  return (
    <details className="no-print rounded-md border border-edge px-4 py-2 text-sm">
      <summary className="cursor-pointer py-1 font-medium">Add or change a connection</summary>
      <form onSubmit={submit} className="grid gap-3 py-3 sm:grid-cols-2">
        <label className="grid gap-1">
          Tool
          <select name="integration" className="field">
            {integrations.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </label>
        <label className="grid gap-1">
          Name of the source
          <input name="source" required pattern="[A-Za-z0-9._\-]+" className="field" placeholder="main" />
        </label>
        <label className="grid gap-1">
          Secret
          <input name="secret" type="password" autoComplete="off" required={!open} className="field" />
        </label>
        <label className="flex items-center gap-2 self-end pb-2">
          <input name="open" type="checkbox" checked={open} onChange={(event) => setOpen(event.target.checked)} className="size-4" /> Take unsigned
          deliveries
        </label>
        <div className="flex items-center gap-3 sm:col-span-2">
          <Button type="submit" look="primary" disabled={save.isPending}>
            Save
          </Button>
          <span role="status" className={save.isError ? 'text-bad' : 'text-muted'}>
            {save.isSuccess && 'Saved. The secret is sealed and not shown again.'}
            {save.isError && save.error.message}
          </span>
        </div>
      </form>
    </details>
  )
}

function toInput(form: FormData) {
  const secret = String(form.get('secret') ?? '')
  return {
    integration: String(form.get('integration')),
    source: String(form.get('source')),
    secret: secret === '' ? null : secret,
    open: form.get('open') === 'on',
  }
}
