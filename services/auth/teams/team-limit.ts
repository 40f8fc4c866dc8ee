import type { AnalyticsStore } from '../../store/analytics/analytics-store.js'
import { readOwners, servicesIn, type Owners, type Subject } from './owners.js'

export interface TeamLimit {
  /** Those of the token that asks; null means every team. */
  teams(): readonly string[] | null
  /** The services of those teams; null means every service. */
  services(): Promise<readonly string[] | null>
  /** Of those asked for, or of all where none are, the ones that may be told of; null means every service. */
  within(asked: readonly string[] | null | undefined): Promise<readonly string[] | null>
  /** Why each must not be written about, null where it may be: a service of another team must not, one that no team owns may. */
  refusals(subjects: readonly Subject[]): Promise<(string | null)[]>
  /** The first of them. */
  refusal(...subjects: readonly Subject[]): Promise<string | null>
}

/** `analytics` is read without a limit, because what others own has to be known to be refused. */
export function createTeamLimit({ analytics, teams }: { analytics: AnalyticsStore; teams: TeamLimit['teams'] }): TeamLimit {
  async function services(): Promise<readonly string[] | null> {
    const own = teams()
    if (own === null) return null
    const rows = await analytics.query<{ service: string }>('SELECT service FROM services FINAL WHERE team IN {teams:Array(String)}', { teams: own })
    return rows.map(({ service }) => service)
  }

  async function refusals(subjects: readonly Subject[]): Promise<(string | null)[]> {
    const own = teams()
    if (own === null || subjects.length === 0) return subjects.map(() => null)
    const owners = await readOwners(analytics, subjects)
    return subjects.map((subject) => refusalOf(subject, new Set(own), owners))
  }

  return {
    teams,
    services,
    async within(asked) {
      const own = await services()
      if (own === null) return asked ?? null
      return asked ? own.filter((service) => asked.includes(service)) : own
    },
    refusals,
    refusal: async (...subjects) => (await refusals(subjects)).find((reason) => reason !== null) ?? null,
  }
}

function refusalOf(subject: Subject, own: ReadonlySet<string>, { teamOf, servicesAbout }: Owners): string | null {
  const isOpen = (service: string) => own.has(teamOf(service) ?? '') || teamOf(service) === null
  if (subject.team && !own.has(subject.team)) return `the token is not for the team ${subject.team}`
  const named = servicesIn(subject)
  const foreign = named.find((service) => !isOpen(service))
  if (foreign !== undefined) return `the service ${foreign} belongs to a team that the token is not for`
  const about = named.length > 0 ? [] : servicesAbout(subject.scopes)
  if (about.length === 0 || about.some(isOpen)) return null
  return `it is about the service ${about[0]}, which belongs to a team that the token is not for`
}
