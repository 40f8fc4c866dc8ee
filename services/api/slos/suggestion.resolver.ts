import { Inject } from '@nestjs/common'
import { Args, Query, Resolver } from '@nestjs/graphql'
import { Requires } from '../../auth/requires.js'
import { ForTeams } from '../../auth/teams/team-rule.js'
import type { Comparison } from '../../slo/slo.js'
import { productionEnvironments } from '../../slo/status.js'
import { suggestObjective } from '../../slo/suggest-target.js'
import { readSettings, rulesOf } from '../../workspace/settings.js'
import { badInput } from '../paging.js'
import { RUNTIME, type Runtime } from '../runtime.js'

type Asked = { service: string; indicator: string; op?: 'LT' | 'LTE' | 'GT' | 'GTE' | null; value?: number | null }

@Resolver()
@Requires('read')
@ForTeams('limited')
export class SuggestionResolver {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  @Query()
  async suggestObjective(@Args() { service, indicator, op = null, value = null }: Asked) {
    if ((op === null) !== (value === null)) throw badInput('op and value belong together.')
    const { analytics, control, now } = this.runtime
    const { isProduction } = rulesOf(await readSettings(control))
    const environments = await productionEnvironments(analytics, isProduction)
    const comparison = op === null ? null : (op.toLowerCase() as Comparison)
    return await suggestObjective(analytics, { service, indicator, environments, op: comparison, value, to: now() })
  }
}
