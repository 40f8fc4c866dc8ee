import type { MetricOptions } from '../../metrics/options.js'
import { asDerived, blameOf } from './blame.js'
import { durations } from './durations.js'
import type { Facts, Incident } from './facts.js'
import { countOf, record, share, type NaiveRecord, type Numbers } from './records.js'
import { divides } from './rollouts.js'

const FOUR_WEEKS_MS = 28 * 86_400_000

/** Incidents under what they are laid at, or their own service; `whole` is what else decides about those that are laid at something. */
function incidentRecord(fact: Incident, facts: Facts, options: MetricOptions, whole: { at: number; state: string; value: number }): NaiveRecord {
  const blame = blameOf(fact, facts, options)
  const stored = blame !== null || fact.method === 'unrelated' ? fact : { ...fact, regions: [], trigger: '', kind: '' }
  // The environment stays that of the incident.
  const told = blame ? { ...fact, ...underBlame(fact, blame) } : stored
  const anyway = options.attributionMatch === 'none'
  const state = anyway ? whole.state : blame === null ? 'unrelated' : blame.confidence < options.minConfidence ? 'low_confidence' : whole.state
  return record(told, options, {
    ...whole,
    state,
    extra: { recent: blame?.method === 'recent', chance: fact.recentChanceMs / FOUR_WEEKS_MS, impact: fact.impact },
  })
}

function underBlame(fact: Incident, blame: NonNullable<ReturnType<typeof blameOf>>) {
  const { regions, trigger, kind } = blame
  if (blame.service === '') return { regions, trigger, kind, service: fact.service, team: fact.team, teamThen: fact.teamThen, tier: fact.tier }
  return { regions, trigger, kind, service: blame.service, team: blame.team, teamThen: blame.teamThen, tier: blame.tier }
}

export function mitigationRecords(facts: Facts, options: MetricOptions): NaiveRecord[] {
  return facts.incidents.map((fact) => {
    const value = (fact.mitigatedAt ?? 0) - (fact.detectedAt ?? 0)
    const state = fact.mitigatedAt === null ? 'open' : fact.detectedAt === null ? 'no_detection' : value < 0 ? 'clock_skew' : 'counted'
    return incidentRecord(fact, facts, options, { at: fact.mitigatedAt ?? fact.anchor, state, value })
  })
}

export function mitigationNumbers(counted: readonly NaiveRecord[], open: number, options: MetricOptions, zone: string): Numbers {
  const { value, stats } = durations(counted, options, 'mean', zone)
  return { value, stats: { median: stats.median, mean: stats.mean, p90: stats.p90, open } }
}

export function releaseIncidentRecords(facts: Facts, options: MetricOptions): NaiveRecord[] {
  const incidents = facts.incidents.map((fact) => incidentRecord(fact, facts, options, { at: fact.anchor, state: 'counted', value: 1 }))
  // Set against rollouts by one rule, whatever failures are divided by.
  const finished = { ...options, failureDenominator: 'finished' as const }
  const rollouts = facts.deployments.map((fact) =>
    record(fact, options, { at: fact.anchor, state: divides(fact, finished) === 'counted' ? 'context' : 'ignored', value: 0 }),
  )
  return [...incidents, ...rollouts]
}

export function releaseIncidentNumbers(counted: readonly NaiveRecord[], records: readonly NaiveRecord[], options: MetricOptions): Numbers {
  const n = counted.length
  const others = countOf(records, ({ state }) => state === 'unrelated' || state === 'low_confidence')
  const perRollout = share(
    n,
    countOf(records, ({ state }) => state === 'context'),
  )
  const chances = records.map(({ extra }) => (extra.chance as number | undefined) ?? 0)
  const impacts = counted.map(({ extra }) => extra.impact as Incident['impact']).filter((impact) => impact !== null && impact !== undefined)
  const sum = (values: readonly number[]) => (values.length === 0 ? null : values.reduce((total, value) => total + value, 0))
  const currencies = [...new Set(impacts.map(({ currency }) => currency))]
  const costs = currencies.map((currency) => {
    const own = impacts.filter((impact) => impact.currency === currency)
    return [`cost.${currency}`, (sum(own.map(({ cost }) => cost)) as number) / 10_000]
  })
  return {
    value: n,
    stats: {
      shareOfAll: share(n, n + others),
      per100Deployments: perRollout === null ? null : perRollout * 100,
      recent: countOf(counted, ({ extra }) => extra.recent === true),
      recentByChance: asDerived(options) && options.minConfidence === 0.5 ? chances.reduce((total, chance) => total + chance, 0) : null,
      customers: sum(impacts.map(({ customers }) => customers)),
      impactTime: sum(impacts.map(({ seconds }) => seconds)),
      ...Object.fromEntries(costs),
    },
  }
}
