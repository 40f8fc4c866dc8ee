'use client'
import { useState } from 'react'
import { Button } from '../../components/button.js'
import { Instant } from '../../components/instant.js'
import type { CorrectionsQuery } from '../../generated/graphql.js'
import { Field, SaveForm } from '../settings/workspace/save-form.js'
import { fieldLabel } from './field-label.js'
import { fieldsInForce } from './in-force.js'

type Correction = CorrectionsQuery['corrections'][number]
export type GiveBack = (name: string, reason: string, about: Pick<Correction, 'service' | 'environment'>) => Promise<unknown>

/** The corrections so far; each field in force can be given back where `giveBack` is there. */
export function CorrectionHistory({ corrections, giveBack }: { corrections: readonly Correction[]; giveBack: GiveBack | null }) {
  if (corrections.length === 0) return <p className="text-muted">Nobody has corrected it.</p>
  const holds = fieldsInForce(corrections)
  const deciding = new Map([...corrections].reverse().flatMap((one) => fieldNames(one).map((name) => [name, one] as const)))
  return (
    <ol className="grid gap-3">
      {corrections.map((correction) => (
        <li key={correction.id} className="grid gap-1 rounded-md border border-edge px-3 py-2">
          <p className="text-muted">
            <Instant at={correction.at} /> by <span className="break-all">{correction.by.replace(/^person:/, '')}</span>
          </p>
          <p className="break-words">“{correction.reason}”</p>
          {fieldNames(correction).map((name) => (
            <Corrected
              key={name}
              name={name}
              value={(correction.fields as Record<string, unknown>)[name]}
              inForce={holds.has(name) && deciding.get(name) === correction}
              giveBack={giveBack && ((reason) => giveBack(name, reason, correction))}
            />
          ))}
        </li>
      ))}
    </ol>
  )
}

function fieldNames({ fields }: Correction): string[] {
  return Object.keys(fields as Record<string, unknown>)
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return value.join(', ')
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

interface CorrectedProps {
  name: string
  value: unknown
  inForce: boolean
  giveBack: ((reason: string) => Promise<unknown>) | null
}

function Corrected({ name, value, inForce, giveBack }: CorrectedProps) {
  const [asked, setAsked] = useState(false)
  return (
    <div>
      <div className="flex flex-wrap items-center gap-2">
        <span className="min-w-0 flex-1 break-words">
          {fieldLabel(name)}: {value === null ? <em>given back to what the senders say</em> : <strong>{shown(value)}</strong>}{' '}
          {value !== null && <span className="text-muted">{inForce ? 'in force' : 'no longer in force'}</span>}
        </span>
        {inForce && giveBack && (
          <Button className="no-print min-h-8" aria-expanded={asked} onClick={() => setAsked(!asked)}>
            Give back<span className="sr-only"> {fieldLabel(name).toLowerCase()}</span>
          </Button>
        )}
      </div>
      {asked && inForce && giveBack && (
        <SaveForm save={(form) => giveBack(String(form.get('reason')))} label={`Give back ${fieldLabel(name).toLowerCase()}`} done="Given back.">
          <Field label="Reason for giving it back">
            <input name="reason" required maxLength={2000} className="field" autoComplete="off" />
          </Field>
        </SaveForm>
      )}
    </div>
  )
}
