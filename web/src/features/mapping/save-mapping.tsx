'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent } from 'react'
import { Button } from '../../components/button.js'
import type { MappedIntegrationsQuery } from '../../generated/graphql.js'
import { request } from '../../lib/graphql-client.js'
import { saveConnectionDocument } from '../deliveries/queries.js'

type Connection = MappedIntegrationsQuery['connections'][number]

/** Makes what was tried the settings of a connection. */
export function SaveMapping({ settings, connections }: { settings: string; connections: readonly Connection[] }) {
  const client = useQueryClient()
  const save = useMutation({
    mutationFn: ({ integration, source, open }: Connection) =>
      request(saveConnectionDocument, { input: { integration, source, open, secret: null, settings: JSON.parse(settings) as unknown } }),
    onSuccess: () => client.invalidateQueries(),
  })
  if (connections.length === 0)
    return <p className="text-muted">To use it, make a connection of this kind above; then its settings can be saved here.</p>
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const source = new FormData(event.currentTarget).get('source')
    const connection = connections.find((one) => one.source === source)
    if (connection) save.mutate(connection)
  }
  return (
    <form onSubmit={submit} className="flex flex-wrap items-end gap-3">
      <label className="grid gap-1">
        As the settings of
        <select name="source" className="field">
          {connections.map(({ source }) => (
            <option key={source}>{source}</option>
          ))}
        </select>
      </label>
      <Button
        type="submit"
        disabled={save.isPending || !isJsonObject(settings)}
        title={isJsonObject(settings) ? undefined : 'Settings are saved as JSON'}
      >
        Save
      </Button>
      <span role="status" className={save.isError ? 'text-bad' : 'text-muted'}>
        {save.isSuccess && 'Saved. Dead deliveries can be replayed now.'}
        {save.isError && save.error.message}
      </span>
    </form>
  )
}

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
  } catch {
    return false
  }
}
