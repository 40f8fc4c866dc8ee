import { between, chance, pick, randomFrom, shuffled, type Random } from '../../seed/random.js'
import type { SeedEvent } from '../../seed/http/seed-event.js'

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000
const BEGINS = Date.parse('2026-10-14T00:00:00Z')

export type History = { services: string[]; events: SeedEvent[]; from: number; to: number }

type Rollout = { id: string; version: string; commit: string; outcome: string; start: number; end: number; environment: string }

/** What happened to some services in a few weeks, told as their tools would: each rollout with its commits, stages and end, and incidents. */
export function randomHistory(seed: number): History {
  const random = randomFrom(seed)
  const services = Array.from({ length: between(random, 1, 3) }, (_, index) => `service-${seed}-${index}`)
  const events = services.flatMap((service) => historyOf(random, service))
  return { services, events, from: BEGINS, to: BEGINS + 30 * DAY_MS }
}

function historyOf(random: Random, service: string): SeedEvent[] {
  const tell = teller(service)
  const told = [
    tell('service.declared', BEGINS, {
      service,
      team: pick(random, ['checkout', 'search']),
      tier: '1',
      repository: `https://git.example.com/shop/${service}`,
    }),
  ]
  const commits: string[] = []
  for (const environment of chance(random, 0.4) ? ['production', 'staging'] : ['production']) {
    const rollouts: Rollout[] = []
    let at = BEGINS + between(random, 0, 2 * DAY_MS)
    for (let count = between(random, 2, 12); count > 0; count -= 1) {
      told.push(...commitsBefore(random, { tell, service, commits, at }))
      const next = nextRollout(random, { service, environment, commits, before: rollouts, start: at })
      told.push(...tellRollout(random, tell, service, next))
      rollouts.push(next)
      at = next.end + between(random, 20 * MINUTE_MS, 40 * HOUR_MS)
    }
    for (let count = between(random, 0, 4); count > 0; count -= 1) told.push(...tellIncident(random, { tell, service, environment, rollouts }))
  }
  return told
}

type Tell = (type: string, at: number, data: Record<string, unknown>) => SeedEvent

function teller(service: string): Tell {
  let count = 0
  return (type, at, data) => ({ id: `${service}-${(count += 1)}`, source: `ci/${service}`, type, time: new Date(at).toISOString(), data })
}

type Work = { tell: Tell; service: string; commits: string[]; at: number }

/** A trunk of commits, some of which merge one beside it. */
function commitsBefore(random: Random, { tell, service, commits, at }: Work): SeedEvent[] {
  const told: SeedEvent[] = []
  const commit = (parents: string[]) => {
    const sha = shaOf(service, commits.length + told.length)
    const committedAt = new Date(at - between(random, 5 * MINUTE_MS, 50 * HOUR_MS)).toISOString()
    told.push(
      tell('change.committed', at - MINUTE_MS, { repository: `https://git.example.com/shop/${service}`, sha, committedAt, parents, branch: 'main' }),
    )
    return sha
  }
  for (let count = between(random, commits.length === 0 ? 1 : 0, 3); count > 0; count -= 1) {
    const head = told.length > 0 ? String(told.at(-1)?.data.sha) : commits.at(-1)
    const trunk = head === undefined ? [] : [head]
    if (chance(random, 0.2)) commit([...trunk, commit(trunk)])
    else commit(trunk)
  }
  commits.push(...told.map(({ data }) => String(data.sha)))
  return told
}

function shaOf(service: string, index: number): string {
  return [...`${service}-${index}`]
    .map((character) => character.charCodeAt(0).toString(16).padStart(2, '0'))
    .join('')
    .padEnd(40, '0')
    .slice(-40)
}

type Place = { service: string; environment: string; commits: readonly string[]; before: readonly Rollout[]; start: number }

/** Of what is new, mostly; of what ran before, again or in the place of what replaced it. */
function nextRollout(random: Random, { service, environment, commits, before, start }: Place): Rollout {
  const number = before.length + 1
  const unfinished = new Set(before.filter(({ outcome }) => outcome === 'running').map(({ version }) => version))
  const again = chance(random, 0.3) ? before.filter(({ version }) => !unfinished.has(version)) : []
  const of = again.length > 0 ? pick(random, again) : { version: `${environment}-${number}`, commit: commits.at(-1) ?? '' }
  const outcome = pick(random, [...Array<string>(12).fill('succeeded'), 'failed', 'failed', 'rolled_back', 'rolled_back', 'running'])
  const end = start + between(random, 2, 50) * MINUTE_MS
  return { id: `${service}-${environment}-${number}`, version: of.version, commit: of.commit, outcome, start, end, environment }
}

function tellRollout(random: Random, tell: Tell, service: string, { id, version, commit, outcome, start, end, environment }: Rollout): SeedEvent[] {
  const isHotfix = chance(random, 0.1)
  const common = {
    deployment: id,
    service,
    environment,
    version,
    ...(commit === '' ? {} : { commit }),
    ...(isHotfix ? { kind: 'hotfix' } : {}),
  }
  const started = {
    ...common,
    trigger: pick(random, ['human', 'automatic']),
    ...(chance(random, 0.2) ? { changes: declaredChanges(random, id, start) } : {}),
  }
  const told = [tell('deployment.started', start, started)]
  if (chance(random, 0.3)) {
    const stage = { name: 'all', index: 1, trafficPercent: 100, status: 'passed' }
    told.push(tell('deployment.progressed', start + MINUTE_MS, { ...common, stage }))
  }
  if (outcome === 'rolled_back' || chance(random, 0.1)) {
    const decided = { service, environment, deployment: id, automated: chance(random, 0.5), reason: 'errors' }
    told.push(tell('rollback.decided', end - MINUTE_MS, decided))
  }
  return outcome === 'running' ? told : [...told, tell('deployment.finished', end, { ...common, outcome })]
}

function declaredChanges(random: Random, id: string, start: number): Record<string, unknown>[] {
  return Array.from({ length: between(random, 1, 3) }, (_, index) => ({
    sha: shaOf(`${id}-declared`, index),
    ...(chance(random, 0.8) ? { committedAt: new Date(start - between(random, -HOUR_MS, 30 * HOUR_MS)).toISOString() } : {}),
  }))
}

type Trouble = { tell: Tell; service: string; environment: string; rollouts: readonly Rollout[] }

function tellIncident(random: Random, { tell, service, environment, rollouts }: Trouble): SeedEvent[] {
  const near = pick(random, rollouts)
  const began = near.end + between(random, 1, 40 * 60) * MINUTE_MS
  const incident = `${service}-${environment}-incident-${between(random, 1, 1_000_000_000)}`
  const detected = began + between(random, 0, 30) * MINUTE_MS
  const remedies = rollouts.filter(({ start, outcome }) => start > detected && outcome === 'succeeded')
  const said = {
    incident,
    service,
    environment,
    title: 'Something is wrong',
    ...(chance(random, 0.5) ? { startedAt: new Date(began).toISOString() } : {}),
    ...pick(random, [{}, {}, {}, {}, {}, {}, { deployment: near.id }, { cause: 'unrelated' }]),
  }
  const told = [tell('incident.detected', detected, said)]
  const remedy = remedies[0]
  if (remedy && chance(random, 0.4)) {
    told.push(tell('incident.updated', remedy.end, { incident, mitigation: { kind: 'rollback', deployment: remedy.id } }))
  }
  if (chance(random, 0.6)) told.push(tell('incident.mitigated', detected + between(random, 1, 300) * MINUTE_MS, { incident }))
  if (chance(random, 0.7)) {
    const impact = { customers: between(random, 0, 500), minutes: between(random, 1, 90), cost: between(random, 0, 5_000), currency: 'EUR' }
    told.push(tell('incident.resolved', detected + between(random, 301, 600) * MINUTE_MS, { incident, ...(chance(random, 0.5) ? { impact } : {}) }))
  }
  return told
}

/** The same events as they may come in: mixed, some of them twice, some much later than others. */
export function asItComes(seed: number, events: readonly SeedEvent[]): SeedEvent[][] {
  const random = randomFrom(seed + 1)
  const sent = shuffled(random, [...events, ...events.filter(() => chance(random, 0.2))])
  const batches: SeedEvent[][] = []
  while (sent.length > 0) batches.push(sent.splice(0, between(random, 10, 80)))
  return batches
}
