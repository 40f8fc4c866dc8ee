import type { ServiceFacts } from '../domain/derive.js'
import type { AskedRange, RangeLookups } from './range-lookups.js'
import type { ApiAccesses } from '../source-control/api-access.js'

/** What a provider could tell about a service: ranges of successful production deployments, where two commits are known. */
export function unknownRanges({ service, deployments }: Pick<ServiceFacts, 'service' | 'deployments'>): AskedRange[] {
  const withFiles = service.paths.length > 0
  return deployments.flatMap(({ production, outcome, unknownRange }) =>
    production && outcome === 'succeeded' && unknownRange !== null ? [{ ...unknownRange, service: service.service, withFiles }] : [],
  )
}

const REMEMBERED = 50_000

/** Puts ranges into the queue if a token is known for their host; those it put there before cost nothing. */
export function createRangeAsker({
  lookups,
  accesses,
  onAsked,
}: {
  lookups: RangeLookups
  accesses: Pick<ApiAccesses, 'byHost'>
  onAsked: () => void
}) {
  const asked = new Set<string>()
  return async (ranges: readonly AskedRange[]): Promise<void> => {
    const fresh = ranges.filter((range) => !asked.has(keyOf(range)))
    if (fresh.length === 0) return
    const hosts = await accesses.byHost()
    const known = fresh.filter(({ repository }) => hosts.has(repository.split('/', 1)[0] ?? ''))
    if ((await lookups.ask(known)) > 0) onAsked()
    if (asked.size > REMEMBERED) asked.clear()
    for (const range of known) asked.add(keyOf(range))
  }
}

function keyOf({ repository, base, head, withFiles }: AskedRange): string {
  return `${repository}\n${base}\n${head}\n${withFiles}`
}
