import { Inject } from '@nestjs/common'
import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql'
import DataLoader from 'dataloader'
import { checkTrust, noTrust, type AttestationTrust } from '../../attestations/trust.js'
import { loadTrust, saveTrust } from '../../attestations/trust-setting.js'
import { Requires } from '../../auth/requires.js'
import { ForTeams } from '../../auth/teams/team-rule.js'
import { groupBy } from '../../domain/fold.js'
import type { PageArguments } from '../../store/analytics/page.js'
import type { GraphqlContext } from '../graphql/graphql-options.js'
import { badInput } from '../paging.js'
import { RUNTIME, type Runtime } from '../runtime.js'
import { attestationsOf, listAttestations, listUnmatched, type AttestationFilter, type AttestationNode } from './attestation-list.js'
import { knownArtifacts } from './known-artifacts.js'

type TrustInput = { [key in keyof Omit<AttestationTrust, 'version'>]?: AttestationTrust[key] | null }

@Resolver()
export class AttestationsResolver {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  @Query()
  @Requires('read')
  @ForTeams('limited')
  async attestations(@Args() { filter, ...page }: PageArguments & { filter?: AttestationFilter | null }) {
    return listAttestations(this.runtime.analytics, await this.trust(), filter ?? {}, page)
  }

  @Query()
  @Requires('read')
  @ForTeams('limited')
  async unmatchedAttestations(@Args() page: PageArguments) {
    return listUnmatched(this.runtime.analytics, await this.trust(), page)
  }

  @Query()
  @Requires('read')
  async attestationTrust() {
    return trustNode(await this.trust())
  }

  @Mutation()
  @Requires('admin')
  async setAttestationTrust(@Args('input') input: TrustInput) {
    const changes = readInput(input)
    const errors = checkTrust({ ...noTrust, ...changes })
    if (errors.length > 0)
      throw badInput(
        errors
          .slice(0, 20)
          .map(({ path, message }) => `${path}: ${message}`)
          .join('; '),
      )
    const trust = await saveTrust(this.runtime.control.dataSource, changes)
    // What those sources said before counts otherwise now.
    if (changes.sources) await this.runtime.rebuildFacts()
    return trustNode(trust)
  }

  private trust(): Promise<AttestationTrust> {
    return loadTrust(this.runtime.control.dataSource)
  }
}

@Resolver('Attestation')
export class AttestationResolver {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  @ResolveField()
  matched(@Parent() { digest }: AttestationNode, @Context() context: GraphqlContext): Promise<boolean> {
    const load = async (digests: readonly string[]) => {
      const known = await knownArtifacts(this.runtime.analytics, digests)
      return digests.map((each) => known.has(each))
    }
    return loaderOf(context, matchedLoader, load).load(digest)
  }
}

@Resolver('Artifact')
export class ArtifactAttestationsResolver {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  @ResolveField()
  attestations(@Parent() { digest }: { digest: string }, @Context() context: GraphqlContext): Promise<AttestationNode[]> {
    const { analytics, control } = this.runtime
    const load = async (digests: readonly string[]) => {
      const found = groupBy(await attestationsOf(analytics, await loadTrust(control.dataSource), digests), (node) => node.digest)
      return digests.map((each) => found.get(each) ?? [])
    }
    return loaderOf(context, artifactLoader, load).load(digest)
  }
}

const matchedLoader = Symbol('matched attestations')
const artifactLoader = Symbol('attestations of artifacts')

function loaderOf<Value>(
  { perRequest }: GraphqlContext,
  key: symbol,
  load: (keys: readonly string[]) => Promise<Value[]>,
): DataLoader<string, Value> {
  const known = perRequest.get(key) as DataLoader<string, Value> | undefined
  if (known) return known
  const made = new DataLoader<string, Value>(load)
  perRequest.set(key, made)
  return made
}

/** What was given; a null list is one that was left out, a null trusted root goes back to the public one. */
function readInput(input: TrustInput): Partial<Omit<AttestationTrust, 'version'>> {
  const { identities, publicKeys, sources, kinds } = input
  return {
    ...(identities
      ? { identities: identities.map(({ issuer, identity, repositories }) => ({ issuer, identity, repositories: repositories ?? null })) }
      : {}),
    ...(publicKeys ? { publicKeys: publicKeys.map(({ id, pem, repositories }) => ({ id, pem, repositories: repositories ?? null })) } : {}),
    ...(sources ? { sources: sources.map(({ source, senders }) => ({ source, senders })) } : {}),
    ...(kinds ? { kinds: kinds.map(({ predicateType, kind }) => ({ predicateType, kind: kind.toLowerCase() as typeof kind })) } : {}),
    ...('trustedRoot' in input ? { trustedRoot: input.trustedRoot } : {}),
  }
}

function trustNode(trust: AttestationTrust) {
  return { ...trust, kinds: trust.kinds.map(({ predicateType, kind }) => ({ predicateType, kind: kind.toUpperCase() })) }
}
