import type { TargetInput } from './trend.js'

export interface Gauge {
  /** Shares of the gauge's width, 0 to 1. */
  value: number
  low: number
  high: number
  /** The interval goes on beyond the right end. */
  open: boolean
  targets: number[]
}

interface GaugeInput {
  value?: number | null
  low?: number | null
  high?: number | null
}

const headroom = 1.15
const widest = 2.5

/** The value within its interval, and the targets beside it, on a line from 0. Null when there is no interval to show. */
export function prepareGauge({ value, low, high }: GaugeInput, targets: readonly TargetInput[]): Gauge | null {
  if (value === null || value === undefined || low === null || low === undefined || high === null || high === undefined) return null
  const bounds = targets.flatMap((target) => [target.low, target.high]).filter((bound): bound is number => typeof bound === 'number')
  const near = bounds.filter((bound) => bound <= Math.max(value, 0) * widest || bound <= high)
  const end = Math.max(Math.min(high, Math.max(value, Number.EPSILON) * widest), value, ...near) * headroom
  if (end <= 0) return null
  const share = (amount: number) => Math.min(1, Math.max(0, amount / end))
  return { value: share(value), low: share(low), high: share(high), open: high > end, targets: near.map(share) }
}
