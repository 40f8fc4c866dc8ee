import { groupBy } from '../../domain/fold.js'
import { QUANTILES, quantileOf, type Buckets } from '../../slo/histogram.js'
import { discoveries } from '../../slo/regression/false-discovery.js'
import { judgeChange, type BadCounts, type Change } from '../../slo/regression/regression.js'
import type { Comparison } from '../../slo/slo.js'
import { SEASON_WEEKS, type Minute, type Told } from './window-minutes.js'

/** An objective by which the minutes after a rollout are validated. */
export type Target = { sli: string; target: number; op: Comparison | null; value: number | null }

/** One side of a rollout; `value` is the mean of a gauge. */
export type Side = BadCounts & { value: number | null; quantiles: number[]; cost: number }

export type PartKind = 'all' | 'region' | 'cohort'

/** What became of one indicator after a rollout, as a whole or in one region or cohort. */
export type Effect = {
  deployment: string
  sli: string
  partKind: PartKind
  part: string
  before: Side
  after: Side
  change: Change | null
  settled: boolean
  regressed: boolean
  targets: number[]
  targetsMet: number
}

const FALSE_DISCOVERIES = 0.01

/** The effects of one rollout. One that is not settled has not regressed: a verdict is spoken once, over all its minutes. */
export function effectsOf(told: readonly Told[], { targets, settled }: { targets: readonly Target[]; settled: boolean }): Effect[] {
  const effects = [...groupBy(told, ({ sli }) => sli)].flatMap(([sli, own]) => {
    const judged = targets.filter((target) => target.sli === sli)
    const parts = partsOf(own).filter((part) => part.told.some(({ week }) => week === 0))
    return parts.map(({ partKind, part, told: within }) => effectOf(within, { sli, partKind, part, targets: judged, settled }))
  })
  const judged = effects.filter((effect) => effect.change !== null)
  const found = discoveries(
    judged.map(({ change }) => change?.pValue ?? 1),
    FALSE_DISCOVERIES,
  )
  const regressed = new Set(settled ? judged.filter(({ change }, index) => found[index] && change?.isBeyondTolerance) : [])
  return effects.map((effect) => (regressed.has(effect) ? { ...effect, regressed: true } : effect))
}

type Part = { partKind: PartKind; part: string; told: readonly Told[] }

/** The whole, and where it has several regions or cohorts, each of them. */
function partsOf(told: readonly Told[]): Part[] {
  const by = (partKind: 'region' | 'cohort'): Part[] => {
    const groups = [...groupBy(told, (one) => one[partKind])]
    return groups.length > 1 ? groups.map(([part, own]) => ({ partKind, part, told: own })) : []
  }
  return [{ partKind: 'all', part: '', told }, ...by('region'), ...by('cohort')]
}

type About = Pick<Effect, 'sli' | 'partKind' | 'part' | 'settled'> & { targets: readonly Target[] }

function effectOf(told: readonly Told[], { targets, ...about }: About): Effect {
  const minutesOf = (week: number, isAfter: boolean) => pooled(told.filter((one) => one.week === week && one.isAfter === isAfter))
  const weeks = Array.from({ length: SEASON_WEEKS }, (_, index) => ({ before: minutesOf(index + 1, false), after: minutesOf(index + 1, true) }))
  const now = told.filter(({ week }) => week === 0)
  const [before, after] = [false, true].map((isAfter) => sideOf(now.filter((one) => one.isAfter === isAfter))) as [Side, Side]
  const minutesAfter = minutesOf(0, true)
  const judged = targets.filter(({ op }) => (op === null ? after.total > 0 : after.value !== null))
  return {
    ...about,
    deployment: told[0]?.deployment ?? '',
    before,
    after,
    change: judgeChange(before, after, weeks),
    regressed: false,
    targets: judged.map(({ target }) => target),
    targetsMet: judged.filter((target) => isMet(target, after, minutesAfter)).length,
  }
}

function pooled(told: readonly Told[]): Minute[] {
  const byMinute = new Map<number, Minute>()
  for (const one of told.flatMap(({ minutes }) => minutes)) byMinute.set(one.minute, added(byMinute.get(one.minute) ?? emptyMinute(one.minute), one))
  return [...byMinute.values()].sort((a, b) => a.minute - b.minute)
}

function emptyMinute(minute: number): Minute {
  return { minute, bad: 0, total: 0, values: 0, valueCount: 0 }
}

function added(a: Minute, b: Minute): Minute {
  return { minute: a.minute, bad: a.bad + b.bad, total: a.total + b.total, values: a.values + b.values, valueCount: a.valueCount + b.valueCount }
}

function sideOf(told: readonly Told[]): Side {
  const { bad, total, values, valueCount } = pooled(told).reduce(added, emptyMinute(0))
  const buckets: Buckets = told.reduce((all, one) => {
    for (const [index, count] of one.buckets) all.set(index, (all.get(index) ?? 0) + count)
    return all
  }, new Map<number, number>())
  const quantiles = QUANTILES.flatMap(({ level }) => quantileOf(buckets, level) ?? [])
  return { bad, total, value: valueCount > 0 ? values / valueCount : null, quantiles, cost: told.reduce((sum, { cost }) => sum + cost, 0) }
}

const COMPARES: Record<Comparison, (value: number, limit: number) => boolean> = {
  lt: (value, limit) => value < limit,
  lte: (value, limit) => value <= limit,
  gt: (value, limit) => value > limit,
  gte: (value, limit) => value >= limit,
}

/** Whether the share of good events, or of minutes whose mean is good, reached the target. */
function isMet({ target, op, value }: Target, after: Side, minutes: readonly Minute[]): boolean {
  if (op === null || value === null) return (after.total - after.bad) / after.total >= target
  const told = minutes.filter(({ valueCount }) => valueCount > 0)
  const good = told.filter(({ values, valueCount }) => COMPARES[op](values / valueCount, value))
  return good.length / told.length >= target
}
