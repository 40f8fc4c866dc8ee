import type { SeedEvent } from '../http/seed-event.js'

export type NaiveChange = { sha: string; committedAt: number | null; isMerge: boolean }
export type NaiveDeployment = {
  id: string
  service: string
  environment: string
  version: string
  commit: string
  outcome: string
  trigger: string
  kind: 'change' | 'rollback' | 'redeploy' | 'hotfix'
  startedAt: number
  fullTrafficAt: number | null
  finishedAt: number | null
  isFirst: boolean
  declaresChanges: boolean
  changes: NaiveChange[]
  digest: string
  /** Failed, aborted, rolled back later, or in need of a hotfix; incidents are looked at elsewhere. */
  failedByItself: boolean
  /** What this rollback or hotfix blames. */
  blames: string | null
  /** The rollback or hotfix that mended what it broke. */
  mendedBy: string | null
}

export type Data = Record<string, unknown>

/** Every rollout of the data set in order of its start, with its kind, its changes and its own failures. */
export function deploymentsOf(events: readonly SeedEvent[]): NaiveDeployment[] {
  const reports = reportsOf(events)
  const rollouts = joinTwins(reports).sort((a, b) => a.startedAt - b.startedAt || a.id.localeCompare(b.id))
  for (const timeline of groups(rollouts, (one) => `${one.service} ${one.environment}`)) {
    giveKinds(timeline)
    giveChanges(timeline, events)
  }
  return rollouts
}

/** Later claims in (revision, time) order overwrite earlier ones, field by field. */
export function inOrder(events: readonly SeedEvent[]): SeedEvent[] {
  return [...events].sort((a, b) => (a.revision ?? 0) - (b.revision ?? 0) || Date.parse(a.time) - Date.parse(b.time))
}

export function groups<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  return [...new Set(items.map(keyOf))].map((key) => items.filter((item) => keyOf(item) === key))
}

function reportsOf(events: readonly SeedEvent[]): NaiveDeployment[] {
  const told = inOrder(events.filter((event) => event.type.startsWith('deployment.')))
  return groups(told, (event) => `${event.data.service} ${event.data.environment} ${event.data.deployment}`).map(reportOf)
}

/** Later words overwrite earlier ones, field by field. */
export function merged(told: readonly SeedEvent[]): Data {
  return Object.assign({}, ...told.map((event) => event.data)) as Data
}

function reportOf(told: SeedEvent[]): NaiveDeployment {
  const data = merged(told)
  const started = timesOf(told, (event) => event.type === 'deployment.started')
  const full = timesOf(told, (event) => (event.data.stage as { trafficPercent?: number } | undefined)?.trafficPercent === 100)
  const finishes = groups(
    told.filter((event) => event.type === 'deployment.finished'),
    (event) => String(event.data.region),
  ).map((claims) => Date.parse(claims.at(-1)?.time ?? ''))
  return {
    id: String(data.deployment),
    service: String(data.service),
    environment: String(data.environment),
    version: String(data.version),
    commit: String(data.commit ?? ''),
    outcome: String(data.outcome ?? 'running'),
    trigger: String(data.trigger ?? 'unknown'),
    kind: (data.kind as NaiveDeployment['kind'] | undefined) ?? 'change',
    startedAt: Math.min(...started),
    fullTrafficAt: full[0] ?? null,
    finishedAt: finishes.length > 0 ? Math.max(...finishes) : null,
    isFirst: false,
    declaresChanges: data.changes !== undefined,
    changes: ((data.changes ?? []) as Data[]).map(changeOf),
    digest: String(data.artifactDigest ?? ''),
    failedByItself: data.outcome === 'failed' || data.outcome === 'rolled_back',
    blames: null,
    mendedBy: null,
  }
}

function timesOf(told: SeedEvent[], matches: (event: SeedEvent) => boolean): number[] {
  return told.filter(matches).map((event) => Date.parse(event.time))
}

function changeOf(data: Data): NaiveChange {
  return {
    sha: String(data.sha),
    committedAt: typeof data.committedAt === 'string' ? Date.parse(data.committedAt) : null,
    isMerge: Array.isArray(data.parents) && data.parents.length > 1,
  }
}

/** Two ids for one version in one place at one time are one rollout: it begins with the earlier and ends with the later. */
function joinTwins(reports: NaiveDeployment[]): NaiveDeployment[] {
  const kept: NaiveDeployment[] = []
  for (const report of [...reports].sort((a, b) => a.startedAt - b.startedAt)) {
    const twin = kept.find(
      (other) =>
        other.service === report.service &&
        other.environment === report.environment &&
        other.version === report.version &&
        report.startedAt <= (other.finishedAt ?? Infinity),
    )
    if (twin) twin.finishedAt = Math.max(twin.finishedAt ?? 0, report.finishedAt ?? 0)
    else kept.push(report)
  }
  return kept
}

function giveKinds(timeline: NaiveDeployment[]): void {
  const before: NaiveDeployment[] = []
  for (const one of timeline) {
    const running = before.findLast(({ outcome }) => outcome !== 'rolled_back') ?? null
    const isNews = ({ kind }: NaiveDeployment) => kind === 'change' || kind === 'hotfix'
    if (one.kind !== 'hotfix') one.kind = kindOf(one, running, before)
    const culprit =
      one.kind === 'rollback'
        ? before.findLast((other) => isNews(other) && other.version === running?.version)
        : one.kind === 'hotfix'
          ? before.findLast(isNews)
          : undefined
    if (culprit) blame(one, culprit)
    if (TAKE_EFFECT.includes(one.outcome)) before.push(one)
  }
  const first = timeline.find((one) => one.outcome === 'succeeded')
  if (first) first.isFirst = true
}

const TAKE_EFFECT = ['succeeded', 'failed', 'rolled_back', 'running']

/** Another try of what failed is a change; only what once succeeded can be gone back to. */
function kindOf(one: NaiveDeployment, running: NaiveDeployment | null, before: readonly NaiveDeployment[]): NaiveDeployment['kind'] {
  if (running === null) return 'change'
  if (running.version === one.version) return running.outcome === 'succeeded' ? 'redeploy' : 'change'
  const firstOf = (version: string) => before.findIndex((other) => other.version === version)
  const hasRun = before.some((other) => other.version === one.version && other.outcome === 'succeeded')
  return hasRun && firstOf(one.version) < firstOf(running.version) ? 'rollback' : 'change'
}

function blame(fixer: NaiveDeployment, culprit: NaiveDeployment): void {
  fixer.blames = culprit.id
  culprit.failedByItself = true
  culprit.mendedBy ??= fixer.id
}

/** Declared, else the commits reachable from this one and from no earlier success, else the head commit alone. */
function giveChanges(timeline: NaiveDeployment[], events: readonly SeedEvent[]): void {
  const told = inOrder(events.filter((event) => event.type === 'change.committed'))
  const commits = new Map(groups(told, ({ data }) => String(data.sha)).map((own) => [String(own[0]?.data.sha), merged(own)]))
  const shipped: string[] = []
  for (const one of timeline) {
    if (!one.declaresChanges && one.commit !== '')
      one.changes = shipped.length === 0 ? [headOf(one.commit, commits)] : range(shipped, one.commit, commits)
    if (one.outcome === 'succeeded' && one.commit !== '') shipped.push(one.commit)
  }
}

function headOf(sha: string, commits: Map<string, Data>): NaiveChange {
  return changeOf(commits.get(sha) ?? { sha })
}

function range(shipped: readonly string[], to: string, commits: Map<string, Data>): NaiveChange[] {
  const known = new Set(shipped.flatMap((sha) => [...ancestors(sha, commits)]))
  return [...ancestors(to, commits)].filter((sha) => !known.has(sha) && commits.has(sha)).map((sha) => headOf(sha, commits))
}

function ancestors(sha: string, commits: Map<string, Data>): Set<string> {
  const seen = new Set<string>()
  const waiting = [sha]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (seen.has(next)) continue
    seen.add(next)
    waiting.push(...((commits.get(next)?.parents as string[] | undefined) ?? []))
  }
  return seen
}
