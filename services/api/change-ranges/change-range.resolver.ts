import { Inject } from '@nestjs/common'
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql'
import { Requires } from '../../auth/requires.js'
import { hostOf } from '../../source-control/clients.js'
import type { RangeLookup, RangeLookupState } from '../../store/control/entities/range-lookup.js'
import { badInput, readPage } from '../paging.js'
import { RUNTIME, type Runtime } from '../runtime.js'

interface SaveApiAccessInput {
  integration: string
  source: string
  token: string
  apiUrl?: string | null
}

const SOURCE = /^[a-z0-9][a-z0-9._-]{0,99}$/i
const TOKEN = /^[\x21-\x7e]{8,1000}$/

@Resolver('RangeLookup')
export class ChangeRangeResolver {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  @Query()
  @Requires('admin')
  apiAccesses() {
    return this.runtime.apiAccesses.list()
  }

  @Query()
  @Requires('read')
  async rangeLookups(@Args('state') state: string | null, @Args('first') first: number | null) {
    const wanted = (state?.toLowerCase() ?? null) as RangeLookupState | null
    return (await this.runtime.rangeLookups.list(wanted, readPage(first, null).limit)).map(toNode)
  }

  @Mutation()
  @Requires('admin')
  async saveApiAccess(@Args('input') input: SaveApiAccessInput) {
    const { integration, source, token } = input
    const { apiAccesses, rangeLookups } = this.runtime
    const apiUrl = readApiUrl(input.apiUrl)
    const host = hostOf({ integration, apiUrl })
    if (host === null) throw badInput(`Ranges of commits are not asked of ${integration.slice(0, 100)}.`)
    if (!SOURCE.test(source)) throw badInput('source must be letters, digits, dots, dashes and underscores, at most 100.')
    if (!TOKEN.test(token)) throw badInput('token must be from 8 to 1000 visible characters.')
    await apiAccesses.save({ integration, source, token, apiUrl })
    await rangeLookups.retry({ host })
    // What was derived without a token never asked.
    await this.runtime.rebuildFacts()
    const saved = (await apiAccesses.list()).find((access) => access.integration === integration && access.source === source)
    return saved ?? null
  }

  @Mutation()
  @Requires('admin')
  removeApiAccess(@Args('integration') integration: string, @Args('source') source: string): Promise<boolean> {
    return this.runtime.apiAccesses.remove(integration, source)
  }

  @Mutation()
  @Requires('admin')
  async retryRangeLookup(@Args('id') id: string): Promise<boolean> {
    return (await this.runtime.rangeLookups.retry({ id })) > 0
  }
}

function readApiUrl(text: string | null | undefined): string | undefined {
  if (text === null || text === undefined || text.trim() === '') return undefined
  const url = URL.canParse(text) ? new URL(text) : null
  const isPlain = url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '' && url.search === '' && url.hash === ''
  if (!isPlain) throw badInput('apiUrl must be an http or https address without user, password and query, such as https://git.example.com/api/v4.')
  return text.trim()
}

function toNode({ state, ...lookup }: RangeLookup) {
  return { ...lookup, state: state.toUpperCase() }
}
