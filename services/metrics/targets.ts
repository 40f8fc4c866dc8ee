import type { MeasureDefinition } from './measure.js'

/** In the unit of the measure; without both there is nothing to reach. */
export type TargetBounds = { low?: number; high?: number }

/** By the key of the measure. */
export type Targets = Readonly<Record<string, TargetBounds>>

/** What the workspace wants of a measure; where it does not say, what the definition does. */
export function targetsInForce(
  { key, targets: own }: Pick<MeasureDefinition, 'key' | 'targets'>,
  { targets }: { targets: Targets },
): MeasureDefinition['targets'] {
  const bounds = targets[key]
  if (!bounds) return own
  return Object.keys(bounds).length === 0 ? [] : [{ label: 'Target', ...bounds }]
}
