'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../../components/button.js'

interface RowActionsProps {
  name: string
  onChange: () => void
  /** Left out where there is nothing to take back. */
  remove?: () => Promise<unknown>
}

export function RowActions({ name, onChange, remove }: RowActionsProps) {
  return (
    <span className="no-print inline-flex flex-wrap items-center gap-2">
      <Button className="min-h-8" onClick={onChange}>
        Change<span className="sr-only"> {name}</span>
      </Button>
      {remove && <RemoveButton name={name} remove={remove} />}
    </span>
  )
}

/** Asks once more before it removes. */
export function RemoveButton({ name, remove }: Required<Pick<RowActionsProps, 'name' | 'remove'>>) {
  const client = useQueryClient()
  const [sure, setSure] = useState(false)
  const removing = useMutation({ mutationFn: remove, onSuccess: () => client.invalidateQueries() })
  return (
    <>
      <Button
        look="danger"
        className="min-h-8"
        disabled={removing.isPending}
        onClick={() => (sure ? removing.mutate() : setSure(true))}
        onBlur={() => setSure(false)}
      >
        {sure ? 'Remove for good' : 'Remove'}
        <span className="sr-only"> {name}</span>
      </Button>
      {removing.isError && (
        <span role="alert" className="text-bad">
          {removing.error.message}
        </span>
      )}
    </>
  )
}
