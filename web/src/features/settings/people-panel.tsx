'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { Badge } from '../../components/badge.js'
import { Button } from '../../components/button.js'
import { CopyLine } from '../../components/copy-line.js'
import { type Column, DataTable } from '../../components/data-table.js'
import { EmptyState } from '../../components/empty-state.js'
import { Panel } from '../../components/panel.js'
import { QueryView } from '../../components/query-view.js'
import { TableSkeleton } from '../../components/skeleton.js'
import type { PeopleQuery, Role } from '../../generated/graphql.js'
import { words } from '../../lib/formats.js'
import { request } from '../../lib/graphql-client.js'
import { useApi } from '../../lib/use-api.js'
import { createSignInLinkDocument, peopleDocument } from './queries.js'

const roles: readonly Role[] = ['VIEWER', 'RESPONDER', 'APPROVER', 'ADMIN']

export function PeoplePanel() {
  const query = useApi(peopleDocument, {})
  return (
    <Panel title="People" note="A sign-in link works once, within fifteen minutes.">
      <div className="grid gap-4">
        <SignInLinkForm />
        <QueryView
          query={query}
          what="The people"
          skeleton={<TableSkeleton rows={3} />}
          isEmpty={({ people }) => people.length === 0}
          empty={<EmptyState title="Nobody has signed in yet" />}
        >
          {({ people }) => <DataTable caption="People" columns={columns} rows={people} rowKey={({ id }) => id} />}
        </QueryView>
      </div>
    </Panel>
  )
}

function SignInLinkForm() {
  const client = useQueryClient()
  const create = useMutation({
    mutationFn: (variables: { login: string; role: Role }) => request(createSignInLinkDocument, variables),
    onSuccess: () => client.invalidateQueries(),
  })
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    create.mutate({ login: String(form.get('login')), role: roles.find((role) => role === form.get('role')) ?? 'VIEWER' })
  }
  return (
    <div className="no-print grid gap-3 text-sm">
      <form onSubmit={submit} className="flex flex-wrap items-end gap-3">
        <label className="grid gap-1">
          Login <input name="login" required className="field w-64" placeholder="author-17@example.invalid" autoComplete="off" />
        </label>
        <label className="grid gap-1">
          Role{' '}
          <select name="role" className="field">
            {roles.map((role) => (
              <option key={role} value={role}>
                {words(role)}
              </option>
            ))}
          </select>
        </label>
        <Button type="submit" disabled={create.isPending}>
          Make a sign-in link
        </Button>
      </form>
      <div role="status">
        {create.isError && <p className="text-bad">{create.error.message}</p>}
        {create.data && <CopyLine label="the sign-in link" text={create.data.createSignInLink} />}
      </div>
    </div>
  )
}

const columns: ReadonlyArray<Column<PeopleQuery['people'][number]>> = [
  { name: 'login', header: 'Login', cell: ({ login }) => login },
  { name: 'name', header: 'Name', cell: ({ displayName }) => displayName },
  { name: 'role', header: 'Role', cell: ({ role }) => <Badge>{words(role)}</Badge> },
]
