import type { CanonicalEvent } from './event.js'
import type { ServiceFact } from './facts.js'
import { claimOf, compareClaims, foldClaims, type Claim } from './fold.js'
import { compareText, type Instant } from './instant.js'

type Fields = {
  service: string
  title: string
  team: string
  tier: string
  repository: string
  paths: string[]
  owner: string
  runbookUrl: string
  sourceOfRecord: string
  slis: string[]
  dependsOn: string[]
  aliases: string[]
  withdrawn: boolean
}

/** Folds the declarations of one service; the repositories its deployments name are added. */
export function foldService(service: string, declarations: readonly CanonicalEvent[], deployedRepositories: Iterable<string>): ServiceFact {
  const claims = declarations.map((event) => claimOf<Fields>(event, event.data as Fields))
  const fields: Partial<Fields> = claims.length > 0 ? foldClaims(claims).fields : {}
  const repositories = new Set(deployedRepositories)
  if (fields.repository) repositories.add(fields.repository)
  return {
    service,
    title: fields.title || service,
    team: fields.team ?? '',
    tier: String(fields.tier ?? ''),
    repositories: [...repositories].sort(compareText),
    paths: fields.paths ?? [],
    owner: fields.owner ?? '',
    runbookUrl: fields.runbookUrl ?? '',
    declared: isDeclared(claims),
    sourceOfRecord: fields.sourceOfRecord || null,
    slis: fields.slis ?? [],
    dependsOn: fields.dependsOn ?? [],
    aliases: fields.aliases ?? [],
    ownership: ownershipOf(claims),
  }
}

/** Whether the last that was said of it does not take it back. */
function isDeclared(claims: readonly Claim<Fields>[]): boolean {
  const last = [...claims].sort(compareClaims).at(-1)
  return last !== undefined && last.fields.withdrawn !== true
}

function ownershipOf(claims: readonly Claim<Fields>[]): ServiceFact['ownership'] {
  const periods: ServiceFact['ownership'] = []
  const byTime = claims.filter((claim) => claim.fields.team !== undefined).sort((a, b) => a.time - b.time || compareClaims(a, b))
  let leading: Claim<Fields> | null = null
  for (const claim of byTime) {
    if (leading && compareClaims(claim, leading) < 0) continue
    leading = claim
    const team = claim.fields.team as string
    if (team === '' && periods.length === 0) continue
    if (periods.at(-1)?.team !== team) periods.push({ team, from: claim.time })
  }
  return periods
}

/** The team that owned a service then; before the first declaration, the first to be declared. */
export function teamAt(ownership: ServiceFact['ownership'], at: Instant): string {
  return ownership.findLast((period) => period.from <= at)?.team ?? ownership[0]?.team ?? ''
}
