'use client'
import type { UseMutationResult } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { Button } from '../../components/button.js'
import type { Connection } from './draft.js'

interface SaveMappingProps {
  connections: readonly Connection[]
  source: string | undefined
  onSource: (source: string) => void
  saving: UseMutationResult<unknown, Error, Connection>
  /** Whether what was refused is told by the settings themselves. */
  isTold: boolean
}

/** Makes what was tried the settings of a connection. */
export function SaveMapping({ connections, source, onSource, saving, isTold }: SaveMappingProps) {
  const connection = connections.find((one) => one.source === source) ?? connections[0]
  if (!connection) return <p className="text-muted">To use it, make a connection of this kind above; then its settings can be saved here.</p>
  const { source: chosen } = connection
  function submit(event: FormEvent, to: Connection) {
    event.preventDefault()
    saving.mutate(to)
  }
  return (
    <form onSubmit={(event) => submit(event, connection)} className="flex flex-wrap items-end gap-3">
      <label className="grid gap-1">
        As the settings of
        <select className="field" value={chosen} onChange={(event) => onSource(event.target.value)}>
          {connections.map((one) => (
            <option key={one.source}>{one.source}</option>
          ))}
        </select>
      </label>
      <Button type="submit" disabled={saving.isPending}>
        Save
      </Button>
      <span role="status" className={saving.isError ? 'text-bad' : 'text-muted'}>
        {saving.isSuccess && 'Saved. Dead deliveries can be replayed now.'}
        {saving.isError && !isTold && saving.error.message}
      </span>
    </form>
  )
}
