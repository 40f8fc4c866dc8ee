import { given, type Condition } from '../store/analytics/page.js'

export type Scope = {
  teams?: readonly string[] | null
  services?: readonly string[] | null
  /** Absent: production. */
  environments?: readonly string[] | null
  regions?: readonly string[] | null
  triggers?: readonly string[] | null
}

/** The scope as conditions on the columns of any fact table; resolved once for all the measures of a question. */
export function scopeConditions(scope: Scope): Condition[] {
  return [
    ...given(scope.teams, 'team IN {teams:Array(String)}', (teams) => ({ teams })),
    ...given(scope.services, 'service IN {services:Array(String)}', (services) => ({ services })),
    ...(scope.environments
      ? [{ sql: 'environment IN {environments:Array(String)}', params: { environments: scope.environments } }]
      : [{ sql: 'production', params: {} }]),
    ...rolloutConditions(scope),
  ]
}

/** The part of the scope that only rollouts, and what is laid at them, can fulfil. */
export function rolloutConditions({ regions, triggers }: Pick<Scope, 'regions' | 'triggers'>): Condition[] {
  return [
    ...given(regions, 'hasAny(regions, {regions:Array(String)})', (names) => ({ regions: names })),
    ...given(triggers, 'trigger IN {triggers:Array(String)}', (names) => ({ triggers: names.map((trigger) => trigger.toLowerCase()) })),
  ]
}

/** The part of the scope that picks services, as conditions on the table of services. */
export function serviceConditions(scope: Scope): Condition[] {
  return scopeConditions({ teams: scope.teams, services: scope.services }).filter((condition) => condition.sql !== 'production')
}
