/** How many declared services of one repository a team has. */
export type TeamCount = { repository: string; team: string; services: number }

/** The team of most declared services of the repository, else of the repositories beside it; null where none is known. */
export function likelyTeam(repository: string, counts: readonly TeamCount[]): string | null {
  if (repository === '') return null
  const group = groupOf(repository)
  return leader(counts.filter((count) => count.repository === repository)) ?? leader(counts.filter((count) => groupOf(count.repository) === group))
}

/** Where a repository stands: github.com/shop of github.com/shop/cart. */
export function groupOf(repository: string): string {
  return repository.slice(0, Math.max(0, repository.lastIndexOf('/')))
}

function leader(counts: readonly TeamCount[]): string | null {
  const totals = new Map<string, number>()
  for (const { team, services } of counts) totals.set(team, (totals.get(team) ?? 0) + services)
  const ranked = [...totals].sort(([a, most], [b, fewer]) => fewer - most || (a < b ? -1 : 1))
  return ranked[0]?.[0] ?? null
}
