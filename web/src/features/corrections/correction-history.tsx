import { Instant } from '../../components/instant.js'
import type { CorrectionsQuery } from '../../generated/graphql.js'
import { fieldLabel } from './field-label.js'
import { fieldsInForce } from './in-force.js'
import { ReasonedAction } from './reasoned-action.js'

type Correction = CorrectionsQuery['corrections'][number]
export type GiveBack = (name: string, reason: string, about: Pick<Correction, 'fact' | 'service' | 'environment'>) => Promise<unknown>

/** The corrections so far; each field in force can be given back where `giveBack` is there. */
export function CorrectionHistory({ corrections, own, giveBack }: { corrections: readonly Correction[]; own: string; giveBack: GiveBack | null }) {
  if (corrections.length === 0) return <p className="text-muted">Nobody has corrected it.</p>
  const holds = fieldsInForce(corrections)
  return (
    <ol className="grid gap-3">
      {corrections.map((correction) => (
        <li key={correction.id} className="grid gap-1 rounded-md border border-edge px-3 py-2">
          <p className="text-muted">
            <Instant at={correction.at} /> by <span className="break-all">{correction.by.replace(/^person:/, '')}</span>
            {correction.fact !== own && <span className="break-all"> of {correction.fact}</span>}
          </p>
          <p className="break-words">“{correction.reason}”</p>
          {fieldNames(correction).map((name) => (
            <Corrected
              key={name}
              name={name}
              value={(correction.fields as Record<string, unknown>)[name]}
              inForce={holds.some((field) => field.name === name && field.correction === correction.id)}
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
  return (
    <div className="flex flex-wrap items-center gap-2">
      <span className="min-w-0 flex-1 break-words">
        {fieldLabel(name)}: {value === null ? <em>given back to what the senders say</em> : <strong>{shown(value)}</strong>}{' '}
        {value !== null && <span className="text-muted">{inForce ? 'in force' : 'no longer in force'}</span>}
      </span>
      {inForce && giveBack && <ReasonedAction label="Give back" of={fieldLabel(name).toLowerCase()} done="Given back." act={giveBack} />}
    </div>
  )
}
