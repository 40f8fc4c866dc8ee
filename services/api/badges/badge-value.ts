import type { MeasureDefinition, Unit } from '../../metrics/measure.js'

const STEPS: readonly [seconds: number, unit: string][] = [
  [86_400, 'd'],
  [3600, 'h'],
  [60, 'min'],
]

/** A value in few characters: 1.5 h, 12 %, 34. */
export function shownValue(value: number | null, unit: Unit): string {
  if (value === null) return 'no data'
  if (unit === 'RATIO') return `${rounded(value * 100)} %`
  if (unit === 'COUNT') return rounded(value)
  const [size, name] = STEPS.find(([seconds]) => Math.abs(value) >= seconds) ?? [1, 's']
  return `${rounded(value / size)} ${name}`
}

function rounded(value: number): string {
  return String(Number(value.toPrecision(3)))
}

/**
 * Grey without a value, blue where the measure has no target or no better side; else green on the good side of its targets, red
 * beyond them on the other, and yellow between.
 */
export function badgeColour({ direction, targets }: Pick<MeasureDefinition, 'direction' | 'targets'>, value: number | null): string {
  if (value === null) return 'lightgrey'
  const bounds = targets.flatMap(({ low, high }) => [low, high]).filter((bound) => bound !== undefined)
  if (bounds.length === 0 || direction === 'NEUTRAL') return 'blue'
  const [least, most] = [Math.min(...bounds), Math.max(...bounds)]
  const lowerIsBetter = direction === 'LOWER_IS_BETTER'
  if (lowerIsBetter ? value <= least : value >= most) return 'green'
  return (lowerIsBetter ? value > most : value < least) ? 'red' : 'yellow'
}
