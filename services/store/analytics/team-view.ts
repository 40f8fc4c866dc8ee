import { SettingsMap, type ClickHouseSettings } from '@clickhouse/client'
import type { AnalyticsStore } from './analytics-store.js'
import { ALL_NAMES } from './service-names.js'

/**
 * What a row has to fulfil to be shown, in words of `own`, a SELECT of the services of the teams. Rules hold for the tables within
 * a rule as well, so that of services has none.
 */
type Rule = (own: string, teams: string) => string
const byTeam: Rule = (_own, teams) => `team IN (${teams})`
const byService = (own: string) => `service IN (${own})`
/** Telemetry stays under the name that it was sent under, which may be an earlier one. */
const byAnyName: Rule = (_own, teams) => `service IN (SELECT arrayJoin(${ALL_NAMES}) FROM services FINAL WHERE team IN (${teams}))`
const byIncident = (own: string) =>
  `service IN (${own}) OR attributed_service IN (${own}) OR hasAny(services, (SELECT groupArray(service) FROM (${own})))`
const nothing = () => '0'
const everything = () => '1'

/** Of what names no service: what it is about, as the scopes under which events are kept, and the facts that corrections name. */
const isInOne = (what: string, selects: readonly string[]) => selects.map((select) => `${what} IN (${select})`).join(' OR ')
const isOwnThing = (own: string) =>
  isInOne('scope', [
    `SELECT concat('digest:', digest) FROM artifacts FINAL WHERE ${byService(own)}`,
    `SELECT concat('digest:', artifact_digest) FROM deployments FINAL WHERE ${byService(own)} AND artifact_digest != ''`,
    `SELECT concat('incident:', id) FROM incidents FINAL WHERE ${byIncident(own)}`,
    `SELECT concat('approval:', id) FROM approvals FINAL WHERE ${byService(own)}`,
  ])
const isOwnCorrection = (own: string) =>
  isInOne("(JSONExtractString(data, 'kind'), JSONExtractString(data, 'id'))", [
    `SELECT 'deployment', id FROM deployments FINAL WHERE ${byService(own)}`,
    `SELECT 'incident', id FROM incidents FINAL WHERE ${byIncident(own)}`,
    `SELECT 'approval', id FROM approvals FINAL WHERE ${byService(own)}`,
  ])
const byScope: Rule = (own) => `service IN (${own}) OR service = '' AND (${isOwnThing(own)} OR scope = 'corrections' AND (${isOwnCorrection(own)}))`

/** A rule for every table there is, which a test holds. */
export const TEAM_RULES: Readonly<Record<string, Rule>> = {
  approvals: byService,
  artifacts: byService,
  changed_days: byService,
  change_sets: byService,
  deployed_changes: byService,
  day_zones: everything,
  deployments: byService,
  events: byService,
  events_by_scope: byScope,
  incidents: byIncident,
  kept_days: everything,
  measure_days: byService,
  release_effects: byService,
  schema_migrations: nothing,
  services: byTeam,
  sli_hours: byAnyName,
  sli_minutes: byAnyName,
  sli_samples: byAnyName,
  telemetry_series: nothing,
}

/**
 * The store as it looks to whoever asks now: with teams, the engine itself leaves out every row that is not of a service which
 * those teams own, in whatever statement. It cannot be written to then.
 */
export function teamView(analytics: AnalyticsStore, teamsAsking: () => readonly string[] | null): AnalyticsStore {
  const filters = (): ClickHouseSettings => {
    const teams = teamsAsking()
    return teams === null ? {} : { additional_table_filters: filtersFor(teams) }
  }
  const writable = () => {
    if (teamsAsking() !== null) throw new Error('The store is only read for those who are limited to teams.')
  }
  return {
    ...analytics,
    restriction: () => (teamsAsking() === null ? '' : JSON.stringify(teamsAsking())),
    query: async (sql, params, settings) => analytics.query(sql, params, { ...settings, ...filters() }),
    stream: (sql, params, settings) => analytics.stream(sql, params, { ...settings, ...filters() }),
    async command(sql, params, settings) {
      writable()
      await analytics.command(sql, params, settings)
    },
    async insert(table, rows, options) {
      writable()
      await analytics.insert(table, rows, options)
    },
    async insertLines(table, lines, options) {
      writable()
      await analytics.insertLines(table, lines, options)
    },
  }
}

function filtersFor(teams: readonly string[]): SettingsMap {
  const names = teams.map((team) => `'${escaped(team)}'`).join(', ')
  const own = `SELECT service FROM services FINAL WHERE ${byTeam('', names)}`
  return SettingsMap.from(Object.fromEntries(Object.entries(TEAM_RULES).map(([table, rule]) => [table, escaped(rule(own, names))])))
}

function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")
}
