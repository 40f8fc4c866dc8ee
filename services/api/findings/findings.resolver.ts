import { Inject } from '@nestjs/common'
import { Args, Query, Resolver } from '@nestjs/graphql'
import { Requires } from '../../auth/requires.js'
import { ForTeams } from '../../auth/teams/team-rule.js'
import { findingRules } from '../../findings/index.js'
import { readPage, toPage } from '../paging.js'
import { RUNTIME, type Runtime } from '../runtime.js'
import { askFindings, type FindingsQuestion } from './ask-findings.js'

type Asked = FindingsQuestion & { first?: number | null; after?: string | null }

@Resolver()
@Requires('read')
@ForTeams('limited')
export class FindingsResolver {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  @Query()
  async findings(@Args() { scope, window, kinds, first, after }: Asked) {
    const page = readPage(first, after)
    const found = await askFindings(this.runtime, { scope, window, kinds })
    const rest = page.after === null ? found : found.filter((finding) => isAfter(finding, page.after ?? []))
    const nodes = rest.slice(0, page.limit + 1)
    return { ...toPage(nodes, page, ({ since, id }) => [since.getTime(), id]), totalCount: found.length }
  }

  @Query()
  findingRules() {
    return findingRules
  }
}

function isAfter({ since, id }: { since: Date; id: string }, [time, last]: readonly unknown[]): boolean {
  return since.getTime() < Number(time) || (since.getTime() === Number(time) && id > String(last))
}
