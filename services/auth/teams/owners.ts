import { scopeOf } from '../../domain/scopes.js'
import type { AnalyticsStore } from '../../store/analytics/analytics-store.js'

/** What something says anything about, as the scopes of events have it, and a team that it names as an owner. */
export interface Subject {
  scopes: readonly string[]
  team?: string | null | undefined
}

export interface Owners {
  /** By any name of the service; null where no team owns it. */
  teamOf(service: string): string | null
  /** The services that anything under these scopes was about. */
  servicesAbout(scopes: readonly string[]): readonly string[]
}

type About = { scope: string; service: string }

const SERVICE = scopeOf.service('')
const REPOSITORY = scopeOf.repository('')

const ABOUT = `SELECT DISTINCT scope, service FROM (
    SELECT scope, arrayJoin(arrayPushBack(JSONExtract(data, 'services', 'Array(String)'), service)) AS service
      FROM events_by_scope WHERE scope IN {scopes:Array(String)}
    UNION ALL SELECT concat('${REPOSITORY}', repository) AS scope, service FROM services FINAL WHERE scope IN {scopes:Array(String)}
  ) WHERE service != '' ORDER BY scope, service`

export function servicesIn({ scopes }: Subject): string[] {
  return scopes.filter((scope) => scope.startsWith(SERVICE)).map((scope) => scope.slice(SERVICE.length))
}

/** Who owns what these are about: the services that they name, and for those that name none, those of their things. */
export async function readOwners(analytics: AnalyticsStore, subjects: readonly Subject[]): Promise<Owners> {
  const unnamed = subjects.filter((subject) => servicesIn(subject).length === 0)
  const about = await readAbout(analytics, [...new Set(unnamed.flatMap(({ scopes }) => scopes))])
  const names = [...new Set([...subjects.flatMap(servicesIn), ...about.map(({ service }) => service)])]
  const rows = await analytics.query<{ service: string; aliases: string[]; team: string }>(
    'SELECT service, aliases, team FROM services FINAL WHERE service IN {names:Array(String)} OR hasAny(aliases, {names:Array(String)})',
    { names },
  )
  const teams = new Map(rows.flatMap(({ service, aliases, team }) => [...aliases, service].map((name) => [name, team || null] as const)))
  return {
    teamOf: (service) => teams.get(service) ?? null,
    servicesAbout: (scopes) => about.filter(({ scope }) => scopes.includes(scope)).map(({ service }) => service),
  }
}

async function readAbout(analytics: AnalyticsStore, scopes: readonly string[]): Promise<About[]> {
  return scopes.length === 0 ? [] : await analytics.query<About>(ABOUT, { scopes })
}
