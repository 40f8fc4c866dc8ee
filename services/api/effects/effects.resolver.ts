import { Inject } from '@nestjs/common'
import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql'
import { Requires } from '../../auth/requires.js'
import { ForTeams } from '../../auth/teams/team-rule.js'
import { blindSpots } from '../../slo/blind-spots.js'
import { barsOf } from '../../slo/histogram.js'
import { indicatorHistory } from '../../slo/indicator-history.js'
import { readKept } from '../../slo/kept.js'
import { productionEnvironments } from '../../slo/status.js'
import { readSettings, rulesOf } from '../../workspace/settings.js'
import { badInput } from '../paging.js'
import type { DeploymentNode } from '../releases/rows.js'
import { RUNTIME, type Runtime } from '../runtime.js'
import { effectLoader, type EffectNode } from './effect-loader.js'

@Resolver('Deployment')
@Requires('read')
export class DeploymentEffectsResolver {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  @ResolveField()
  async effects(@Parent() deployment: DeploymentNode, @Context() context: object) {
    return await effectLoader(context, this.runtime.analytics).load(deployment)
  }

  @ResolveField()
  async blindSpots(@Parent() deployment: DeploymentNode, @Context() context: object) {
    const { production, outcome, fullTrafficAt, finishedAt, service } = deployment
    if (!production || outcome !== 'succeeded') return []
    const [effects, slos] = await Promise.all([effectLoader(context, this.runtime.analytics).load(deployment), this.runtime.slos.list([service])])
    const declared = slos.flatMap((slo) => slo.objectives.map(({ indicator }) => indicator ?? slo.indicator ?? ''))
    const servedAt = fullTrafficAt ?? finishedAt
    return blindSpots(
      {
        servedAt: servedAt === null ? null : Date.parse(servedAt),
        expected: [...deployment.slisExpected, ...declared].filter((indicator) => indicator !== ''),
        seen: effects.flatMap(({ indicator, after }) => (isTold(after) ? [indicator] : [])),
      },
      this.runtime.now(),
    )
  }
}

function isTold({ total, value, quantiles }: EffectNode['after']): boolean {
  return total > 0 || value !== null || quantiles.length > 0
}

const MOST_POINTS = 200
const MINUTE_SECONDS = 60
const HOUR_SECONDS = 3_600

@Resolver()
@Requires('read')
@ForTeams('limited')
export class IndicatorHistoryResolver {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  @Query()
  async indicatorHistory(@Args() asked: { service: string; from: Date | string; to: Date | string }) {
    const [from, to] = [new Date(asked.from), new Date(asked.to)]
    if (!(from < to)) throw badInput('from must be before to.')
    const seconds = (to.getTime() - from.getTime()) / 1000
    const { analytics, control, slos, config } = this.runtime
    const longest = config.telemetryDays.hours
    if (seconds > longest * 86_400) throw badInput(`Indicators are kept for ${longest} days; ask for no more.`)
    const [settings, { minutesSince }] = await Promise.all([readSettings(control), readKept(control.dataSource)])
    const { isProduction } = rulesOf(settings)
    const least = from < minutesSince ? HOUR_SECONDS : MINUTE_SECONDS
    const stepSeconds = Math.max(1, Math.ceil(seconds / MOST_POINTS / least)) * least
    const [environments, indicators] = await Promise.all([productionEnvironments(analytics, isProduction), slos.indicators()])
    const known = new Map(indicators.map((indicator) => [indicator.name, indicator]))
    const series = await indicatorHistory(analytics, { service: asked.service, environments, from, to, stepSeconds, minutesSince })
    return series.map(({ indicator, environment, points, buckets }) => ({
      indicator,
      displayName: known.get(indicator)?.displayName || indicator,
      unit: known.get(indicator)?.unit ?? '',
      environment,
      stepSeconds,
      points: points.map((point) => ({ ...point, goodRatio: point.total > 0 ? point.good / point.total : null })),
      distribution: barsOf(buckets),
    }))
  }
}
