import { Inject } from '@nestjs/common'
import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql'
import { GraphQLError } from 'graphql'
import { principalOf } from '../../auth/guard.js'
import { Requires } from '../../auth/requires.js'
import { ForTeams } from '../../auth/teams/team-rule.js'
import { tryIndicator } from '../../ingest/telemetry/try-indicator.js'
import { faultsOfComparisons, faultsOfIndicator, faultsOfSlo, type Fault } from '../../slo/faults.js'
import type { Slo } from '../../slo/slo.js'
import { keptIndicators, sloHistory } from '../../slo/status.js'
import type { GraphqlContext } from '../graphql/graphql-options.js'
import { badInput, readPage, toPage } from '../paging.js'
import { RUNTIME, type Runtime } from '../runtime.js'
import { judgeNow, productionNow } from './judge.js'
import { faultsOfReplacing, faultsOfSloInput, indicatorOf, sloOf, type IndicatorInput, type SloInput } from './slo-input.js'
import { indicatorNode, sloNode, type ObjectiveNode } from './slo-nodes.js'
import { removeObject } from './remove-object.js'

type ListArguments = { filter?: { services?: string[] | null } | null; first?: number | null; after?: string | null }

@Resolver()
@Requires('read')
export class SlosResolver {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  @Query()
  @ForTeams('limited')
  async slos(@Args() { filter, first, after }: ListArguments) {
    const page = readPage(first, after)
    const [service = '', name = ''] = (page.after ?? []) as string[]
    const all = await this.runtime.slos.list(filter?.services ?? null)
    const rest = all.filter((slo) => page.after === null || slo.service > service || (slo.service === service && slo.name > name))
    const nodes = await this.nodes(rest.slice(0, page.limit + 1))
    return { ...toPage(nodes, page, (node) => [node.service, node.name]), totalCount: all.length }
  }

  @Query()
  @ForTeams('limited')
  async slo(@Args('name') name: string) {
    const slo = await this.runtime.slos.find(name)
    return slo && (await this.nodes([slo]))[0]
  }

  @Query()
  async indicators() {
    return (await this.runtime.slos.indicators()).map(indicatorNode)
  }

  @Query()
  async tryIndicator(@Args('input') input: IndicatorInput) {
    const indicator = indicatorOf(input, null)
    refuse(faultsOfIndicator(indicator))
    return await tryIndicator(this.runtime.analytics, indicator)
  }

  @Query()
  telemetrySources() {
    return this.runtime.telemetry.sources()
  }

  @Query()
  @ForTeams('limited')
  async keptIndicators() {
    return await keptIndicators(this.runtime.analytics)
  }

  @Mutation()
  @Requires('admin')
  async saveIndicator(@Args('input') input: IndicatorInput, @Context() { req }: GraphqlContext) {
    const { slos } = this.runtime
    const indicator = indicatorOf(input, (await slos.indicators()).find(({ name }) => name === input.name) ?? null)
    refuse(faultsOfIndicator(indicator))
    for (const slo of await slos.list()) refuse(faultsOfComparisons(slo, [indicator]))
    await slos.save([{ kind: 'SLI', name: indicator.name, spec: indicator }], await this.actor(req))
    return indicatorNode(indicator)
  }

  @Mutation()
  @Requires('admin')
  async deleteIndicator(@Args('name') name: string) {
    return await removeObject(this.runtime.slos, 'SLI', name)
  }

  @Mutation()
  @Requires('admin')
  async saveSlo(@Args('input') input: SloInput, @Context() { req }: GraphqlContext) {
    const { slos } = this.runtime
    const before = await slos.find(input.name)
    refuse([...faultsOfSloInput(input), ...faultsOfReplacing(before, input)])
    const slo = sloOf(input, before)
    refuse([...faultsOfSlo(slo), ...faultsOfComparisons(slo, await slos.indicators())])
    const policies = await slos.alertPolicies()
    const missing = slo.alertPolicies.find((name) => !policies.has(name))
    if (missing !== undefined) throw badInput(`There is no alert policy ${missing}.`)
    await slos.save([{ kind: 'SLO', name: slo.name, spec: slo }], await this.actor(req))
    return (await this.nodes([slo]))[0]
  }

  @Mutation()
  @Requires('admin')
  async deleteSlo(@Args('name') name: string) {
    return await removeObject(this.runtime.slos, 'SLO', name)
  }

  private async nodes(slos: readonly Slo[]) {
    const judge = await judgeNow(this.runtime)
    return await Promise.all(
      slos.map(async (slo) => {
        const { status, policies } = await judge(slo)
        return sloNode(status, policies)
      }),
    )
  }

  private async actor(req: GraphqlContext['req']): Promise<string> {
    return (await principalOf(req, this.runtime.authenticator))?.actor ?? ''
  }
}

const HOUR_SECONDS = 3_600
const DAY_SECONDS = 86_400

@Resolver('Objective')
@Requires('read')
export class ObjectiveResolver {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  @ResolveField()
  async history(@Parent() { slo, declared, span }: ObjectiveNode, @Args() asked: { from?: Date | string | null; to?: Date | string | null }) {
    const from = asked.from ? new Date(asked.from) : span.from
    const to = asked.to ? new Date(asked.to) : span.at
    if (!(from < to)) throw badInput('from must be before to.')
    const environments = await productionNow(this.runtime)
    const seconds = to.getTime() - from.getTime() <= 7 * DAY_SECONDS * 1000 ? HOUR_SECONDS : DAY_SECONDS
    return await sloHistory(this.runtime.analytics, slo, declared, { environments, from, to, seconds })
  }
}

function refuse(faults: readonly Fault[]): void {
  const [first] = faults
  if (!first) return
  throw new GraphQLError(faults.map(({ path, message }) => `${path}: ${message}`).join(' '), { extensions: { code: 'BAD_USER_INPUT', faults } })
}
