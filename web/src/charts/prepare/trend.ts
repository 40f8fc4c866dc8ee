import type { Unit } from '../../generated/graphql.js'
import { chooseScale, niceTicks, type Scale } from './scale.js'

export type BucketState = 'complete' | 'partial' | 'immature'

export interface BucketInput {
  from: string
  to: string
  partial: boolean
  immature: boolean
  value: { value?: number | null; low?: number | null; high?: number | null; n: number }
}

export interface TargetInput {
  label: string
  low?: number | null
  high?: number | null
}

export interface TrendPoint {
  from: string
  to: string
  /** Middle of the bucket, epoch milliseconds. */
  at: number
  state: BucketState
  /** All in the unit of the scale; null is a gap. */
  value: number | null
  band: [number, number] | null
  settled: number | null
  /** The unsettled stretch, with the settled neighbour it starts from. */
  unsettled: number | null
  n: number
  raw: { value: number | null; low: number | null; high: number | null }
}

export interface TargetLine {
  label: string
  at: number
}

export interface Trend {
  unit: Unit
  scale: Scale
  points: TrendPoint[]
  domain: [number, number]
  ticks: number[]
  bottom: number
  top: number
  timeTicks: number[]
  targets: TargetLine[]
  hasValues: boolean
  hasPartial: boolean
  hasImmature: boolean
}

export interface TrendInput {
  unit: Unit
  buckets: readonly BucketInput[]
  targets: readonly TargetInput[]
  window: { from: string; to: string }
}

/** What a trend chart draws: points in readable units, gaps left open, unfinished buckets apart. */
export function prepareTrend({ unit, buckets, targets, window }: TrendInput): Trend {
  const largest = Math.max(0, ...buckets.flatMap(({ value }) => [value.value ?? 0, value.high ?? 0]))
  const scale = chooseScale(unit, Math.max(0, ...buckets.map(({ value }) => value.value ?? 0)) || largest)
  const points = joinUnsettled(buckets.map((bucket) => toPoint(bucket, scale)))
  const lines = targetLines(targets, scale)
  const { ticks, bottom, top } = niceTicks(visibleTop(points, lines, unit), scale, visibleBottom(points, unit))
  return {
    unit,
    scale,
    points,
    domain: timeDomain(buckets, window),
    ticks,
    bottom,
    top,
    timeTicks: timeTicks(points),
    targets: lines.filter(({ at }) => at >= bottom && at <= top),
    hasValues: points.some(({ value }) => value !== null),
    hasPartial: points.some(({ state }) => state === 'partial'),
    hasImmature: points.some(({ state }) => state === 'immature'),
  }
}

function toPoint(bucket: BucketInput, scale: Scale): TrendPoint {
  const { value = null, low = null, high = null, n } = bucket.value
  const state: BucketState = bucket.partial ? 'partial' : bucket.immature ? 'immature' : 'complete'
  const scaled = value === null ? null : value / scale.divisor
  return {
    from: bucket.from,
    to: bucket.to,
    at: (Date.parse(bucket.from) + Date.parse(bucket.to)) / 2,
    state,
    value: scaled,
    band: low === null || high === null || value === null ? null : [low / scale.divisor, high / scale.divisor],
    settled: state === 'complete' ? scaled : null,
    unsettled: state === 'complete' ? null : scaled,
    n,
    raw: { value, low, high },
  }
}

/** The dashed stretch touches the settled points beside it, so that the line does not look broken where nothing is missing. */
function joinUnsettled(points: TrendPoint[]): TrendPoint[] {
  return points.map((point, index) => {
    if (point.state !== 'complete' || point.value === null) return point
    const neighbours = [points[index - 1], points[index + 1]]
    const touches = neighbours.some((other) => other !== undefined && other.state !== 'complete' && other.value !== null)
    return touches ? { ...point, unsettled: point.value } : point
  })
}

function targetLines(targets: readonly TargetInput[], scale: Scale): TargetLine[] {
  return targets.flatMap(({ label, low = null, high = null }) =>
    [low, high].filter((bound): bound is number => bound !== null).map((bound) => ({ label, at: bound / scale.divisor })),
  )
}

const bandHeadroom = 2.2

/** Bands may run off the top when they are far wider than the values, but for counts; targets count only when near. */
function visibleTop(points: readonly TrendPoint[], lines: readonly TargetLine[], unit: Unit): number {
  const highestValue = Math.max(0, ...points.map(({ value }) => value ?? 0))
  const highestBand = Math.max(0, ...points.map(({ band }) => band?.[1] ?? 0))
  const top = highestValue === 0 || unit === 'COUNT' ? highestBand : Math.min(highestBand, highestValue * bandHeadroom)
  const reach = Math.max(highestValue, top)
  const near = lines.map(({ at }) => at).filter((at) => reach === 0 || at <= reach * 2)
  return Math.max(reach, ...near)
}

const nearlyAll = 90

/** Below 0 where a value is; near the values where all are shares of nearly everything, of which only the rest tells anything. */
function visibleBottom(points: readonly TrendPoint[], unit: Unit): number {
  const values = points.flatMap(({ value, band }) => [value ?? [], band?.[0] ?? []].flat())
  const lowest = Math.min(...values)
  if (unit === 'RATIO' && values.length > 0 && lowest >= nearlyAll && lowest < 100) return lowest
  return values.length > 0 ? Math.min(0, lowest) : 0
}

function timeDomain(buckets: readonly BucketInput[], window: { from: string; to: string }): [number, number] {
  const first = buckets[0]
  const last = buckets.at(-1)
  if (!first || !last) return [Date.parse(window.from), Date.parse(window.to)]
  return [Math.min(Date.parse(first.from), Date.parse(window.from)), Math.max(Date.parse(last.to), Date.parse(window.to))]
}

const mostTimeTicks = 6

function timeTicks(points: readonly TrendPoint[]): number[] {
  const step = Math.max(1, Math.ceil(points.length / mostTimeTicks))
  return points.filter((_, index) => index % step === 0).map(({ at }) => at)
}
