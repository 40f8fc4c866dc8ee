import { between, chance, lognormal, pick, type Random } from '../random.js'
import { buildItems, commitChanges, commitItems, nextBuild } from './commits.js'
import { itemOf, rfc3339, type Item } from './item.js'
import { HOUR_MS, MINUTE_MS } from './rhythm.js'
import { rolloutItems } from './rollout.js'
import { person, type Build, type StoryState } from './story-state.js'

type HarmfulRelease = { id: string; build: Build; before: Build; finishedAt: number }
type Incident = { id: string; startedAt: number; detectedAt: number; data: Record<string, unknown> }
type Remedy = { items: Item[]; mitigation: Record<string, unknown>; mitigatedAt: number }

const TITLES = [
  'Errors on writing',
  'Pages load slowly',
  'Some requests time out',
  'Wrong totals are shown',
  'Jobs pile up',
  'Customers are signed out',
]

/** What a release that went out and did harm sets off: the incident, what was done about it, and its end. */
export function harmfulReleaseStory(state: StoryState, release: HarmfulRelease): Item[] {
  const { random } = state
  const startedAt = release.finishedAt + lognormal(random, 20 * MINUTE_MS, 0.9)
  const incident = newIncident(state, startedAt)
  const remedy = remedyOf(state, release, incident)
  const how = random()
  if (how < 0.55) Object.assign(incident.data, state.profile.onGithub ? { version: release.build.version } : { deployment: release.id })
  state.busyUntil = remedy.mitigatedAt
  return [...incidentItems(random, incident, remedy.mitigatedAt, remedy.mitigation), ...remedy.items]
}

/** Trouble that no release caused; not everyone says so. */
export function unrelatedIncident(state: StoryState, at: number): Item[] {
  const incident = newIncident(state, at)
  if (chance(state.random, 0.7)) incident.data.cause = 'unrelated'
  return incidentItems(state.random, incident, incident.detectedAt + lognormal(state.random, 40 * MINUTE_MS, 0.8), { kind: 'other' })
}

function newIncident(state: StoryState, startedAt: number): Incident {
  const { profile, random, counters } = state
  counters.incident += 1
  const detectedAt = startedAt + lognormal(random, 7 * MINUTE_MS, 0.8)
  const id = `INC-${profile.name}-${counters.incident}`
  const data = {
    service: profile.name,
    environment: 'production',
    title: pick(random, TITLES),
    severity: `sev${Math.min(4, Number(profile.tier) + between(random, 0, 2))}`,
    startedAt: rfc3339(startedAt),
    url: `https://incidents.example.com/${id}`,
  }
  return { id, startedAt, detectedAt, data }
}

function incidentItems(
  random: Random,
  { id, startedAt, detectedAt, data }: Incident,
  mitigatedAt: number,
  mitigation: Record<string, unknown>,
): Item[] {
  const tell = (what: string, at: number, more: Record<string, unknown>) =>
    itemOf(`${id}-${what}`, 'pager', `incident.${what}`, at, { incident: id, ...more })
  const acknowledgedAt = Math.min(detectedAt + between(random, 1, 9) * MINUTE_MS, mitigatedAt)
  const resolvedAt = mitigatedAt + lognormal(random, 2 * HOUR_MS, 0.8)
  const minutes = Math.round((mitigatedAt - startedAt) / MINUTE_MS)
  const impact = {
    customers: Math.round(lognormal(random, 200, 1.2)),
    minutes,
    cost: Math.round(minutes * lognormal(random, 30, 0.8)),
    currency: 'EUR',
  }
  return [
    tell('detected', detectedAt, data),
    tell('acknowledged', acknowledgedAt, {}),
    tell('mitigated', mitigatedAt, { mitigation }),
    tell('resolved', resolvedAt, { impact }),
  ]
}

function remedyOf(state: StoryState, release: HarmfulRelease, incident: Incident): Remedy {
  const draw = state.random()
  const startAt = incident.detectedAt + lognormal(state.random, 18 * MINUTE_MS, 0.7)
  if (draw < 0.45) return rollBack(state, release, incident, startAt)
  if (draw < 0.7) return fixForward(state, startAt)
  const kind = draw < 0.87 ? 'flag' : 'scale'
  return { items: [], mitigation: { kind }, mitigatedAt: startAt }
}

function rollBack(state: StoryState, { id: bad, before }: HarmfulRelease, incident: Incident, from: number): Remedy {
  const to = from + between(state.random, 2, 9) * MINUTE_MS
  const { id, items } = rolloutItems(state, {
    build: before,
    environment: 'production',
    outcome: 'succeeded',
    from,
    to,
    kind: 'rollback',
    isCounted: false,
    trigger: 'human',
  })
  const decision = {
    service: state.profile.name,
    environment: 'production',
    ...(state.profile.onGithub ? {} : { deployment: bad }),
    by: person(state),
    automated: false,
    reason: incident.id,
  }
  state.running = before
  return {
    items: [itemOf(`${id}-decided`, 'pager', 'rollback.decided', from - 30_000, decision), ...items],
    mitigation: mitigationBy(state, 'rollback', id),
    mitigatedAt: to + 30_000,
  }
}

function fixForward(state: StoryState, startAt: number): Remedy {
  const committedAt = startAt + between(state.random, 5, 40) * MINUTE_MS
  const commits = commitChanges(state, 1, committedAt)
  const build = nextBuild(state, 'patch')
  const from = committedAt + between(state.random, 6, 15) * MINUTE_MS
  const to = from + between(state.random, 3, 12) * MINUTE_MS
  const { id, items } = rolloutItems(state, {
    build,
    environment: 'production',
    outcome: 'succeeded',
    from,
    to,
    kind: 'hotfix',
    isCounted: true,
    trigger: 'human',
  })
  Object.assign(state, { running: build, pending: [] })
  return {
    items: [...commitItems(state, commits), ...buildItems(state, build, committedAt + MINUTE_MS, from - MINUTE_MS), ...items],
    mitigation: mitigationBy(state, 'hotfix', id),
    mitigatedAt: to + 30_000,
  }
}

/** GitHub gives deployments numbers of its own, which the pager does not know. */
function mitigationBy(state: StoryState, kind: string, deployment: string): Record<string, unknown> {
  return state.profile.onGithub ? { kind } : { kind, deployment }
}
