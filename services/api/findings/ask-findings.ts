import { groupBy } from '../../domain/fold.js'
import type { Finding, FindingKind } from '../../findings/finding.js'
import { findingRules, findings } from '../../findings/index.js'
import { underKeptNames } from '../../store/analytics/service-names.js'
import { badInput } from '../paging.js'
import type { Runtime } from '../runtime.js'
import { readSettings } from '../../workspace/settings.js'

type Deps = Pick<Runtime, 'analytics' | 'control' | 'slos' | 'now'>

export type FindingsQuestion = {
  scope?: { teams?: readonly string[] | null; services?: readonly string[] | null } | null
  window?: { from: Date | string; to: Date | string } | null
  kinds?: readonly FindingKind[] | null
}

export type CodedFinding = Finding & { code: string }

const WINDOW_MS = 30 * 86_400_000

/** All that is found, newest first; without a window, of the last 30 days. */
export async function askFindings(deps: Deps, { scope, window, kinds }: FindingsQuestion): Promise<CodedFinding[]> {
  const now = deps.now()
  const from = window ? new Date(window.from) : new Date(now.getTime() - WINDOW_MS)
  const to = window ? new Date(window.to) : now
  if (!(from < to)) throw badInput('from must be before to.')
  const [services, objectives, { alertStageMinutes }] = await Promise.all([servicesOf(deps, scope), objectivesOf(deps), readSettings(deps.control)])
  const looked = { analytics: deps.analytics, services, from, to, now, objectives, unknownStageMs: alertStageMinutes * 60_000 }
  const found = await findings(looked, kinds ?? null)
  const codes = new Map(findingRules.map(({ kind, code }) => [kind, code]))
  return found.map((finding) => ({ ...finding, code: codes.get(finding.kind) ?? '' }))
}

/** Null for all. */
async function servicesOf({ analytics }: Deps, scope: FindingsQuestion['scope']): Promise<readonly string[] | null> {
  const { teams, services } = await underKeptNames(analytics, scope ?? {})
  if (!teams) return services ?? null
  const rows = await analytics.query<{ service: string }>('SELECT service FROM services FINAL WHERE team IN {teams:Array(String)}', { teams })
  const own = rows.map(({ service }) => service)
  return services ? own.filter((service) => services.includes(service)) : own
}

async function objectivesOf({ slos }: Deps): Promise<Map<string, string[]>> {
  const byService = groupBy(await slos.list(), ({ service }) => service)
  return new Map(
    [...byService].map(([service, own]) => [
      service,
      own.flatMap((slo) => slo.objectives.map(({ indicator }) => indicator ?? slo.indicator ?? '')).filter((indicator) => indicator !== ''),
    ]),
  )
}
