import { Inject } from '@nestjs/common'
import { Args, Query, Resolver } from '@nestjs/graphql'
import { Requires } from '../../auth/requires.js'
import type { Interval, WeekStart } from '../../metrics/calendar/calendar.js'
import { measures } from '../../metrics/index.js'
import type { Dimension } from '../../metrics/measure.js'
import { defaultWorkspaceChoices, resolveOptions, type MetricOptions, type WorkspaceChoices } from '../../metrics/options.js'
import { PROFILES } from '../../metrics/profiles.js'
import { runMetrics } from '../../metrics/run-metrics.js'
import type { Scope } from '../../metrics/scope.js'
import { readSettings } from '../../workspace/settings.js'
import { RUNTIME, type Runtime } from '../runtime.js'
import { readKnownAnswers } from './known-answers.js'
import { definitionNode, profileNode, resultNode } from './metric-node.js'
import { readOptions, type OptionsArgument } from './options-argument.js'

type MetricsArguments = {
  keys: string[]
  scope?: Scope | null
  window: { from: string; to: string; timeZone?: string | null; weekStart?: WeekStart | null }
  interval?: Interval | null
  groupBy?: Dimension[] | null
  options?: OptionsArgument | null
  compare?: boolean | null
}

@Resolver()
@Requires('read')
export class MetricsResolver {
  private choices: WorkspaceChoices = defaultWorkspaceChoices

  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  @Query()
  async metrics(@Args() { keys, scope, window, interval, groupBy, options, compare }: MetricsArguments) {
    const request = {
      keys,
      scope: scope ?? {},
      window: {
        from: new Date(window.from),
        to: new Date(window.to),
        timeZone: window.timeZone ?? 'UTC',
        weekStart: window.weekStart ?? ('MONDAY' as const),
      },
      interval: interval ?? null,
      groupBy: groupBy ?? [],
      options: await this.inForce(options),
      compare: compare ?? false,
    }
    const results = await runMetrics(this.runtime.analytics, request, this.runtime.now())
    return results.map((result) => resultNode(this.runtime.analytics, result))
  }

  @Query()
  async metricDefinitions(@Args('options') options?: OptionsArgument | null) {
    const inForce = await this.inForce(options)
    return measures.map(({ definition }) => definitionNode(definition, inForce))
  }

  @Query()
  metricProfiles() {
    return PROFILES.map(profileNode)
  }

  private async inForce(options: OptionsArgument | null | undefined): Promise<MetricOptions> {
    // Without the control store the numbers are still there, under the choices last known.
    this.choices = await readSettings(this.runtime.control).catch((error: unknown) => {
      this.runtime.reportQuietly(error)
      return this.choices
    })
    return resolveOptions(readOptions(options), this.choices)
  }

  @Query()
  knownAnswers() {
    return this.runtime.config.demo ? readKnownAnswers() : []
  }
}
