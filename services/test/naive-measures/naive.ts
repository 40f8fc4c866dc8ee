import type { Dimension, MetricKey } from '../../metrics/measure.js'
import type { MetricOptions } from '../../metrics/options.js'
import type { Scope } from '../../metrics/scope.js'
import type { Facts, Incident, Place } from './facts.js'
import { localDate } from './local-label.js'

/** One thing that could count: when, under what, and whether it does (`counted`) or why it does not. */
export type NaiveRecord = { at: number; state: string; value: number; place: Place & { severity: string }; extra: Record<string, unknown> }

export type NaiveValue = { value: number | null; n: number; excluded: Record<string, number>; stats: Record<string, number | null> }

const CARRIED_OUT = ['succeeded', 'failed', 'rolled_back']
const STAGES = ['coding', 'review', 'mergeWait', 'build', 'approvalWait', 'deployWait', 'rollout']
const DAY_MS = 86_400_000

/** The measures that are computed here. */
export const NAIVE_KEYS: readonly MetricKey[] = [
  'deployment_frequency',
  'change_lead_time',
  'change_failure_rate',
  'time_to_mitigate',
  'release_incidents',
]

/** All that could count for a measure, whatever the window. */
export function naiveRecords(key: MetricKey, facts: Facts, scope: Scope, options: MetricOptions): NaiveRecord[] {
  return recordsOf(key, facts, options).filter(({ place }) => inScope(place, scope))
}

function recordsOf(key: MetricKey, facts: Facts, options: MetricOptions): NaiveRecord[] {
  if (key === 'deployment_frequency') return facts.deployments.map((fact) => record(fact, fact.anchor, frequencyState(fact), 1, {}))
  if (key === 'change_failure_rate') {
    return facts.deployments.map((fact) => {
      const byIncident = fact.incidentConfidence > 0 && fact.incidentConfidence >= options.minConfidence
      const failed = byIncident || fact.failureReasons.some((reason) => reason !== 'incident')
      return record(fact, fact.anchor, failureState(fact), failed ? 1 : 0, { byIncident, reasons: fact.failureReasons })
    })
  }
  if (key === 'change_lead_time') {
    return facts.changes.map((fact) => {
      const value = options.leadTimeClock === 'authored' ? Math.max(fact.leadTimeMs, fact.authoredLeadTimeMs) : fact.leadTimeMs
      const open = fact.state === 'no_baseline' && options.firstDeployment === 'include' ? 'counted' : fact.state
      const cluster = `${fact.service} ${fact.environment} ${fact.deployment}`
      return record(fact, fact.anchor, open === 'counted' && value < 0 ? 'clock_skew' : open, value, { cluster, stages: fact.stages })
    })
  }
  if (key === 'time_to_mitigate') {
    return facts.incidents.map((fact) => {
      const taken = (fact.mitigatedAt ?? 0) - (fact.detectedAt ?? 0)
      const whole = fact.mitigatedAt === null ? 'open' : fact.detectedAt === null ? 'no_detection' : taken < 0 ? 'clock_skew' : 'counted'
      return incidentRecord(fact, fact.mitigatedAt ?? fact.anchor, whole, taken, options)
    })
  }
  const incidents = facts.incidents.map((fact) => incidentRecord(fact, fact.anchor, 'counted', 1, options))
  return [...incidents, ...facts.deployments.map((fact) => record(fact, fact.anchor, failureState(fact) === 'counted' ? 'beside' : 'ignored', 0, {}))]
}

function record(place: Place & { severity?: string }, at: number, state: string, value: number, extra: Record<string, unknown>): NaiveRecord {
  return { at, state, value, place: { severity: '', ...place }, extra }
}

function incidentRecord(fact: Incident, at: number, whole: string, value: number, { minConfidence }: MetricOptions): NaiveRecord {
  const laidAt = fact.attributedService === '' ? fact : { ...fact, service: fact.attributedService, team: fact.attributedTeam }
  const state = fact.method === 'unrelated' ? 'unrelated' : fact.confidence < minConfidence ? 'low_confidence' : whole
  return record(laidAt, at, state, value, { recent: fact.method === 'recent' })
}

function frequencyState({ kind, outcome }: { kind: string; outcome: string }): string {
  if (kind === 'rollback' || kind === 'redeploy') return kind
  return outcome === 'succeeded' ? 'counted' : 'not_succeeded'
}

function failureState({ kind, outcome }: { kind: string; outcome: string }): string {
  if (kind === 'rollback' || kind === 'redeploy') return kind
  return CARRIED_OUT.includes(outcome) ? 'counted' : 'not_finished'
}

function inScope(place: Place, { teams, services, environments, regions, triggers }: Scope): boolean {
  return (
    (!teams || teams.includes(place.team)) &&
    (!services || services.includes(place.service)) &&
    (environments ? environments.includes(place.environment) : place.production) &&
    (!regions || regions.some((region) => place.regions.includes(region))) &&
    (!triggers || triggers.some((trigger) => trigger.toLowerCase() === place.trigger))
  )
}

/** Under which values of the dimensions a record counts; under several if it was in several regions. */
export function groupsOf({ place }: NaiveRecord, groupBy: readonly Dimension[]): string[][] {
  return groupBy.reduce<string[][]>(
    (groups, dimension) => groups.flatMap((group) => valuesOf(place, dimension).map((value) => [...group, value])),
    [[]],
  )
}

function valuesOf(place: NaiveRecord['place'], dimension: Dimension): string[] {
  if (dimension === 'REGION') return place.regions.length === 0 ? [''] : place.regions
  return [place[dimension.toLowerCase() as 'team' | 'service' | 'environment' | 'trigger' | 'tier' | 'kind' | 'severity']]
}

export type Span = { from: number; to: number; now: number; zone: string }

/** What the records of one group and span of time give. */
export function naiveValue(key: MetricKey, records: readonly NaiveRecord[], span: Span): NaiveValue {
  const counted = records.filter(({ state }) => state === 'counted')
  const excluded: Record<string, number> = {}
  for (const { state } of records) if (!['counted', 'beside', 'ignored'].includes(state)) excluded[state] = (excluded[state] ?? 0) + 1
  return { n: counted.length, excluded, ...numbersOf(key, counted, records, excluded, span) }
}

type Numbers = Pick<NaiveValue, 'value' | 'stats'>

function numbersOf(
  key: MetricKey,
  counted: readonly NaiveRecord[],
  records: readonly NaiveRecord[],
  excluded: Record<string, number>,
  span: Span,
): Numbers {
  const n = counted.length
  const seconds = counted.map(({ value }) => value / 1000).sort((a, b) => a - b)
  const having = (name: string) => counted.filter(({ extra }) => extra[name] === true).length
  if (key === 'deployment_frequency') return frequency(counted, span)
  if (key === 'change_failure_rate') {
    const failed = counted.filter(({ value }) => value === 1).length
    const by = (reason: string) => counted.filter(({ extra }) => (extra.reasons as string[]).includes(reason)).length
    return {
      value: n === 0 ? null : failed / n,
      stats: { failed, byOutcome: by('outcome'), byRollback: by('rolled_back_by'), byHotfix: by('hotfix'), byIncident: having('byIncident') },
    }
  }
  if (key === 'change_lead_time') {
    const stages = STAGES.map((name, index) => [name, mean(counted.map(({ extra }) => ((extra.stages as number[])[index] as number) / 1000))])
    const stats = {
      p75: quantile(seconds, 0.75),
      p90: quantile(seconds, 0.9),
      p95: quantile(seconds, 0.95),
      mean: mean(seconds),
      ...Object.fromEntries(stages),
    }
    return { value: quantile(seconds, 0.5), stats: { ...stats, deployments: new Set(counted.map(({ extra }) => extra.cluster)).size } }
  }
  if (key === 'time_to_mitigate')
    return { value: mean(seconds), stats: { median: quantile(seconds, 0.5), p90: quantile(seconds, 0.9), open: excluded.open ?? 0 } }
  const all = n + (excluded.unrelated ?? 0) + (excluded.low_confidence ?? 0)
  const beside = records.filter(({ state }) => state === 'beside').length
  return {
    value: n,
    stats: { shareOfAll: all === 0 ? null : n / all, per100Deployments: beside === 0 ? null : (n / beside) * 100, recent: having('recent') },
  }
}

function frequency(counted: readonly NaiveRecord[], { from, to, now, zone }: Span): Numbers {
  const n = counted.length
  const days = (Math.min(to, now) - from) / DAY_MS
  const times = counted.map(({ at }) => at).sort((a, b) => a - b)
  const gaps = times.slice(1).map((time, index) => (time - (times[index] as number)) / 1000)
  const by = (trigger: string) => counted.filter(({ place }) => place.trigger === trigger).length
  const deploymentDays = new Set(times.map((time) => localDate(time, zone))).size
  return {
    value: n,
    stats: {
      perDay: days > 0 ? n / days : null,
      human: by('human'),
      automatic: by('automatic'),
      schedule: by('schedule'),
      unknown: by('unknown'),
      medianGap: quantile(
        gaps.sort((a, b) => a - b),
        0.5,
      ),
      daysPerWeek: days > 0 ? (deploymentDays * 7) / days : null,
    },
  }
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length
}

/** Type 7, of sorted values. */
function quantile(sorted: readonly number[], p: number): number | null {
  if (sorted.length === 0) return null
  const place = (sorted.length - 1) * p
  const below = sorted[Math.floor(place)] as number
  const above = sorted[Math.ceil(place)] as number
  return below + (place - Math.floor(place)) * (above - below)
}
