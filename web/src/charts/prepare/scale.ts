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

/** Round ticks from `lowest` or below, which is 0 as a rule, to at least `largest`; counts get whole ones, a share ends at 100. */
export function niceTicks(largest: number, scale: Scale, lowest = 0): { ticks: number[]; bottom: number; top: number } {
  const reach = largest > lowest ? largest : lowest + 1
  const rough = (reach - lowest) / (mostTicks - 1)
  const power = 10 ** Math.floor(Math.log10(rough))
  const factor = steps.find((candidate) => candidate * power >= rough * 0.999) ?? 10
  const step = scale.name === 'count' ? Math.max(1, Math.ceil(factor * power)) : factor * power
  const first = Math.floor(lowest / step + 1e-9)
  const last = Math.ceil(reach / step - 1e-9)
  const all = Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)))
  const isShare = scale.name === 'per cent' && (all.at(-1) ?? 0) > 100
  const ticks = isShare ? all.filter((tick) => tick <= 100) : all
  return { ticks, bottom: ticks[0] ?? 0, top: isShare ? 100 : (ticks.at(-1) ?? 1) }
}
