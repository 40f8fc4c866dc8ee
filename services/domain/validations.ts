import type { CanonicalEvent } from './event.js'
import { dataOf } from './event-data.js'
import { groupBy } from './fold.js'
import { compareText, instantOf, type Instant } from './instant.js'
import { effectiveAt } from './deployment.js'
import { takesEffect, type Placed } from './timeline.js'
import type { WorkspaceRules } from './facts.js'
import { effectsOn, type SliEffect, type SliEffects } from './sli-effect.js'

/** What one check of a rollout said first and last. */
export type Validation = { name: string; first: boolean; last: boolean }

type Result = {
  name: string
  passed: boolean
  at: Instant
  environment: string | null
  version: string | null
  digest: string | null
  deployment: string | null
  tie: string
}

const PASSED = new Set(['passed', 'pass', 'success', 'succeeded', 'successful', 'ok'])
const FAILED = new Set(['failed', 'fail', 'failure', 'error', 'errored', 'timed_out'])

/**
 * The validations of each rollout: tests and gates that ended in a verdict after it began and before the next one began, and
 * its indicators in the minutes after it. What names a version, digest or deployment belongs to the rollout it names.
 * `placed` is one service's, in time order.
 */
export function validationsOf(
  placed: readonly Placed[],
  events: readonly CanonicalEvent[],
  rules: WorkspaceRules,
  effects: SliEffects,
): Map<Placed, Validation[]> {
  const results = events.flatMap(resultOf).sort((a, b) => a.at - b.at || compareText(a.tie, b.tie))
  const found = new Map<Placed, Result[]>()
  for (const result of results) {
    const entry = placed.findLast((candidate) => isOf(result, candidate, rules))
    if (!entry) continue
    const own = found.get(entry)
    if (own) own.push(result)
    else found.set(entry, [result])
  }
  const all = placed.map((entry) => [entry, [...(found.get(entry) ?? []), ...resultsOfEffects(effectsOn(effects, entry.report))]] as const)
  return new Map(all.map(([entry, own]) => [entry, byName([...own].sort((a, b) => a.at - b.at))]))
}

function resultsOfEffects(effects: readonly SliEffect[]): Pick<Result, 'name' | 'passed' | 'at'>[] {
  return effects.flatMap(({ sli, passed, afterTo }) => (passed === null ? [] : [{ name: sli, passed, at: afterTo }]))
}

function resultOf(event: CanonicalEvent): Result[] {
  const at = instantOf(event.time)
  const data = dataOf(event)
  const passed = event.type === 'test.finished' ? verdictOfStatus(data.status) : event.type === 'gate.decided' ? verdictOfGate(data) : null
  if (at === null || passed === null) return []
  const text = (field: string) => (typeof data[field] === 'string' && data[field] !== '' ? (data[field] as string) : null)
  return [
    {
      name: event.type === 'gate.decided' ? `gate ${text('policy') ?? ''}`.trim() : (text('name') ?? ''),
      passed,
      at,
      environment: text('environment'),
      version: text('version'),
      digest: text('digest') ?? text('artifactDigest'),
      deployment: text('deployment'),
      tie: `${event.contentHash}\n${event.source}\n${event.id}`,
    },
  ]
}

function verdictOfStatus(status: unknown): boolean | null {
  const word = String(status).toLowerCase()
  return PASSED.has(word) ? true : FAILED.has(word) ? false : null
}

/** A pause is no verdict on the release yet. */
function verdictOfGate({ verdict, mode }: Record<string, unknown>): boolean | null {
  if (mode === 'shadow' || verdict === 'pause') return null
  return verdict === 'continue'
}

function isOf(result: Result, { report }: Placed, rules: WorkspaceRules): boolean {
  if (!takesEffect(report) || effectiveAt(report) > result.at) return false
  if (result.environment === null ? !rules.isProduction(report.environment) : report.environment !== result.environment) return false
  if (result.deployment !== null) return report.parts.some((part) => part.deployment === result.deployment)
  if (result.digest !== null && report.artifactDigest !== null) return result.digest === report.artifactDigest
  return result.version === null || report.version === null || result.version === report.version
}

function byName(results: readonly Pick<Result, 'name' | 'passed'>[]): Validation[] {
  return [...groupBy(results, (result) => result.name)]
    .sort(([a], [b]) => compareText(a, b))
    .map(([name, own]) => ({ name, first: own[0]?.passed ?? false, last: own.at(-1)?.passed ?? false }))
}
