import type { CanonicalEvent } from './event.js'
import type { ServiceFact } from './facts.js'
import { claimOf, foldClaims } from './fold.js'
import { compareText } from './instant.js'

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
}

/** Folds the declarations of one service; the repositories its deployments name are added. */
export function foldService(service: string, declarations: readonly CanonicalEvent[], deployedRepositories: Iterable<string>): ServiceFact {
  const fields: Partial<Fields> =
    declarations.length > 0 ? foldClaims(declarations.map((event) => claimOf<Fields>(event, event.data as Fields))).fields : {}
  const repositories = new Set(deployedRepositories)
  if (fields.repository) repositories.add(fields.repository)
  return {
    service,
    title: fields.title ?? service,
    team: fields.team ?? '',
    tier: String(fields.tier ?? ''),
    repositories: [...repositories].sort(compareText),
    paths: fields.paths ?? [],
    owner: fields.owner ?? '',
    runbookUrl: fields.runbookUrl ?? '',
    declared: declarations.length > 0,
    sourceOfRecord: fields.sourceOfRecord ?? null,
  }
}
