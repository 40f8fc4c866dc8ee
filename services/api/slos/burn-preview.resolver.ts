import { Inject } from '@nestjs/common'
import { Args, Query, Resolver } from '@nestjs/graphql'
import { Requires } from '../../auth/requires.js'
import { ForTeams } from '../../auth/teams/team-rule.js'
import { ruleOf } from '../../slo/alert-policy.js'
import { burnRules, FEWEST_BAD, type BurnRule } from '../../slo/burn.js'
import { burnHistory } from '../../slo/burn-history.js'
import { isComposite, type Slo } from '../../slo/slo.js'
import { productionEnvironments } from '../../slo/status.js'
import { readSettings, rulesOf } from '../../workspace/settings.js'
import { badInput } from '../paging.js'
import { readPeriod, type PeriodAsked } from '../period.js'
import { RUNTIME, type Runtime } from '../runtime.js'

type RuleInput = { severity: 'PAGE' | 'TICKET'; longSeconds: number; shortSeconds: number; factor: number }
type Asked = PeriodAsked & { slo: string; objective?: number | null; rules?: RuleInput[] | null }

const MOST_RULES = 10

@Resolver()
@Requires('read')
@ForTeams('limited')
export class BurnPreviewResolver {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  @Query()
  async burnPreview(@Args() asked: Asked) {
    const { analytics, control, slos, now } = this.runtime
    const { from, to } = readPeriod(asked, now())
    const slo = await slos.find(asked.slo)
    if (!slo) return null
    const objectives =
      typeof asked.objective === 'number' || !isComposite(slo) ? slo.objectives.slice(asked.objective ?? 0).slice(0, 1) : slo.objectives
    if (objectives.length === 0) throw badInput(`${slo.name} has ${slo.objectives.length} objectives; they count from 0.`)
    const { isProduction } = rulesOf(await readSettings(control))
    const environments = await productionEnvironments(analytics, isProduction)
    // Each policy tells of itself, while of the default rules a page needs no ticket beside it.
    const groups = asked.rules ? [readRules(asked.rules)] : await this.rulesInForce(slo)
    const spans = await Promise.all(groups.map((rules) => burnHistory(analytics, { slo, objectives, environments, from, to, rules })))
    const found = spans.flat().sort((a, b) => a.from.getTime() - b.from.getTime())
    const count = (severity: BurnRule['severity']) => found.filter(({ rule }) => rule.severity === severity).length
    return {
      from,
      to,
      pages: count('page'),
      tickets: count('ticket'),
      firings: found.map(({ rule: { severity, longSeconds, shortSeconds, factor }, ...span }) => ({
        severity: severity.toUpperCase(),
        longSeconds,
        shortSeconds,
        factor,
        ...span,
      })),
    }
  }

  private async rulesInForce(slo: Slo): Promise<BurnRule[][]> {
    if (slo.alertPolicies.length === 0) return [burnRules(slo.windowSeconds)]
    const policies = await this.runtime.slos.alertPolicies()
    return slo.alertPolicies.flatMap((name) => {
      const policy = policies.get(name)
      return policy?.whenBreaching ? [[ruleOf(policy)]] : []
    })
  }
}

function readRules(rules: readonly RuleInput[]): BurnRule[] {
  if (rules.length > MOST_RULES) throw badInput(`At most ${MOST_RULES} rules are tried at once.`)
  return rules.map(({ severity, longSeconds, shortSeconds, factor }) => {
    if (!(shortSeconds >= 60 && shortSeconds <= longSeconds && longSeconds <= 30 * 86_400))
      throw badInput('A rule has a short window of a minute or more, and a long one at least as long, up to 30 days.')
    if (!(factor > 0)) throw badInput('A factor is above 0.')
    return {
      severity: severity === 'PAGE' ? 'page' : 'ticket',
      longSeconds,
      shortSeconds,
      factor,
      budgetShare: 0,
      forSeconds: 0,
      fewestBad: FEWEST_BAD,
    }
  })
}
