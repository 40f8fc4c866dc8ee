import { chance, randomFor } from '../random.js'

export type Strategy = 'canary' | 'rolling' | 'regions'

export type ServiceProfile = {
  name: string
  team: string
  /** People of the team are author-<first> to author-<first + size − 1>. */
  people: { first: number; size: number }
  tier: '1' | '2' | '3'
  /** owner/name. */
  repository: string
  paths: string[]
  dependsOn: string[]
  releasesPerWeek: number
  /** Chance that a release does harm of some kind. */
  risk: number
  /** GitHub tells of its pushes and deployments, where webhooks are asked for. */
  onGithub: boolean
  /** The deployment lists its changes; otherwise they are the range of commits. */
  declaresChanges: boolean
  /** A cluster agent reports the same rollouts a second time. */
  isSeenTwice: boolean
  needsApproval: boolean
  strategy: Strategy
}

type Line = [name: string, tier: '1' | '2' | '3', releasesPerWeek: number]
type Team = { name: string; onGithub: boolean; monorepo: string | null; risk: number; people: number; services: Line[] }

const TEAMS: Team[] = [
  {
    name: 'orders',
    onGithub: false,
    monorepo: null,
    risk: 0.07,
    people: 9,
    services: [
      ['order-api', '1', 5],
      ['order-worker', '1', 3],
      ['basket', '1', 6],
      ['pricing', '1', 4],
      ['vouchers', '2', 2],
      ['invoices', '2', 1.5],
      ['returns', '3', 1],
    ],
  },
  {
    name: 'identity',
    onGithub: true,
    monorepo: null,
    risk: 0.05,
    people: 7,
    services: [
      ['login', '1', 3],
      ['accounts', '1', 2.5],
      ['consent', '2', 1],
      ['session-store', '1', 1],
      ['risk-signals', '2', 3],
      ['admin-console', '3', 2],
    ],
  },
  {
    name: 'catalogue',
    onGithub: false,
    monorepo: 'acme/catalogue',
    risk: 0.09,
    people: 8,
    services: [
      ['product-api', '1', 5],
      ['product-import', '2', 3],
      ['media', '2', 2],
      ['recommendations', '2', 6],
      ['reviews', '3', 2],
      ['facets', '2', 3],
      ['sitemap', '3', 0.5],
    ],
  },
  {
    name: 'logistics',
    onGithub: false,
    monorepo: null,
    risk: 0.11,
    people: 6,
    services: [
      ['stock', '1', 3],
      ['warehouse', '1', 2],
      ['carriers', '2', 2],
      ['tracking', '2', 3],
      ['labels', '3', 1],
      ['route-planner', '2', 1.5],
      ['customs', '3', 0.5],
    ],
  },
  {
    name: 'insights',
    onGithub: true,
    monorepo: null,
    risk: 0.08,
    people: 6,
    services: [
      ['events-collector', '1', 2],
      ['reports', '2', 3],
      ['forecasts', '3', 2],
      ['experiments', '2', 4],
      ['data-export', '3', 1],
      ['dashboards', '3', 3],
    ],
  },
  {
    name: 'platform',
    onGithub: false,
    monorepo: null,
    risk: 0.04,
    people: 10,
    services: [
      ['edge-gateway', '1', 2],
      ['message-bus', '1', 0.7],
      ['notifications', '2', 3],
      ['scheduler', '2', 1],
      ['feature-flags', '1', 2],
      ['secrets-broker', '1', 0.5],
      ['file-store', '2', 1],
    ],
  },
]

/** The services of the company; `scale` 1 is forty, 0.1 four, 2 eighty. */
export function catalogue(seed: number, scale: number): ServiceProfile[] {
  const original = inTurn(TEAMS.map((team, index) => team.services.map((line) => ({ team, index, line }))))
  const wanted = Math.max(1, Math.round(original.length * scale))
  const profiles: ServiceProfile[] = []
  for (let number = 0; number < wanted; number += 1) {
    const { team, index, line } = original[number % original.length] as (typeof original)[number]
    const copy = Math.floor(number / original.length)
    const earlier = profiles.filter((profile) => profile.tier === '1').slice(-6)
    profiles.push(profileOf(seed, team, index, copy === 0 ? line : [`${line[0]}-${copy + 1}`, line[1], line[2]], earlier))
  }
  return profiles
}

/** One of each list after the other, so that the first few services come from all teams. */
function inTurn<T>(lists: readonly T[][]): T[] {
  const longest = Math.max(...lists.map((list) => list.length))
  return Array.from({ length: longest }, (_, place) => lists.flatMap((list) => list.slice(place, place + 1))).flat()
}

function profileOf(seed: number, team: Team, teamIndex: number, [name, tier, releasesPerWeek]: Line, earlier: ServiceProfile[]): ServiceProfile {
  const random = randomFor(seed, `profile of ${name}`)
  const isRegional = tier === '1' && !team.onGithub && chance(random, 0.4)
  return {
    name,
    team: team.name,
    people: { first: 100 + 20 * teamIndex, size: team.people },
    tier,
    repository: team.monorepo ?? `acme/${name}`,
    paths: team.monorepo === null ? [] : [`${name}/**`],
    dependsOn: earlier.filter(() => chance(random, 0.3)).map((profile) => profile.name),
    releasesPerWeek: releasesPerWeek * (0.8 + 0.4 * random()),
    risk: team.risk * (0.7 + 0.6 * random()),
    onGithub: team.onGithub,
    declaresChanges: team.monorepo !== null || (!team.onGithub && chance(random, 0.5)),
    isSeenTwice: team.name === 'platform' && !isRegional,
    needsApproval: tier === '1',
    strategy: isRegional ? 'regions' : tier === '1' && !team.onGithub ? 'canary' : 'rolling',
  }
}
