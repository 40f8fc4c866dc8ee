import type { MetricOptions } from '../../metrics/options.js'
import { durations } from './durations.js'
import type { Change, Facts } from './facts.js'
import { countOf, mean, record, share, type NaiveRecord, type Numbers } from './records.js'

const STAGES = ['coding', 'review', 'mergeWait', 'build', 'approvalWait', 'deployWait', 'rollout']
/** The stage in which each clock starts. */
const STARTS = { authored: 0, committed: 0, opened: 1, merged: 3 }

export function leadTimeRecords(facts: Facts, options: MetricOptions): NaiveRecord[] {
  const inEach = options.productionEnvironments === 'each'
  const told = facts.changes.map((change) => ({ ...change, state: inEach ? change.environmentState : change.state }))
  const changes = options.leadTimeUnit === 'commit' ? told : pullRequests(told)
  const known = changes.map((change) => {
    const value = valueOf(change, options)
    const cluster = `${change.service} ${change.environment} ${change.deployment}`
    return record(change, options, {
      at: change.anchor,
      state: stateOf(change, value, options),
      value: value ?? 0,
      extra: { cluster, stages: stagesOf(change, value ?? 0, options) },
    })
  })
  const incomplete = facts.deployments.filter(({ unknownChanges, unknownInEnvironment }) => (inEach ? unknownInEnvironment : unknownChanges))
  return [...known, ...incomplete.map((rollout) => record(rollout, options, { at: rollout.anchor, state: 'unknown_changes', value: 0 }))]
}

/** Each pull request of a rollout by its earliest commit; commits of none by themselves. */
function pullRequests(changes: readonly Change[]): Change[] {
  const kept = changes.filter(({ state }) => state !== 'already_in_production' && state !== 'path_filtered')
  const first = new Map<string, Change>()
  for (const change of kept) {
    const { service, environment, deployment, pullRequest, sha } = change
    const key = [service, environment, deployment, pullRequest === 0 ? sha : pullRequest].join('\n')
    const known = first.get(key)
    if (!known || isEarlier(change, known)) first.set(key, change)
  }
  return [...first.values()]
}

function isEarlier(a: Change, b: Change): boolean {
  const [first, second] = [a.committedAt ?? Infinity, b.committedAt ?? Infinity]
  return first < second || (first === second && a.sha < b.sha)
}

function valueOf(change: Change, { leadTimeClock }: MetricOptions): number | null {
  if (leadTimeClock === 'merged') return change.mergedAt === null ? null : change.anchor - change.mergedAt
  if (leadTimeClock === 'opened') return change.openedAt === null ? null : change.anchor - change.openedAt
  return leadTimeClock === 'authored' ? Math.max(change.leadTimeMs, change.authoredLeadTimeMs) : change.leadTimeMs
}

function stateOf(change: Change, value: number | null, { leadTimeUnit, leadTimeClock, firstDeployment }: MetricOptions): string {
  const byPullRequest = leadTimeClock === 'merged' || leadTimeClock === 'opened'
  const passing = [
    'counted',
    firstDeployment === 'include' ? 'no_baseline' : '',
    leadTimeUnit === 'pull_request' ? 'merge_commit' : '',
    byPullRequest ? 'clock_skew' : '',
    byPullRequest ? 'no_commit_time' : '',
  ]
  if (!passing.includes(change.state)) return change.state
  if (leadTimeUnit === 'pull_request' && change.pullRequest === 0) return 'no_pull_request'
  if (value === null) return 'no_pull_request'
  return value < 0 ? 'clock_skew' : 'counted'
}

/** Milliseconds; null where the stage is not known, or over before the clock starts. */
function stagesOf(change: Change, value: number, { leadTimeClock }: MetricOptions): (number | null)[] {
  const start = STARTS[leadTimeClock]
  const later = change.stages.slice(start + 1).reduce((sum, stage) => sum + stage, 0)
  return change.stages.map((stage, index) => {
    if (index < start || !change.knownStages[index]) return null
    return index === start ? value - later : stage
  })
}

export function leadTimeNumbers(counted: readonly NaiveRecord[], records: readonly NaiveRecord[], options: MetricOptions, zone: string): Numbers {
  const { value, stats } = durations(counted, options, 'median_interpolated', zone)
  const lacking = countOf(records, ({ state }) => ['no_commit_time', 'no_pull_request', 'unknown_changes'].includes(state))
  const coverage = share(counted.length, counted.length + lacking)
  const deployments = new Set(counted.map(({ extra }) => extra.cluster)).size
  return { value, coverage, stats: { ...stats, ...stageStats(counted), deployments } }
}

function stageStats(counted: readonly NaiveRecord[]): Record<string, number | null> {
  const stagesOfEach = counted.map(({ value, extra }) => ({ value, stages: extra.stages as (number | null)[] }))
  const parts = STAGES.map((_, index) => stagesOfEach.map(({ stages }) => stages[index] ?? null))
  const rests = stagesOfEach.map(({ value, stages }) => stages.reduce<number>((rest, stage) => rest - (stage ?? 0), value))
  const isKnown = (part: number | null) => part !== null
  const perChange = (part: readonly (number | null)[]) => (part.some(isKnown) ? mean(part.map((ms) => (ms ?? 0) / 1000)) : null)
  return {
    ...Object.fromEntries(STAGES.map((name, index) => [name, perChange(parts[index] ?? [])])),
    ...Object.fromEntries(STAGES.map((name, index) => [`${name}Known`, share((parts[index] ?? []).filter(isKnown).length, counted.length)])),
    unknownStages: perChange(rests),
  }
}
