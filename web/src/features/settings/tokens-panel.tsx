'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Badge } from '../../components/badge.js'
import { Button } from '../../components/button.js'
import { type Column, DataTable } from '../../components/data-table.js'
import { EmptyState } from '../../components/empty-state.js'
import { Instant } from '../../components/instant.js'
import { Panel } from '../../components/panel.js'
import { QueryView } from '../../components/query-view.js'
import { TableSkeleton } from '../../components/skeleton.js'
import type { TokensQuery } from '../../generated/graphql.js'
import { words } from '../../lib/formats.js'
import { request } from '../../lib/graphql-client.js'
import { useApi } from '../../lib/use-api.js'
import { revokeTokenDocument, tokensDocument } from './queries.js'
import { TokenForm } from './token-form.js'

type Token = TokensQuery['tokens'][number]

export function TokensPanel() {
  const query = useApi(tokensDocument, {})
  return (
    <Panel title="Tokens" note="For pipelines and tools. Only a hash is kept, so a lost token is replaced, not found.">
      <div className="grid gap-4">
        <TokenForm />
        <QueryView
          query={query}
          what="The tokens"
          skeleton={<TableSkeleton rows={4} />}
          isEmpty={({ tokens }) => tokens.length === 0}
          empty={<EmptyState title="No token yet">Make one with the ingest scope for the pipeline that sends events.</EmptyState>}
        >
          {({ tokens }) => <DataTable caption="Tokens" columns={columns} rows={tokens} rowKey={({ id }) => id} />}
        </QueryView>
      </div>
    </Panel>
  )
}

function RevokeButton({ token }: { token: Token }) {
  const client = useQueryClient()
  const [sure, setSure] = useState(false)
  const revoke = useMutation({ mutationFn: () => request(revokeTokenDocument, { id: token.id }), onSuccess: () => client.invalidateQueries() })
  if (token.revokedAt)
    return (
      <span className="text-muted">
        revoked <Instant at={token.revokedAt} />
      </span>
    )
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <Button
        look="danger"
        className="min-h-8"
        disabled={revoke.isPending}
        onClick={() => (sure ? revoke.mutate() : setSure(true))}
        onBlur={() => setSure(false)}
      >
        {sure ? 'Revoke for good' : 'Revoke'}
        <span className="sr-only"> {token.name}</span>
      </Button>
      {revoke.isError && (
        <span role="alert" className="text-bad">
          {revoke.error.message}
        </span>
      )}
    </span>
  )
}

const columns: ReadonlyArray<Column<Token>> = [
  { name: 'name', header: 'Name', cell: ({ name }) => <span className="font-medium">{name}</span> },
  {
    name: 'scopes',
    header: 'May',
    cell: ({ scopes }) => (
      <span className="inline-flex flex-wrap gap-1">
        {scopes.map((scope) => (
          <Badge key={scope}>{words(scope)}</Badge>
        ))}
      </span>
    ),
  },
  { name: 'teams', header: 'Teams', cell: ({ teams }) => teams?.join(', ') ?? 'all' },
  { name: 'created', header: 'Made', cell: ({ createdAt }) => <Instant at={createdAt} /> },
  { name: 'expires', header: 'Expires', cell: ({ expiresAt }) => (expiresAt ? <Instant at={expiresAt} /> : 'never') },
  { name: 'used', header: 'Last used', cell: ({ lastUsedAt }) => (lastUsedAt ? <Instant at={lastUsedAt} /> : 'never') },
  { name: 'revoke', header: 'Revoke', cell: (token) => <RevokeButton token={token} /> },
]
