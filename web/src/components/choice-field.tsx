'use client'
import { setParameter, useUrlState } from '../lib/url-state.js'
import type { Choice } from './multi-select-trigger.js'

interface ChoiceFieldProps {
  /** The parameter of the address that holds it. */
  name: string
  label: string
  all: string
  choices: readonly Choice[]
}

export function ChoiceField({ name, label, all, choices }: ChoiceFieldProps) {
  const { search, push } = useUrlState()
  return (
    <label className="field inline-flex items-center gap-1.5">
      <span className="text-xs text-muted">{label}</span>
      <select
        className="cursor-pointer bg-transparent"
        value={search.get(name) ?? ''}
        onChange={(event) => push(setParameter(name, event.target.value || null))}
      >
        <option value="">{all}</option>
        {choices.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
    </label>
  )
}
