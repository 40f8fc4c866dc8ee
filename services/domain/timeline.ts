import { compareReports } from './deployment.js'
import type { DeploymentReport, IncidentReport, Kind } from './facts.js'
import { groupBy } from './fold.js'

/** A report with what its neighbours in the same environment make of it. */
export type Placed = {
  report: DeploymentReport
  kind: Kind
  kindReason: string
  releaseId: string
  previousVersion: string | null
  /** The deployment that this rollback or hotfix says was bad. */
  blames: Placed | null
  /** The first rollout after the one that this rollback returns to. */
  blamesFirstAfter: Placed | null
  rolledBackBy: string | null
  rolledBackByFirstAfter: string | null
  needsHotfixBy: string | null
}

/** Why a rollout is a hotfix by the rules, or null. */
export type HotfixRule = (report: DeploymentReport) => string | null

type Running = { version: string; healthy: boolean }
type RegionState = {
  current: Running | null
  firstAt: Map<string, number>
  lastAt: Map<string, number>
  succeeded: Set<string>
  lastChange: Map<string, Placed>
  changes: { order: number; entry: Placed }[]
}
type Verdict = { kind: Kind; reason: string; replaced: Placed | null; previous: string | null }

const TAKES_EFFECT = new Set(['succeeded', 'failed', 'rolled_back', 'running'])

export function takesEffect(report: Pick<DeploymentReport, 'outcome'>): boolean {
  return TAKES_EFFECT.has(report.outcome)
}

export function releaseIdOf(report: Pick<DeploymentReport, 'service' | 'release' | 'version' | 'commit' | 'artifactDigest' | 'id'>): string {
  return report.release ?? `${report.service}@${report.version ?? report.commit?.slice(0, 12) ?? report.artifactDigest ?? report.id}`
}

/**
 * Places the rollouts of one service along the timeline of each environment: kind, previous version, and which rollout a
 * rollback or hotfix blames. Kinds rest on versions alone (and on what was declared), never on attribution.
 */
export function placeOnTimeline(reports: readonly DeploymentReport[], incidents: readonly IncidentReport[], hotfixByRule: HotfixRule): Placed[] {
  const hotfixes = new Map(
    incidents.flatMap((incident) =>
      incident.mitigation?.kind === 'hotfix' && incident.mitigation.deployment ? [[incident.mitigation.deployment, incident.id] as const] : [],
    ),
  )
  const placed: Placed[] = []
  for (const own of groupBy(reports, (report) => report.environment).values()) placed.push(...placeEnvironment(own, hotfixes, hotfixByRule))
  return placed.sort((a, b) => compareReports(a.report, b.report))
}

function placeEnvironment(reports: readonly DeploymentReport[], hotfixes: ReadonlyMap<string, string>, hotfixByRule: HotfixRule): Placed[] {
  const ordered = [...reports].sort(compareReports)
  const named = new Set(ordered.flatMap((report) => report.regions))
  const all = named.size > 0 ? [...named] : ['']
  const regions = new Map(all.map((region) => [region, emptyRegion()]))
  const placed: Placed[] = []
  let lastChange: Placed | null = null
  for (const [order, report] of ordered.entries()) {
    const touched = (report.regions.length > 0 ? report.regions : all).map((region) => regions.get(region) as RegionState)
    const verdict = byRule(judge(report, touched, hotfixes, lastChange), report, hotfixByRule, lastChange)
    const entry = entryOf(report, verdict, touched)
    if (takesEffect(report)) {
      markBlamed(entry)
      for (const state of touched) advance(state, entry, order)
      if (entry.kind === 'change' || entry.kind === 'hotfix') lastChange = entry
    }
    placed.push(entry)
  }
  return placed
}

function emptyRegion(): RegionState {
  return { current: null, firstAt: new Map(), lastAt: new Map(), succeeded: new Set(), lastChange: new Map(), changes: [] }
}

function judge(report: DeploymentReport, touched: readonly RegionState[], hotfixes: ReadonlyMap<string, string>, lastChange: Placed | null): Verdict {
  const verdicts = touched.map((state) => judgeRegion(report, state))
  const derived =
    verdicts.find((verdict) => verdict.kind === 'rollback') ?? verdicts.find((verdict) => verdict.kind === 'change') ?? (verdicts[0] as Verdict)
  if (report.declaredKind === 'hotfix') return { ...derived, kind: 'hotfix', reason: 'declared', replaced: lastChange }
  if (report.declaredKind === 'rollback')
    return { ...derived, kind: 'rollback', reason: 'declared', replaced: replacedByDeclared(report, derived, touched, lastChange) }
  if (report.declaredKind !== null) return { ...derived, kind: report.declaredKind, reason: 'declared', replaced: null }
  const incident = hotfixes.get(report.id)
  if (incident !== undefined && derived.kind !== 'rollback') {
    return { ...derived, kind: 'hotfix', reason: `incident ${incident} names it as the hotfix that mitigated it`, replaced: lastChange }
  }
  return derived
}

/** What is derived to be a change is a hotfix where the rules of the workspace say so. */
function byRule(verdict: Verdict, report: DeploymentReport, hotfixByRule: HotfixRule, lastChange: Placed | null): Verdict {
  if (verdict.kind !== 'change' || report.declaredKind !== null) return verdict
  const reason = hotfixByRule(report)
  return reason === null ? verdict : { ...verdict, kind: 'hotfix', reason, replaced: lastChange }
}

/** A declared rollback blames what it replaces; where the bad version never came to run, the last change tried. */
function replacedByDeclared(report: DeploymentReport, derived: Verdict, touched: readonly RegionState[], lastChange: Placed | null): Placed | null {
  const version = identityOf(report)
  const state = touched.find((region) => region.current !== null && region.current.version !== version)
  const running = state?.current ? (state.lastChange.get(state.current.version) ?? null) : null
  return derived.replaced ?? running ?? (lastChange && identityOf(lastChange.report) !== version ? lastChange : null)
}

function judgeRegion(report: DeploymentReport, state: RegionState): Verdict {
  const version = identityOf(report)
  const { current } = state
  const previous = current?.version ?? null
  if (version === null || current === null)
    return { kind: 'change', reason: current ? 'no version to compare' : 'first deployment here', replaced: null, previous }
  if (version === current.version) {
    return current.healthy
      ? { kind: 'redeploy', reason: `${version} was already running`, replaced: null, previous }
      : { kind: 'change', reason: `another try of ${version}, which had failed`, replaced: null, previous }
  }
  const returned = state.firstAt.get(version)
  const replaced = state.firstAt.get(current.version)
  if (state.succeeded.has(version) && returned !== undefined && replaced !== undefined && returned < replaced) {
    return {
      kind: 'rollback',
      reason: `returns from ${current.version} to ${version}, which ran before it`,
      replaced: state.lastChange.get(current.version) ?? null,
      previous,
    }
  }
  return { kind: 'change', reason: `${version} replaces ${current.version}`, replaced: null, previous }
}

/** What tells two rollouts' contents apart. */
export function identityOf(report: Pick<DeploymentReport, 'version' | 'commit' | 'artifactDigest'>): string | null {
  return report.version ?? report.commit ?? report.artifactDigest
}

function entryOf(report: DeploymentReport, verdict: Verdict, touched: readonly RegionState[]): Placed {
  return {
    report,
    kind: verdict.kind,
    kindReason: verdict.reason,
    releaseId: releaseIdOf(report),
    previousVersion: verdict.previous,
    blames: verdict.replaced,
    blamesFirstAfter: verdict.kind === 'rollback' ? (firstAfterReturned(report, touched) ?? verdict.replaced) : null,
    rolledBackBy: null,
    rolledBackByFirstAfter: null,
    needsHotfixBy: null,
  }
}

/** The first change since the version returned to last ran. */
function firstAfterReturned(report: DeploymentReport, touched: readonly RegionState[]): Placed | null {
  const version = identityOf(report)
  for (const state of touched) {
    const lastAt = version === null ? undefined : state.lastAt.get(version)
    const after = lastAt === undefined ? undefined : state.changes.find(({ order }) => order > lastAt)
    if (after) return after.entry
  }
  return null
}

function markBlamed(entry: Placed): void {
  if (entry.blamesFirstAfter !== null) entry.blamesFirstAfter.rolledBackByFirstAfter ??= entry.report.id
  if (entry.blames === null) return
  if (entry.kind === 'rollback') entry.blames.rolledBackBy ??= entry.report.id
  if (entry.kind === 'hotfix') entry.blames.needsHotfixBy ??= entry.report.id
}

function advance(state: RegionState, entry: Placed, order: number): void {
  const version = identityOf(entry.report)
  if (version === null) return
  if (!state.firstAt.has(version)) state.firstAt.set(version, order)
  state.lastAt.set(version, order)
  if (entry.kind === 'change' || entry.kind === 'hotfix') {
    state.lastChange.set(version, entry)
    state.changes.push({ order, entry })
  }
  if (entry.report.outcome === 'succeeded') state.succeeded.add(version)
  if (entry.report.outcome !== 'rolled_back') state.current = { version, healthy: entry.report.outcome === 'succeeded' }
}
