import { Inject } from '@nestjs/common'
import { Args, Query, Resolver } from '@nestjs/graphql'
import { Requires } from '../../auth/requires.js'
import { ForTeams } from '../../auth/teams/team-rule.js'
import type { PageArguments } from '../../store/analytics/page.js'
import { listDeclarations, listKind } from '../../workspace/declarations.js'
import { readSettings } from '../../workspace/settings.js'
import { kindName } from '../../workspace/specs.js'
import { RUNTIME, type Runtime } from '../runtime.js'
import { listEnvironments, listTeams } from './catalogue-lists.js'
import { listUndeclaredServices } from './undeclared-services.js'
import { problemsOfNames } from './known-names.js'
import { stillNamed } from './still-named.js'
import { checkedDeclaration, declarationNode, kindOf, workspaceNode } from './workspace-input.js'

type Named = { kind: string; name: string }

@Resolver()
@Requires('read')
export class WorkspaceResolver {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  @Query()
  @ForTeams('open')
  async workspace() {
    return workspaceNode(await readSettings(this.runtime.control))
  }

  @Query()
  @ForTeams('limited')
  teams(@Args() page: PageArguments) {
    return listTeams(this.runtime, page)
  }

  @Query()
  @ForTeams('limited')
  environments() {
    return listEnvironments(this.runtime)
  }

  @Query()
  async approverGroups() {
    return (await listKind(this.runtime.control, 'ApproverGroup')).map(({ name, spec }) => ({ id: name, ...spec, title: spec.title || name }))
  }

  @Query()
  @ForTeams('open')
  async calendars() {
    return (await listKind(this.runtime.control, 'Calendar')).map(({ name, spec }) => ({ id: name, ...spec }))
  }

  @Query()
  @ForTeams('limited')
  undeclaredServices(@Args() page: PageArguments) {
    return listUndeclaredServices(this.runtime.analytics, page)
  }

  @Query()
  async declarations(@Args('kinds') kinds?: string[] | null, @Args('names') names?: string[] | null) {
    const all = await listDeclarations(this.runtime.control)
    return all
      .filter(({ kind, name }) => (kinds?.includes(kindName(kind)) ?? true) && (names?.includes(name) ?? true))
      .map((declaration) => declarationNode(declaration))
  }

  @Query()
  async declarationProblems(@Args('declarations') given: { kind: string; name: string; spec: object }[]) {
    const problems = await problemsOfNames(this.runtime, given.map(checkedDeclaration))
    return problems.flatMap((own, index) => own.map(({ path, message }) => ({ index, path: path.map(String), message })))
  }
  /** Routes and tokens are named in it, which administrators alone may see. */
  @Query()
  @Requires('admin')
  async removalProblems(@Args() { removed, declarations }: { removed: Named[]; declarations?: (Named & { spec: object })[] | null }) {
    const gone = removed.map(({ kind, name }) => ({ kind: kindOf(kind), name }))
    const problems = await stillNamed(this.runtime, gone, (declarations ?? []).map(checkedDeclaration))
    return problems.map(({ kind, ...problem }) => ({ kind: kindName(kind), ...problem }))
  }
}
