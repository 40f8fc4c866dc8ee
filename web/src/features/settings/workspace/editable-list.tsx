'use client'
import { type ReactNode, useState } from 'react'
import { type Column, DataTable } from '../../../components/data-table.js'
import { EmptyState } from '../../../components/empty-state.js'
import { RowActions } from './row-actions.js'
import { SaveForm } from './save-form.js'

interface EditableListProps<Row extends { id: string }> {
  caption: string
  noun: string
  rows: readonly Row[]
  columns: ReadonlyArray<Column<Row>>
  /** The fields of the form, filled with the row that is changed, if one is. */
  fields: (row: Row | null) => ReactNode
  save: (form: FormData) => Promise<unknown>
  /** Null where a row was not declared. */
  removalOf: (row: Row) => (() => Promise<unknown>) | null
}

/** A table, and one form that adds a row or changes the one that was picked. */
export function EditableList<Row extends { id: string }>({ caption, noun, rows, columns, fields, save, removalOf }: EditableListProps<Row>) {
  const [picked, setPicked] = useState<Row | null>(null)
  const [open, setOpen] = useState(false)
  const [round, setRound] = useState(0)
  const [said, setSaid] = useState('')
  function change(row: Row) {
    setPicked(row)
    setOpen(true)
    setSaid('')
  }
  function begin() {
    setPicked(null)
    setRound(round + 1)
    setSaid('Saved.')
  }
  const actions: Column<Row> = {
    name: 'actions',
    header: 'Change',
    cell: (row) => <RowActions name={row.id} onChange={() => change(row)} remove={removalOf(row) ?? undefined} />,
  }
  return (
    <div className="grid gap-3">
      {rows.length === 0 ? (
        <EmptyState title={`No ${noun} is declared yet`} />
      ) : (
        <DataTable caption={caption} columns={[...columns, actions]} rows={rows} rowKey={({ id }) => id} />
      )}
      <details
        open={open}
        onToggle={(event) => setOpen(event.currentTarget.open)}
        className="no-print rounded-md border border-edge px-4 py-2 text-sm"
      >
        <summary className="cursor-pointer py-1 font-medium">
          {picked ? `Change ${picked.id}` : `Add ${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`}
        </summary>
        <SaveForm key={`${round} ${picked?.id ?? ''}`} save={save} onDone={begin}>
          {fields(picked)}
        </SaveForm>
        <p role="status" className="text-muted">
          {said}
        </p>
      </details>
    </div>
  )
}

/** The name, which is fixed once the thing is there. */
export function NameField({ id }: { id: string | undefined }) {
  return (
    <label className="grid gap-1">
      Name
      <input name="name" required maxLength={512} className="field" defaultValue={id ?? ''} readOnly={id !== undefined} autoComplete="off" />
    </label>
  )
}
