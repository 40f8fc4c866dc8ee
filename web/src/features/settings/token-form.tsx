'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { Button } from '../../components/button.js'
import { CopyLine } from '../../components/copy-line.js'
import type { CreateTokenMutationVariables, TokenScope } from '../../generated/graphql.js'
import { words } from '../../lib/formats.js'
import { request } from '../../lib/graphql-client.js'
import { createTokenDocument } from './queries.js'

const scopes: ReadonlyArray<{ id: TokenScope; means: string }> = [
  { id: 'INGEST', means: 'send events' },
  { id: 'READ', means: 'read numbers' },
  { id: 'GATE', means: 'ask for decisions' },
  { id: 'APPROVE', means: 'decide approvals' },
  { id: 'ADMIN', means: 'change settings' },
]

const dayMilliseconds = 86_400_000

export function TokenForm() {
  const client = useQueryClient()
  const create = useMutation({
    mutationFn: (variables: CreateTokenMutationVariables) => request(createTokenDocument, variables),
    onSuccess: () => client.invalidateQueries(),
  })
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    create.mutate(toVariables(new FormData(event.currentTarget), Date.now()))
  }
  return (
    <div className="no-print grid gap-3">
      <form onSubmit={submit} className="grid gap-3 text-sm">
        <div className="flex flex-wrap items-end gap-3">
          <label className="grid gap-1">
            Name <input name="name" required maxLength={100} className="field w-56" placeholder="ci of payments" />
          </label>
          <label className="grid gap-1">
            Expires
            <select name="days" className="field" defaultValue="365">
              <option value="30">in 30 days</option>
              <option value="90">in 90 days</option>
              <option value="365">in a year</option>
              <option value="">never</option>
            </select>
          </label>
          <label className="grid gap-1">
            Teams, if not all <input name="teams" className="field w-48" placeholder="payments, identity" />
          </label>
        </div>
        <fieldset className="flex flex-wrap gap-x-4 gap-y-2">
          <legend className="mb-1">It may</legend>
          {scopes.map(({ id, means }) => (
            <label key={id} className="flex items-center gap-1.5">
              <input type="checkbox" name="scopes" value={id} defaultChecked={id === 'INGEST'} className="size-4" /> {means}{' '}
              <span className="text-muted">({words(id)})</span>
            </label>
          ))}
        </fieldset>
        <div>
          <Button type="submit" look="primary" disabled={create.isPending}>
            Make a token
          </Button>
        </div>
      </form>
      <div role="status" className="grid gap-2 text-sm">
        {create.isError && <p className="text-bad">{create.error.message}</p>}
        {create.data && (
          <>
            <p>
              <strong>{create.data.createToken.token.name}</strong> is ready. Copy it now: it is shown this once.
            </p>
            <CopyLine label="the new token" text={create.data.createToken.secret} />
          </>
        )}
      </div>
    </div>
  )
}

function toVariables(form: FormData, now: number): CreateTokenMutationVariables {
  const days = Number(form.get('days'))
  const teams = String(form.get('teams') ?? '')
    .split(',')
    .map((team) => team.trim())
    .filter(Boolean)
  const chosen = form.getAll('scopes')
  return {
    name: String(form.get('name')),
    scopes: scopes.map(({ id }) => id).filter((id) => chosen.includes(id)),
    teams: teams.length > 0 ? teams : null,
    expiresAt: days > 0 ? new Date(now + days * dayMilliseconds).toISOString() : null,
  }
}
