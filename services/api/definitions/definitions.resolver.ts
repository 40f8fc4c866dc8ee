import { Inject } from '@nestjs/common'
import { Args, Query, Resolver } from '@nestjs/graphql'
import { Requires } from '../../auth/requires.js'
import { ForTeams } from '../../auth/teams/team-rule.js'
import { clustersByEdition } from '../../metrics/benchmarks/clusters.js'
import { compareProfiles, type Side } from '../../metrics/compare-profiles.js'
import { findMeasure } from '../../metrics/index.js'
import type { MetricOptions } from '../../metrics/options.js'
import { readDifference } from '../../metrics/profile-difference.js'
import { PROFILES } from '../../metrics/profiles.js'
import { scopeConditions, type Scope } from '../../metrics/scope.js'
import type { PageArguments } from '../../store/analytics/page.js'
import { readOptions, type OptionsArgument } from '../metrics/options-argument.js'
import { OptionsInForce } from '../metrics/options-in-force.js'
import { OwnScopes } from '../metrics/own-scopes.js'
import type { WindowArgument } from '../metrics/window-argument.js'
import { badInput } from '../paging.js'
import { RUNTIME, type Runtime } from '../runtime.js'
import { comparisonNode, editionNode, optionDifferences, profileValueNode } from './definition-nodes.js'
import { measureQuickCheck } from './measure-quick-check.js'

type ScopeAndWindow = { scope?: Scope | null; window: WindowArgument }
type CompareArguments = ScopeAndWindow & { keys: string[]; profiles?: string[] | null }
type DifferenceArguments = ScopeAndWindow &
  PageArguments & { key: string; left: string; right: string; leftOptions?: OptionsArgument | null; rightOptions?: OptionsArgument | null }
type QuickCheckArguments = ScopeAndWindow & { edition?: string | null; options?: OptionsArgument | null }

@Resolver()
@Requires('read')
@ForTeams('limited')
export class DefinitionsResolver {
  private readonly options: OptionsInForce
  private readonly scopes: OwnScopes

  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {
    this.options = new OptionsInForce(runtime)
    this.scopes = new OwnScopes(runtime)
  }

  @Query()
  async compareProfiles(@Args() { keys, scope, window, profiles }: CompareArguments) {
    const names = [...new Set(profiles ?? PROFILES.map(({ name }) => name))]
    const sides = await Promise.all(names.map((name) => this.side(name)))
    const own = await this.options.resolveWithin(window, {})
    const request = { keys, scope: await this.scopes.within(scope ?? {}), window: own.window, sides }
    const comparisons = await compareProfiles(this.runtime.analytics, request, this.runtime.now())
    return comparisons.map((comparison) => comparisonNode(this.runtime.analytics, comparison, own.options))
  }

  @Query()
  async profileDifference(@Args() { key, scope, window, left, right, leftOptions, rightOptions, ...page }: DifferenceArguments) {
    const measure = findMeasure(key)
    const sides = await Promise.all([this.side(left, leftOptions), this.side(right, rightOptions)])
    const { window: span } = await this.options.resolveWithin(window, {})
    const own = await this.scopes.within(scope ?? {})
    const [onLeft, onRight] = sides.map(({ title, options }) => ({
      name: title,
      context: { scope: scopeConditions(own), from: span.from, to: span.to, options },
    })) as [SideContext, SideContext]
    const { analytics } = this.runtime
    const valueOf = async (side: Side) => {
      const [comparison] = await compareProfiles(analytics, { keys: [key], scope: own, window: span, sides: [side] }, this.runtime.now())
      const [value] = comparison?.values ?? []
      return value && profileValueNode(analytics, measure.definition, value)
    }
    return {
      key,
      ...(await readDifference(analytics, { measure, left: onLeft, right: onRight }, page)),
      options: optionDifferences(measure.definition, onLeft.context.options, onRight.context.options),
      left: () => valueOf(sides[0]),
      right: () => valueOf(sides[1]),
    }
  }

  @Query()
  async quickCheck(@Args() { scope, window, edition, options }: QuickCheckArguments) {
    const inForce = await this.options.resolveWithin(window, readOptions(options))
    const question = { scope: await this.scopes.within(scope ?? {}), ...inForce, edition: edition ?? '2025' }
    return measureQuickCheck(this.runtime.analytics, question, this.runtime.now())
  }

  @Query()
  benchmarks() {
    return clustersByEdition.map(editionNode)
  }

  private async side(name: string, given?: OptionsArgument | null): Promise<Side & { title: string }> {
    if (given?.profile && given.profile !== name) throw badInput(`The options of ${name} name another profile, ${given.profile}.`)
    const options = await this.options.resolve({ ...given, profile: name })
    const title = PROFILES.find((profile) => profile.name === name)?.title ?? name
    const changed = Object.entries(given ?? {}).some(([option, value]) => option !== 'profile' && value != null)
    return { name, options, title: changed ? `${title} with single options` : title }
  }
}

type SideContext = { name: string; context: { scope: ReturnType<typeof scopeConditions>; from: Date; to: Date; options: MetricOptions } }
