'use client'
import { createContext, type ReactNode, useContext, useId } from 'react'
import type { Fault } from '../lib/fault.js'

/** What is wrong with one of the fields inside. */
export const FaultContext = createContext<Fault | null>(null)

interface ToldFieldProps {
  name: string
  label: string
  hint?: string | undefined
  className?: string
  /** The input, which takes on the attributes that tie it to what is wrong with it. */
  children: (told: { 'aria-invalid'?: true; 'aria-describedby'?: string }) => ReactNode
}

/** A labelled input with what is wrong with it below. */
export function ToldField({ name, label, hint, className = '', children }: ToldFieldProps) {
  const id = useId()
  const fault = useContext(FaultContext)
  const message = fault?.field === name ? fault.message : null
  return (
    <div className={`grid content-start gap-1 ${className}`}>
      <label className="grid gap-1">
        <span>
          {label} {hint && <span className="text-muted">({hint})</span>}
        </span>
        {children(message === null ? {} : { 'aria-invalid': true, 'aria-describedby': id })}
      </label>
      {message !== null && (
        <p id={id} role="alert" className="text-bad">
          {message}
        </p>
      )}
    </div>
  )
}
