import DataLoader from 'dataloader'
import { groupBy } from '../../domain/fold.js'
import { QUANTILES } from '../../slo/histogram.js'
import type { AnalyticsStore } from '../../store/analytics/analytics-store.js'
import type { DeploymentNode } from '../releases/rows.js'

export type Rollout = Pick<DeploymentNode, 'service' | 'environment' | 'id'>

type Side<Name extends 'before' | 'after'> = Record<`${Name}_from` | `${Name}_to` | `good_${Name}` | `total_${Name}` | `cost_${Name}`, string> &
  Record<`value_${Name}`, number | null> &
  Record<`quantiles_${Name}`, string[]>

type Row = Record<'service' | 'environment' | 'deployment' | 'sli' | 'part_kind' | 'part' | 'unit', string> &
  Record<'seasonal_weeks' | 'seasonal_ratio' | 'dispersion' | 'targets_met', number> &
  Record<'expected' | 'p_value', number | null> &
  Side<'before'> &
  Side<'after'> & { change: string | null; settled: boolean; regressed: boolean; targets: number[] }

export type EffectNode = ReturnType<typeof effectNode>
export type EffectLoader = DataLoader<Rollout, EffectNode[], string>

const loaders = new WeakMap<object, EffectLoader>()

/** The effects of rollouts, read together for one GraphQL request. */
export function effectLoader(context: object, analytics: AnalyticsStore): EffectLoader {
  const known = loaders.get(context)
  if (known) return known
  const made: EffectLoader = new DataLoader((rollouts) => loadEffects(analytics, rollouts), { cacheKeyFn: keyOf })
  loaders.set(context, made)
  return made
}

function keyOf({ service, environment, id }: Rollout): string {
  return `${service}\n${environment}\n${id}`
}

async function loadEffects(analytics: AnalyticsStore, rollouts: readonly Rollout[]): Promise<EffectNode[][]> {
  const rows = await analytics.query<Row>(
    `SELECT * FROM release_effects FINAL
     WHERE service IN {services:Array(String)} AND deployment IN {ids:Array(String)}
     ORDER BY sli, indexOf(['all', 'region', 'cohort'], part_kind), part`,
    { services: [...new Set(rollouts.map(({ service }) => service))], ids: rollouts.map(({ id }) => id) },
  )
  const groups = groupBy(rows, ({ service, environment, deployment }) => keyOf({ service, environment, id: deployment }))
  return rollouts.map((rollout) => (groups.get(keyOf(rollout)) ?? []).map(effectNode))
}

const MILLION = 1e6
const BILLION = 1e9

function effectNode(row: Row) {
  return {
    indicator: row.sli,
    unit: row.unit,
    part: row.part_kind.toUpperCase(),
    partName: row.part_kind === 'all' ? null : row.part,
    before: sideNode(row, 'before'),
    after: sideNode(row, 'after'),
    expectedBadRatio: row.expected,
    change: row.change === null ? null : Number(row.change) / BILLION,
    pValue: row.p_value,
    seasonalWeeks: row.seasonal_weeks,
    seasonalRatio: row.seasonal_ratio,
    dispersion: row.dispersion,
    settled: row.settled,
    regressed: row.regressed,
    objectives: row.targets.length,
    objectivesMet: row.targets_met,
  }
}

function sideNode(row: Row, side: 'before' | 'after') {
  const [good, total, cost] = [Number(row[`good_${side}`]) / MILLION, Number(row[`total_${side}`]) / MILLION, Number(row[`cost_${side}`]) / MILLION]
  return {
    from: row[`${side}_from`],
    to: row[`${side}_to`],
    good,
    total,
    badRatio: total > 0 ? 1 - good / total : null,
    value: row[`value_${side}`],
    quantiles: row[`quantiles_${side}`].map((value, index) => ({ name: QUANTILES[index]?.name ?? '', value: Number(value) / MILLION })),
    cost: cost === 0 ? null : cost,
    costPerRequest: cost === 0 || total === 0 ? null : cost / total,
  }
}
