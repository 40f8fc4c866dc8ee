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

interface RemoveButtonProps extends Required<Pick<RowActionsProps, 'name' | 'remove'>> {
  /** Said where it asks, where it is not plain. */
  consequence?: string
  /** On the button: before it is asked for, and then. */
  words?: readonly [first: string, again: string]
}

/** Asks once more before it removes. */
export function RemoveButton({ name, remove, consequence, words: [first, again] = ['Remove', 'Remove for good'] }: RemoveButtonProps) {
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
        {sure ? again : first}
        <span className="sr-only"> {name}</span>
      </Button>
      {consequence && (
        <span role="status" className="text-sm">
          {sure && consequence}
        </span>
      )}
      {removing.isError && (
        <span role="alert" className="text-bad">
          {removing.error.message}
        </span>
      )}
    </>
  )
}
