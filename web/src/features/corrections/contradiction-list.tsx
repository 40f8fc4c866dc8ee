import { fieldLabel } from './field-label.js'

export interface Contradicted {
  field: string
  kept: string
  dropped: string
  source: string
}

/** What senders said differently: the value in force, and the one that is not. */
export function ContradictionList({ contradictions }: { contradictions: readonly Contradicted[] }) {
  if (contradictions.length === 0) return null
  return (
    <section aria-label="Contradictions" className="grid gap-1">
      <h4 className="font-semibold">The senders contradict each other</h4>
      <ul className="grid gap-1">
        {contradictions.map(({ field, kept, dropped, source }, index) => (
          <li key={`${field} ${source} ${index}`} className="break-words">
            {fieldLabel(field)}: <strong>{kept}</strong> is in force; <s>{dropped}</s> <span className="text-muted">from {source} is not</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
