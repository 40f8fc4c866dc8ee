import { Inject } from '@nestjs/common'
import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql'
import { principalOf } from '../../auth/guard.js'
import { Requires } from '../../auth/requires.js'
import { ForTeams } from '../../auth/teams/team-rule.js'
import { brokenReferences, reportedIndicator, specsOf, type OpenSloObject, type ServiceTitle } from '../../slo/openslo/content.js'
import { readOpenSlo } from '../../slo/openslo/read.js'
import { writeOpenSlo } from '../../slo/openslo/write.js'
import { keptIndicators } from '../../slo/status.js'
import type { KeptKind, KeptObject } from '../../slo/slo-store.js'
import { findDeclaration, listKind } from '../../workspace/declarations.js'
import type { GraphqlContext } from '../graphql/graphql-options.js'
import { RUNTIME, type Runtime } from '../runtime.js'
import { recordService, senderOf } from '../workspace/record-service.js'
import { checkedSpec } from '../workspace/workspace-input.js'
import { removeObject } from './remove-object.js'

const KINDS: Record<string, KeptKind> = {
  DATA_SOURCE: 'DataSource',
  SLI: 'SLI',
  ALERT_NOTIFICATION_TARGET: 'AlertNotificationTarget',
  ALERT_CONDITION: 'AlertCondition',
  ALERT_POLICY: 'AlertPolicy',
  SLO: 'SLO',
}

@Resolver()
@Requires('read')
export class OpenSloResolver {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  @Query()
  @ForTeams(async ({ services }: { services?: string[] | null }, limit) => {
    const own = await limit.within(services)
    return services && own?.length === services.length ? null : 'services have to be named, and be of the teams that the token is for'
  })
  async openSlo(@Args('services') services?: string[] | null) {
    const all = await this.objects()
    return writeOpenSlo(services ? neededBy(all, services) : all)
  }

  @Mutation()
  @Requires('admin')
  async applyOpenSlo(@Args() { yaml, dryRun }: { yaml: string; dryRun?: boolean | null }, @Context() { req }: GraphqlContext) {
    const { objects, references, notUsed, problems: misread } = readOpenSlo(yaml)
    const problems = [...misread, ...brokenReferences(references, [...objects, ...(await this.objects()), ...(await this.reported())])]
    const applied = problems.length === 0 && dryRun !== true
    if (applied) {
      const actor = (await principalOf(req, this.runtime.authenticator))?.actor ?? ''
      for (const service of specsOf(objects, 'Service')) await this.declare(service, actor)
      await this.runtime.slos.save(objects.filter(isKept), actor)
    }
    const names = (kind: OpenSloObject['kind']) => specsOf(objects, kind).map(({ name }) => name)
    return { applied, objects: objects.map(({ kind, name }) => `${kind} ${name}`), indicators: names('SLI'), slos: names('SLO'), notUsed, problems }
  }

  @Mutation()
  @Requires('admin')
  async deleteOpenSloObject(@Args('kind') kind: string, @Args('name') name: string) {
    return await removeObject(this.runtime.slos, KINDS[kind] as KeptKind, name)
  }

  private async objects(): Promise<OpenSloObject[]> {
    const declared = await listKind(this.runtime.control, 'Service')
    const services = declared.map(({ name, spec }): OpenSloObject => ({ kind: 'Service', name, spec: { name, displayName: spec.title } }))
    return [...services, ...(await this.runtime.slos.objects())]
  }

  private async reported(): Promise<OpenSloObject[]> {
    return (await keptIndicators(this.runtime.analytics)).map(reportedIndicator)
  }

  /** Declares a service, or gives it a title; what else is said of it stays as it is. */
  private async declare({ name, displayName }: ServiceTitle, actor: string): Promise<void> {
    const declared = await findDeclaration(this.runtime.control, 'Service', name)
    if (declared && (displayName === '' || declared.title === displayName)) return
    const before = declared ?? (await this.runtime.toldOfService(name)) ?? {}
    const spec = checkedSpec('Service', { ...before, ...(displayName === '' ? {} : { title: displayName }) })
    await recordService(this.runtime, name, spec, senderOf(actor))
  }
}

function isKept(object: OpenSloObject): object is KeptObject {
  return object.kind !== 'Service'
}

/** These services, their objectives, and all that those refer to. */
function neededBy(all: readonly OpenSloObject[], services: readonly string[]): OpenSloObject[] {
  const slos = specsOf(all, 'SLO').filter(({ service }) => services.includes(service))
  const indicators = new Set(slos.flatMap((slo) => [slo.indicator, ...slo.objectives.map(({ indicator }) => indicator)]))
  const policies = specsOf(all, 'AlertPolicy').filter(({ name }) => slos.some(({ alertPolicies }) => alertPolicies.includes(name)))
  const isNeeded: Record<OpenSloObject['kind'], (name: string) => boolean> = {
    Service: (name) => services.includes(name),
    DataSource: () => false,
    SLI: (name) => indicators.has(name),
    AlertNotificationTarget: (name) => policies.some(({ targets }) => targets.includes(name)),
    AlertCondition: (name) => policies.some(({ condition }) => condition === name),
    AlertPolicy: (name) => policies.some((policy) => policy.name === name),
    SLO: (name) => slos.some((slo) => slo.name === name),
  }
  return all.filter(({ kind, name }) => isNeeded[kind](name))
}
