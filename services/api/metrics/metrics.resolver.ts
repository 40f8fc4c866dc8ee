import { Inject } from '@nestjs/common'
import { Args, Info, Query, Resolver } from '@nestjs/graphql'
import type { GraphQLResolveInfo } from 'graphql'
import { Requires } from '../../auth/requires.js'
import { ForTeams } from '../../auth/teams/team-rule.js'
import type { Interval } from '../../metrics/calendar/calendar.js'
import { measures } from '../../metrics/index.js'
import type { Dimension } from '../../metrics/measure.js'
import { PROFILES } from '../../metrics/profiles.js'
import { runMetrics } from '../../metrics/run-metrics.js'
import type { Scope } from '../../metrics/scope.js'
import { RUNTIME, type Runtime } from '../runtime.js'
import { readKnownAnswers } from './known-answers.js'
import { definitionNode, profileNode, resultNode } from './metric-node.js'
import { readOptions, type OptionsArgument } from './options-argument.js'
import { OptionsInForce } from './options-in-force.js'
import { OwnScopes } from './own-scopes.js'
import { selects } from '../graphql/selects.js'
import type { WindowArgument } from './window-argument.js'

type MetricsArguments = {
  keys: string[]
  scope?: Scope | null
  window: WindowArgument
  interval?: Interval | null
  groupBy?: Dimension[] | null
  options?: OptionsArgument | null
  compare?: boolean | null
}

@Resolver()
@Requires('read')
@ForTeams('open')
export class MetricsResolver {
  private readonly options: OptionsInForce
  private readonly scopes: OwnScopes

  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {
    this.options = new OptionsInForce(runtime)
    this.scopes = new OwnScopes(runtime)
  }

  @Query()
  @ForTeams('limited')
  async metrics(@Args() { keys, scope, window, interval, groupBy, options, compare }: MetricsArguments, @Info() info: GraphQLResolveInfo) {
    const request = {
      keys,
      scope: await this.scopes.within(scope ?? {}),
      interval: interval ?? null,
      groupBy: groupBy ?? [],
      ...(await this.options.resolveWithin(window, readOptions(options))),
      compare: compare ?? false,
      stats: selects(info, ['stats', 'level']),
    }
    const results = await runMetrics(this.runtime.analytics, request, this.runtime.now())
    return results.map((result) => resultNode(this.runtime.analytics, result))
  }

  @Query()
  async metricDefinitions(@Args('options') options?: OptionsArgument | null) {
    const inForce = await this.options.resolve(options)
    return measures.map(({ definition }) => definitionNode(definition, inForce))
  }

  @Query()
  metricProfiles() {
    return PROFILES.map(profileNode)
  }

  @Query()
  knownAnswers() {
    return this.runtime.config.demo ? readKnownAnswers() : []
  }
}
