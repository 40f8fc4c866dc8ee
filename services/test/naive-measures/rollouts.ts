import { PROVENANCE_FIELDS, type MetricOptions } from '../../metrics/options.js'
import { incidentsLaidAt } from './blame.js'
import { durations } from './durations.js'
import type { Deployment, Facts } from './facts.js'
import { localDate } from './local-label.js'
import { countOf, mean, quantile, record, share, type NaiveRecord, type Numbers, type Span } from './records.js'

const DAY_MS = 86_400_000
const ENDED = ['succeeded', 'failed', 'rolled_back']

export function frequencyRecords(facts: Facts, options: MetricOptions): NaiveRecord[] {
  return facts.deployments.map((fact) => {
    const state = isReturn(fact) ? fact.kind : fact.outcome === 'succeeded' ? 'counted' : 'not_succeeded'
    return record(fact, options, { at: fact.anchor, state, value: 1 })
  })
}

export function frequencyNumbers(counted: readonly NaiveRecord[], options: MetricOptions, { from, to, now, zone }: Span): Numbers {
  const n = counted.length
  const days = (Math.min(to, now) - from) / DAY_MS
  const times = counted.map(({ at }) => at).sort((a, b) => a - b)
  const gaps = times.slice(1).map((time, index) => (time - (times[index] as number)) / 1000)
  const by = (trigger: string) => countOf(counted, ({ place }) => place.trigger === trigger)
  const deploymentDays = new Set(times.map((time) => localDate(time, zone))).size
  const divisor = options.emptyPeriods === 'skip' ? deploymentDays : days
  return {
    value: n,
    stats: {
      perDay: divisor > 0 ? n / divisor : null,
      human: by('human'),
      automatic: by('automatic'),
      schedule: by('schedule'),
      unknown: by('unknown'),
      medianGap: quantile(gaps, 0.5),
      daysPerWeek: days > 0 ? (deploymentDays * 7) / days : null,
    },
  }
}

function isReturn({ kind }: Deployment): boolean {
  return kind === 'rollback' || kind === 'redeploy'
}

/** 'counted' where failures are divided by it, or why not. */
export function divides(fact: Deployment, { failureDenominator }: MetricOptions): string {
  if (failureDenominator === 'succeeded') return fact.outcome === 'succeeded' ? 'counted' : 'not_succeeded'
  if (fact.kind === 'rollback') return 'rollback'
  if (fact.kind === 'redeploy' && failureDenominator !== 'non_rollback') return 'redeploy'
  if (!ENDED.includes(fact.outcome)) return 'not_finished'
  return failureDenominator === 'with_known_commit' && fact.commit === '' ? 'no_commit' : 'counted'
}

/** Which of the signals that count under the options say that a rollout failed. */
function failureSigns(fact: Deployment, facts: Facts, options: MetricOptions): Record<string, boolean> {
  const says = {
    outcome: fact.outcome === 'failed' || fact.outcome === 'rolled_back',
    rollback: (options.rollbackBlames === 'replaced' ? fact.rolledBackBy : fact.rolledBackByFirstAfter) !== '',
    hotfix: fact.hotfixedBy !== '',
    revert: fact.revertedBy !== '',
    incident: incidentsLaidAt(fact, facts, options).length > 0,
  }
  return Object.fromEntries(Object.entries(says).filter(([signal]) => options.failureSignals.some((heard) => heard === signal)))
}

function hasFailed(fact: Deployment, facts: Facts, options: MetricOptions): boolean {
  return Object.values(failureSigns(fact, facts, options)).includes(true)
}

export function failureRecords(facts: Facts, options: MetricOptions): NaiveRecord[] {
  const rollouts = facts.deployments.map((fact) => {
    const extra = failureSigns(fact, facts, options)
    return record(fact, options, { at: fact.anchor, state: divides(fact, options), value: Object.values(extra).includes(true) ? 1 : 0, extra })
  })
  if (options.attributionMatch !== 'none' || !options.failureSignals.includes('incident')) return rollouts
  const beside = facts.incidents.map((fact) => {
    const told = { ...fact, regions: [], trigger: '', kind: '' }
    return record(told, options, { at: fact.anchor, state: 'beside', value: 1, extra: { incident: true } })
  })
  return [...rollouts, ...beside]
}

export function failureNumbers(counted: readonly NaiveRecord[], records: readonly NaiveRecord[]): Numbers {
  const n = counted.length
  const beside = records.filter(({ state }) => state === 'beside')
  const failed = countOf([...counted, ...beside], ({ value }) => value === 1)
  const by = (reason: string, of = counted) => countOf(of, ({ extra }) => extra[reason] === true)
  const value = n === 0 && failed > 0 ? failed : share(failed, n)
  const stats = {
    failed,
    byOutcome: by('outcome'),
    byRollback: by('rollback'),
    byHotfix: by('hotfix'),
    byRevert: by('revert'),
    byIncident: by('incident', [...counted, ...beside]),
  }
  return { value, stats }
}

export function recoveryRecords(facts: Facts, options: MetricOptions): NaiveRecord[] {
  return facts.deployments
    .filter((fact) => hasFailed(fact, facts, options))
    .map((fact) => {
      const laid = incidentsLaidAt(fact, facts, options)
      const recovered = laid.length === 0 ? firstRemedy(fact, options) : lastMitigation(laid)
      const failed = failureStart(fact, laid, options)
      const divided = divides(fact, options)
      const inOrder = failed === null ? 'no_failure_start' : recovered === null ? 'not_recovered' : recovered < failed ? 'clock_skew' : 'counted'
      return record(fact, options, {
        at: Math.min(Math.max(recovered ?? fact.anchor, fact.anchor), fact.anchor + 30 * DAY_MS),
        state: divided === 'counted' ? inOrder : divided,
        value: (recovered ?? 0) - (failed ?? 0),
        extra: { incident: laid.length > 0 },
      })
    })
}

type Laid = ReturnType<typeof incidentsLaidAt>

function least(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null)
  return known.length === 0 ? null : Math.min(...known)
}

function lastMitigation(laid: Laid): number | null {
  const mitigated = laid.map(({ mitigatedAt }) => mitigatedAt)
  return mitigated.includes(null) ? null : Math.max(...(mitigated as number[]))
}

function firstRemedy(fact: Deployment, { failureSignals, rollbackBlames }: MetricOptions): number | null {
  const remedies = {
    outcome: fact.restoredAt,
    rollback: rollbackBlames === 'replaced' ? fact.rolledBackAt : fact.rolledBackFirstAfterAt,
    hotfix: fact.hotfixedAt,
    revert: fact.revertedAt,
    incident: null,
  }
  return least(failureSignals.map((signal) => remedies[signal]))
}

function failureStart(fact: Deployment, laid: Laid, { recoveryClock }: MetricOptions): number | null {
  const finished = fact.outcome === 'running' ? null : fact.anchor
  const started = least(laid.map(({ startedAt }) => startedAt))
  if (recoveryClock === 'deployment_finish') return finished
  if (recoveryClock === 'incident_start') return started ?? finished
  if (recoveryClock === 'detected') return least(laid.map(({ detectedAt }) => detectedAt)) ?? started ?? finished
  return least([finished, started, fact.outcome === 'rolled_back' ? fact.decisionAt : null])
}

export function recoveryNumbers(counted: readonly NaiveRecord[], open: number, options: MetricOptions, zone: string): Numbers {
  const { value, stats } = durations(counted, options, 'median_interpolated', zone)
  return { value, stats: { ...stats, byIncident: countOf(counted, ({ extra }) => extra.incident === true), open } }
}

export function reworkRecords(facts: Facts, options: MetricOptions): NaiveRecord[] {
  return facts.deployments.map((fact) =>
    record(fact, options, { at: fact.anchor, state: divides(fact, options), value: fact.kind === 'hotfix' ? 1 : 0 }),
  )
}

export function rollbackRecords(facts: Facts, options: MetricOptions): NaiveRecord[] {
  return facts.deployments
    .filter(({ kind, outcome }) => kind === 'rollback' || outcome === 'rolled_back')
    .map((fact) => {
      const value = fact.decisionAt === null ? 0 : fact.anchor - fact.decisionAt
      const decided = fact.decisionAt === null ? 'no_decision' : value < 0 ? 'clock_skew' : 'counted'
      const done = ['succeeded', 'rolled_back'].includes(fact.outcome)
      const state = fact.outcome === 'running' ? 'not_finished' : done ? decided : 'rollback_failed'
      return record(fact, options, { at: fact.anchor, state, value, extra: { automated: fact.decisionAutomated } })
    })
}

export function rollbackNumbers(counted: readonly NaiveRecord[], options: MetricOptions, zone: string): Numbers {
  const { value, stats } = durations(counted, options, 'median_interpolated', zone)
  const { high: most } = options.targets.time_to_rollback ?? { high: 600 }
  const taken = (automated: boolean) => counted.filter(({ extra }) => extra.automated === automated).map((one) => one.value / 1000)
  return {
    value,
    stats: {
      ...stats,
      automated: taken(true).length,
      manual: taken(false).length,
      automatedMedian: quantile(taken(true), 0.5),
      manualMedian: quantile(taken(false), 0.5),
      withinTarget:
        most === undefined
          ? null
          : share(
              countOf(counted, (one) => one.value <= most * 1000),
              counted.length,
            ),
    },
  }
}

export function validationRecords(facts: Facts, options: MetricOptions): NaiveRecord[] {
  return facts.deployments.map((fact) => {
    const ended = isReturn(fact) ? fact.kind : ENDED.includes(fact.outcome) ? null : 'not_finished'
    const state = ended ?? (fact.validations.length === 0 ? 'not_validated' : 'counted')
    const unseen = fact.slis.filter((sli) => !fact.validations.some(({ name }) => name === sli)).length
    const extra = { first: fact.validations.every(({ first }) => first), expected: fact.slis.length, unseen }
    return record(fact, options, { at: fact.anchor, state, value: fact.validations.every(({ last }) => last) ? 1 : 0, extra })
  })
}

export function validationNumbers(counted: readonly NaiveRecord[], records: readonly NaiveRecord[]): Numbers {
  const n = counted.length
  const released = records.filter(({ state }) => state === 'counted' || state === 'not_validated')
  const sum = (name: string) => released.reduce((total, { extra }) => total + (extra[name] as number), 0)
  const passed = countOf(counted, ({ value }) => value === 1)
  return {
    value: share(passed, n),
    stats: {
      passed,
      firstTry: share(
        countOf(counted, ({ extra }) => extra.first === true),
        n,
      ),
      validatedOfReleased: share(n, released.length),
      expectedSeen: share(sum('expected') - sum('unseen'), sum('expected')),
      neverSeen: sum('unseen'),
    },
  }
}

export function provenanceRecords(facts: Facts, options: MetricOptions): NaiveRecord[] {
  const { requiredProvenance, provenanceState } = options
  return facts.deployments.map((fact) => {
    const required = requiredProvenance.byTier[fact.tier] ?? requiredProvenance.default
    const stateOf = (field: string) => fact.provenance[field] ?? 'absent'
    const enough = (field: string) => stateOf(field) === 'verified' || (provenanceState === 'present' && stateOf(field) === 'present')
    const met = fact.digest === '' ? [] : required.filter(enough)
    const state = fact.outcome !== 'succeeded' ? 'not_succeeded' : required.length === 0 ? 'nothing_required' : 'counted'
    const extra = {
      digest: fact.digest !== '',
      share: required.length === 0 ? 0 : met.length / required.length,
      states: Object.fromEntries(required.map((field) => [field, stateOf(field)])),
    }
    return record(fact, options, { at: fact.anchor, state, value: met.length === required.length ? 1 : 0, extra })
  })
}

export function provenanceNumbers(counted: readonly NaiveRecord[]): Numbers {
  const complete = countOf(counted, ({ value }) => value === 1)
  const having = (field: string, state: string) => countOf(counted, ({ extra }) => (extra.states as Record<string, string>)[field] === state)
  const states = ['verified', 'present', 'invalid', 'absent']
  const fields = PROVENANCE_FIELDS.flatMap((field) => states.map((state) => [`${field}.${state}`, having(field, state)]))
  return {
    value: share(complete, counted.length),
    stats: {
      complete,
      withoutDigest: countOf(counted, ({ extra }) => extra.digest === false),
      meanShareOfFields: mean(counted.map(({ extra }) => extra.share as number)),
      ...Object.fromEntries(fields),
    },
  }
}
