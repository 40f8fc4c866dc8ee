'use client'
import type { Comparison } from '../../generated/graphql.js'
import { percentOf } from './slo-input.js'

interface TargetInputProps {
  name: string
  /** A share; 99.9 % where there is none. */
  target: number | undefined
  label?: string
}

export function TargetInput({ name, target = 0.999, label }: TargetInputProps) {
  return (
    <input
      name={name}
      type="number"
      required
      min={0.001}
      max={99.9999}
      step="any"
      className="field"
      aria-label={label}
      defaultValue={percentOf(target)}
    />
  )
}

interface ComparisonInputsProps {
  /** Of the comparison, and of the value it compares with. */
  names: readonly [string, string]
  objective: { op?: Comparison | null; value?: number | null } | undefined
  /** Added to what the two are called for those who hear them. */
  of?: string
}

/** What a good value is, where the indicator is one. */
export function ComparisonInputs({ names: [op, value], objective, of = '' }: ComparisonInputsProps) {
  return (
    <span className="flex gap-2">
      <select name={op} className="field" defaultValue={objective?.op ?? ''} aria-label={`Comparison${of}`}>
        <option value="">events are counted</option>
        <option value="LTE">at most</option>
        <option value="LT">below</option>
        <option value="GTE">at least</option>
        <option value="GT">above</option>
      </select>
      <input name={value} type="number" step="any" className="field min-w-0" aria-label={`Value${of}`} defaultValue={objective?.value ?? ''} />
    </span>
  )
}
