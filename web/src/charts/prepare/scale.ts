import type { Unit } from '../../generated/graphql.js'

/** How values of a unit are divided and named on an axis. */
export interface Scale {
  divisor: number
  name: string
}

const durations: readonly Scale[] = [
  { divisor: 86_400, name: 'days' },
  { divisor: 3600, name: 'hours' },
  { divisor: 60, name: 'minutes' },
  { divisor: 1, name: 'seconds' },
]

export function chooseScale(unit: Unit, largest: number): Scale {
  if (unit === 'RATIO') return { divisor: 0.01, name: 'per cent' }
  if (unit === 'COUNT') return { divisor: 1, name: 'count' }
  return durations.find(({ divisor }) => largest >= divisor * 2) ?? { divisor: 1, name: 'seconds' }
}

const steps = [1, 2, 2.5, 5, 10]
const mostTicks = 5

/** Round ticks from 0 to at least `largest`; counts get whole ones, a share ends at 100. */
export function niceTicks(largest: number, scale: Scale): { ticks: number[]; top: number } {
  const reach = largest > 0 ? largest : 1
  const rough = reach / (mostTicks - 1)
  const power = 10 ** Math.floor(Math.log10(rough))
  const factor = steps.find((candidate) => candidate * power >= rough * 0.999) ?? 10
  const step = scale.name === 'count' ? Math.max(1, Math.ceil(factor * power)) : factor * power
  const count = Math.ceil(reach / step - 1e-9)
  const ticks = Array.from({ length: count + 1 }, (_, index) => Number((index * step).toPrecision(12)))
  if (scale.name === 'per cent' && (ticks.at(-1) ?? 0) > 100) return { ticks: ticks.filter((tick) => tick <= 100), top: 100 }
  return { ticks, top: ticks.at(-1) ?? 1 }
}
