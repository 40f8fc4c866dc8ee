import { Inject } from '@nestjs/common'
import { Args, Query, Resolver } from '@nestjs/graphql'
import { Requires } from '../../auth/requires.js'
import { ForTeams } from '../../auth/teams/team-rule.js'
import { groupBy } from '../../domain/fold.js'
import type { FindingKind } from '../../findings/finding.js'
import { findingRules, findings } from '../../findings/index.js'
import { badInput, readPage, toPage } from '../paging.js'
import { RUNTIME, type Runtime } from '../runtime.js'

type Asked = {
  scope?: { teams?: string[] | null; services?: string[] | null } | null
  window?: { from: Date | string; to: Date | string } | null
  kinds?: FindingKind[] | null
  first?: number | null
  after?: string | null
}

const WINDOW_MS = 30 * 86_400_000

@Resolver()
@Requires('read')
@ForTeams('limited')
export class FindingsResolver {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  @Query()
  async findings(@Args() { scope, window, kinds, first, after }: Asked) {
    const page = readPage(first, after)
    const now = this.runtime.now()
    const from = window ? new Date(window.from) : new Date(now.getTime() - WINDOW_MS)
    const to = window ? new Date(window.to) : now
    if (!(from < to)) throw badInput('from must be before to.')
    const services = await this.servicesOf(scope)
    const found = await findings({ analytics: this.runtime.analytics, services, from, to, now, objectives: await this.objectives() }, kinds ?? null)
    const rest = page.after === null ? found : found.filter((finding) => isAfter(finding, page.after ?? []))
    const codes = new Map(findingRules.map(({ kind, code }) => [kind, code]))
    const nodes = rest.slice(0, page.limit + 1).map((finding) => ({ ...finding, code: codes.get(finding.kind) ?? '' }))
    return { ...toPage(nodes, page, ({ since, id }) => [since.getTime(), id]), totalCount: found.length }
  }

  @Query()
  findingRules() {
    return findingRules
  }

  /** Null for all. */
  private async servicesOf(scope: Asked['scope']): Promise<string[] | null> {
    const { teams, services } = scope ?? {}
    if (!teams) return services ?? null
    const rows = await this.runtime.analytics.query<{ service: string }>('SELECT service FROM services FINAL WHERE team IN {teams:Array(String)}', {
      teams,
    })
    const own = rows.map(({ service }) => service)
    return services ? own.filter((service) => services.includes(service)) : own
  }

  private async objectives(): Promise<Map<string, string[]>> {
    const byService = groupBy(await this.runtime.slos.list(), ({ service }) => service)
    return new Map(
      [...byService].map(([service, slos]) => [
        service,
        slos.flatMap((slo) => slo.objectives.map(({ indicator }) => indicator ?? slo.indicator ?? '')).filter((indicator) => indicator !== ''),
      ]),
    )
  }
}

function isAfter({ since, id }: { since: Date; id: string }, [time, last]: readonly unknown[]): boolean {
  return since.getTime() < Number(time) || (since.getTime() === Number(time) && id > String(last))
}
