import { Inject } from '@nestjs/common'
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql'
import { principalOf } from '../../auth/guard.js'
import { Requires } from '../../auth/requires.js'
import type { Subject } from '../../auth/teams/owners.js'
import { ForTeams } from '../../auth/teams/team-rule.js'
import { canonicalJson } from '../../domain/event.js'
import { scopeOf } from '../../domain/scopes.js'
import { dropDeclaration, findDeclaration, keepDeclaration } from '../../workspace/declarations.js'
import { changesFacts, readSettings, writeSettings, type WorkspaceSettings } from '../../workspace/settings.js'
import type { Declaration, Kind, ServiceSpec, SpecByKind } from '../../workspace/specs.js'
import type { GraphqlContext } from '../graphql/graphql-options.js'
import { badInput } from '../paging.js'
import { RUNTIME, type Runtime } from '../runtime.js'
import { isNamed } from './told-of-service.js'
import { recordRename, recordService, senderOf, withdrawService } from './record-service.js'
import { problemsOfNames } from './known-names.js'
import { stillNamed } from './still-named.js'
import { checkedName, checkedSpec, declarationNode, readWorkspaceInput, refusalOf, workspaceNode, type WorkspaceInput } from './workspace-input.js'

type Named = { name: string; input: object }
type ServiceInput = { team?: string | null; aliases?: string[] | null }

@Resolver()
@Requires('admin')
export class WorkspaceChangesResolver {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  @Mutation()
  @ForTeams(({ name, input }: { name: string; input: ServiceInput }, limit) => limit.refusal(declared(name, input.team, input.aliases)))
  declareService(@Args() { name, input }: Named, @Context() context: GraphqlContext) {
    return this.declare(name, checkedSpec('Service', input), context)
  }

  @Mutation()
  @ForTeams(({ name, team }: { name: string; team: string }, limit) => limit.refusal(declared(name, team)))
  async claimService(@Args() { name, team, tier }: { name: string; team: string; tier?: string | null }, @Context() context: GraphqlContext) {
    if (team.trim() === '') throw badInput('team must not be empty.')
    const declared = await findDeclaration(this.runtime.control, 'Service', name)
    const input = { ...(declared ?? (await this.seen(name))), team, ...(tier ? { tier } : {}) }
    return this.declare(name, checkedSpec('Service', input), context)
  }

  @Mutation()
  @ForTeams(({ name }: { name: string }, limit) => limit.refusal(declared(name)))
  async withdrawService(@Args('name') name: string, @Context() { req }: GraphqlContext) {
    return withdrawService(this.runtime, name, senderOf((await principalOf(req, this.runtime.authenticator))?.actor))
  }

  @Mutation()
  @ForTeams(({ from, to }: { from: string; to: string }, limit) => limit.refusal(declared(from), declared(to)))
  async renameService(@Args() { from, to, reason }: { from: string; to: string; reason: string }, @Context() { req }: GraphqlContext) {
    if (from === to) throw badInput('The new name is the old one.')
    if (reason.trim() === '') throw badInput('reason must not be empty: say why, for whoever reads this later.')
    if (!(await isNamed(this.runtime.analytics, [from, to]))) throw badInput(`No event names the service ${from}, nor ${to}.`)
    const { control } = this.runtime
    const [old, known] = await Promise.all([findDeclaration(control, 'Service', from), findDeclaration(control, 'Service', to)])
    const spec = known ?? (await this.runtime.toldOfService(to)) ?? old ?? (await this.runtime.toldOfService(from)) ?? {}
    const aliases = [...new Set([...(spec.aliases ?? []), ...(old?.aliases ?? []), from])].filter((alias) => alias !== to)
    const declared = checkedSpec('Service', { ...spec, aliases })
    const sender = senderOf((await principalOf(req, this.runtime.authenticator))?.actor)
    await recordRename(this.runtime, { from: checkedName(from), to: checkedName(to) }, declared, sender)
    return resultOf({ kind: 'Service', name: to, spec: declared }, old !== null || !isSame(known, declared))
  }

  @Mutation()
  putTeam(@Args() { name, input }: Named) {
    return this.put('Team', name, input)
  }

  @Mutation()
  deleteTeam(@Args('name') name: string) {
    return this.remove('Team', name)
  }

  @Mutation()
  putEnvironment(@Args() { name, production }: { name: string; production: boolean }) {
    return this.derivedAgain(() => this.put('Environment', name, { production }))
  }

  @Mutation()
  deleteEnvironment(@Args('name') name: string) {
    return this.derivedAgain(() => this.remove('Environment', name))
  }

  @Mutation()
  putApproverGroup(@Args() { name, input }: Named) {
    return this.derivedAgain(() => this.put('ApproverGroup', name, input))
  }

  @Mutation()
  deleteApproverGroup(@Args('name') name: string) {
    return this.derivedAgain(() => this.remove('ApproverGroup', name))
  }

  @Mutation()
  putCalendar(@Args() { name, input }: Named) {
    return this.put('Calendar', name, input)
  }

  @Mutation()
  deleteCalendar(@Args('name') name: string) {
    return this.remove('Calendar', name)
  }

  @Mutation()
  async updateWorkspace(@Args('input') input: WorkspaceInput) {
    const { control } = this.runtime
    const change = readWorkspaceInput(input)
    const { calendar } = change
    if (calendar && (await findDeclaration(control, 'Calendar', calendar)) === null) throw badInput(`There is no calendar ${calendar}.`)
    return workspaceNode(await this.derivedAgain(() => writeSettings(control, change)))
  }

  private async put<K extends Exclude<Kind, 'Workspace' | 'Service'>>(kind: K, name: string, input: object) {
    const spec = checkedSpec(kind, input)
    const before = await findDeclaration(this.runtime.control, kind, checkedName(name))
    const changed = !isSame(before, spec)
    if (changed) {
      await this.checkNames({ kind, name, spec } as Declaration)
      await keepDeclaration(this.runtime.control, { kind, name, spec })
    }
    return resultOf({ kind, name, spec } as Declaration, changed)
  }

  private async remove(kind: Exclude<Kind, 'Workspace' | 'Service'>, name: string): Promise<boolean> {
    if ((await findDeclaration(this.runtime.control, kind, name)) === null) return false
    const [named] = await stillNamed(this.runtime, [{ kind, name }])
    if (named) throw badInput(named.message)
    return dropDeclaration(this.runtime.control, kind, name)
  }

  private async declare(name: string, spec: ServiceSpec, { req }: GraphqlContext) {
    const changed = !isSame(await findDeclaration(this.runtime.control, 'Service', checkedName(name)), spec)
    if (changed) {
      await this.checkNames({ kind: 'Service', name, spec })
      await recordService(this.runtime, name, spec, senderOf((await principalOf(req, this.runtime.authenticator))?.actor))
    }
    return resultOf({ kind: 'Service', name, spec }, changed)
  }

  private async checkNames(declaration: Declaration): Promise<void> {
    const problems = (await problemsOfNames(this.runtime, [declaration])).flat()
    if (problems.length > 0) throw refusalOf(problems)
  }

  /** What events and other sources already say of a service, so that claiming it takes nothing back. */
  private async seen(name: string): Promise<Partial<ServiceSpec>> {
    const told = await this.runtime.toldOfService(name)
    if (!told) throw badInput(`No event names the service ${name}; declare it instead.`)
    return told
  }

  /** Marks all services to be derived again if this changes what facts follow from. */
  private async derivedAgain<T>(change: () => Promise<T>): Promise<T> {
    const before: WorkspaceSettings = await readSettings(this.runtime.control)
    const result = await change()
    if (changesFacts(before, await readSettings(this.runtime.control))) await this.runtime.rebuildFacts()
    return result
  }
}

/** What a declaration of a service is about: all its names, and the team that it gives it to. */
function declared(name: string, team?: string | null, aliases?: readonly string[] | null): Subject {
  return { scopes: [name, ...(aliases ?? [])].map(scopeOf.service), team }
}

function resultOf(declaration: Declaration, changed: boolean) {
  return { changed, declaration: declarationNode(declaration) }
}

function isSame<K extends Kind>(before: SpecByKind[K] | null, after: SpecByKind[K]): boolean {
  return before !== null && canonicalJson(before) === canonicalJson(after)
}
