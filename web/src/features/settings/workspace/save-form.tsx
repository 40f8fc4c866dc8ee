'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { FormEvent, ReactNode } from 'react'
import { Button } from '../../../components/button.js'
import { FaultContext } from '../../../components/told-field.js'
import { faultOf } from '../../../lib/fault.js'

interface SaveFormProps {
  /** Asks the API; what it throws is shown. */
  save: (form: FormData) => Promise<unknown>
  label?: string
  /** Shown once it is saved. */
  done?: string
  onDone?: () => void
  /** Names of the fields that show by themselves what was refused of them. */
  toldFields?: readonly string[]
  children: ReactNode
}

export function SaveForm({ save, label = 'Save', done = 'Saved.', onDone, toldFields = [], children }: SaveFormProps) {
  const client = useQueryClient()
  const saving = useMutation({
    mutationFn: save,
    onSuccess: async () => {
      await client.invalidateQueries()
      onDone?.()
    },
  })
  const fault = faultOf(saving.error, toldFields)
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    saving.mutate(new FormData(event.currentTarget))
  }
  return (
    <form onSubmit={submit} className="no-print grid gap-3 py-2 text-sm sm:grid-cols-2 [&>label]:content-start">
      <FaultContext value={fault}>{children}</FaultContext>
      <div className="flex flex-wrap items-center gap-3 sm:col-span-2">
        <Button type="submit" look="primary" disabled={saving.isPending}>
          {label}
        </Button>
        <span role="status" className={saving.isError ? 'text-bad' : 'text-muted'}>
          {saving.isSuccess && done}
          {saving.isError && !fault && saving.error.message}
        </span>
      </div>
    </form>
  )
}

export function Field({ label, hint, children }: { label: string; hint?: string; children: ReactNode }) {
  return (
    <label className="grid gap-1">
      <span>
        {label} {hint && <span className="text-muted">({hint})</span>}
      </span>
      {children}
    </label>
  )
}
