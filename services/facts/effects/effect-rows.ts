import type { FactRow } from '../fact-rows.js'
import type { Effect, Side } from './effects.js'
import type { EffectWindow } from './windows.js'

/** What tells one row of effects from another. */
export type EffectKey = { service: string; anchor: string; environment: string; deployment: string; sli: string; part_kind: string; part: string }

export type EffectPlace = { service: string; environment: string; window: EffectWindow; unit: string }

const MILLION = 1e6
const BILLION = 1e9

/** An effect as the table keeps it: counts in millionths, change in billionths. */
export function effectRow({ service, environment, window, unit }: EffectPlace, effect: Effect): FactRow & EffectKey {
  const { before, after, change } = effect
  return {
    service,
    anchor: new Date(window.rollout.anchor).toISOString(),
    environment,
    deployment: effect.deployment,
    sli: effect.sli,
    part_kind: effect.partKind,
    part: effect.part,
    before_from: instant(window.before.from),
    before_to: instant(window.before.to),
    after_from: instant(window.after.from),
    after_to: instant(window.after.to),
    ...sideColumns('before', before),
    ...sideColumns('after', after),
    unit,
    seasonal_weeks: change?.seasonalWeeks ?? 0,
    seasonal_ratio: change?.seasonalRatio ?? 1,
    dispersion: change?.dispersion ?? 1,
    expected: change?.expected ?? null,
    p_value: change?.pValue ?? null,
    change: change === null ? null : Math.round(change.change * BILLION),
    settled: effect.settled,
    regressed: effect.regressed,
    targets: effect.targets,
    targets_met: effect.targetsMet,
  }
}

function sideColumns(name: 'before' | 'after', { bad, total, value, quantiles, cost }: Side): FactRow {
  return {
    [`good_${name}`]: Math.round((total - bad) * MILLION),
    [`total_${name}`]: Math.round(total * MILLION),
    [`value_${name}`]: value,
    [`cost_${name}`]: Math.round(cost * MILLION),
    [`quantiles_${name}`]: quantiles.map((quantile) => Math.round(quantile * MILLION)),
  }
}

function instant(milliseconds: number): string {
  return new Date(milliseconds).toISOString()
}

/** The text by which rows are told apart; `anchor` in either of its spellings. */
export function effectKey({ service, anchor, environment, deployment, sli, part_kind, part }: EffectKey): string {
  return [service, Date.parse(anchor), environment, deployment, sli, part_kind, part].join('\n')
}
