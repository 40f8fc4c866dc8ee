'use client'
import { type ReactNode, useState } from 'react'
import { Button } from '../../components/button.js'

/** Opens the drawer in which a fact is corrected; `drawer` is given what closes it. */
export function CorrectButton({ id, drawer }: { id: string; drawer: (onClose: () => void) => ReactNode }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button className="no-print min-h-8" onClick={() => setOpen(true)}>
        Correct<span className="sr-only"> {id}</span>
      </Button>
      {open && drawer(() => setOpen(false))}
    </>
  )
}
