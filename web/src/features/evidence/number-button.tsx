'use client'
import type { Unit } from '../../generated/graphql.js'
import { type EvidenceTarget, writeEvidence } from '../../lib/evidence-link.js'
import { explainMissing, formatValue } from '../../lib/formats.js'
import { useUrlState } from '../../lib/url-state.js'

interface NumberButtonProps {
  value: number | null | undefined
  unit: Unit
  target: EvidenceTarget
  /** What it is the number of, for a screen reader. */
  label: string
  missing?: { n: number; excluded: ReadonlyArray<{ count: number }> }
  className?: string
}

/** A number that opens what it was counted from. A missing one says why. */
export function NumberButton({ value, unit, target, label, missing, className = '' }: NumberButtonProps) {
  const { push } = useUrlState()
  const text = formatValue(value, unit)
  const why = (value === null || value === undefined) && missing ? explainMissing({ ...missing, unit }) : null
  return (
    <button
      type="button"
      className={`number-button ${className}`}
      title={why?.long ?? 'Open what this was counted from'}
      aria-label={`${label}: ${why ? `no value, ${why.short}` : text}. Open the evidence`}
      onClick={() => push((search) => writeEvidence(search, target))}
    >
      {text}
      {why && <span className="ml-1 text-xs font-normal text-muted">{why.short}</span>}
    </button>
  )
}
