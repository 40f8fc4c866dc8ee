'use client'
import { useState } from 'react'
import { Button } from '../../components/button.js'
import { Field, SaveForm } from '../settings/workspace/save-form.js'

interface ReasonedActionProps {
  label: string
  /** What it is done to, for those who do not see the row. */
  of: string
  done: string
  act: (reason: string) => Promise<unknown>
}

/** A button that asks for the reason before it does anything. */
export function ReasonedAction({ label, of, done, act }: ReasonedActionProps) {
  const [asked, setAsked] = useState(false)
  return (
    <>
      <Button className="no-print min-h-8" aria-expanded={asked} onClick={() => setAsked(!asked)}>
        {label}
        <span className="sr-only"> {of}</span>
      </Button>
      {asked && (
        <div className="w-full">
          <SaveForm save={(form) => act(String(form.get('reason')).trim())} label={`${label} ${of}`} done={done}>
            <Field label={`Reason to ${label.toLowerCase()} ${of}`}>
              <input name="reason" required maxLength={2000} className="field" autoComplete="off" />
            </Field>
          </SaveForm>
        </div>
      )}
    </>
  )
}
