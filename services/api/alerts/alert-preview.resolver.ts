import { Inject } from '@nestjs/common'
import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql'
import type { AlertRule, Foretold, Severity } from '../../alerts/condition.js'
import { rules } from '../../alerts/rules/index.js'
import type { Span } from '../../alerts/spans.js'
import { Requires } from '../../auth/requires.js'
import { ForTeams } from '../../auth/teams/team-rule.js'
import { readPeriod, type PeriodAsked } from '../period.js'
import { RUNTIME, type Runtime } from '../runtime.js'
import { whatRulesLookAt } from './look.js'

type Asked = PeriodAsked & { rule: string; services?: string[] | null }

const MOST_SHOWN = 200

@Resolver()
@Requires('read')
@ForTeams('limited')
export class AlertPreviewResolver {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  @Query()
  async alertPreview(@Args() asked: Asked) {
    const rule = rules.find(({ id }) => id === asked.rule)
    if (!rule?.history) return null
    const period = readPeriod(asked, this.runtime.now())
    const found = await rule.history({ ...(await whatRulesLookAt(this.runtime)), ...period })
    const own = found.filter(({ what }) => !asked.services || asked.services.includes(what.service)).sort(newestFirst)
    const count = (severity: Severity) => own.filter(({ what }) => what.severity === severity).length
    return { ...period, pages: count('page'), tickets: count('ticket'), firings: own.slice(0, MOST_SHOWN).map(firingNode) }
  }
}

@Resolver('AlertRule')
@Requires('read')
export class AlertRuleResolver {
  @ResolveField()
  hasPreview(@Parent() { history }: AlertRule): boolean {
    return history !== undefined
  }
}

function newestFirst(a: Span<Foretold>, b: Span<Foretold>): number {
  return b.from.getTime() - a.from.getTime() || (a.what.key < b.what.key ? -1 : 1)
}

function firingNode({ what: { severity, service, environment, slo, title }, from, to }: Span<Foretold>) {
  return { severity: severity.toUpperCase(), service, environment, slo, title, from, to }
}
