import { compareClaims, CORRECTION_REVISION, groupBy, type Claim, type Contradiction } from './fold.js'
import { compareText, type Instant } from './instant.js'

type Told = { severity: string; startedAt: Instant; mitigatedAt: Instant; resolvedAt: Instant; service: string; services: string[] }

/** Senders notice things at different moments: times within these milliseconds of each other are no contradiction. */
const TOLERANCE_MS = 5 * 60_000

/**
 * What the sources of one incident say differently, each by its last word: one sender that changes its mind corrects itself.
 * Detection and acknowledgement are each sender's own, and do not contradict.
 */
export function incidentContradictions(claims: readonly Claim<Told>[], services: readonly string[]): Contradiction[] {
  const isSameWord = (one: string, other: string) => one.toLowerCase() === other.toLowerCase()
  const isSameTime = (one: Instant, other: Instant) => Math.abs(one - other) <= TOLERANCE_MS
  const asTold = (text: string) => text
  const asInstant = (at: Instant) => new Date(at).toISOString()
  return [
    ...differing(claims, 'severity', isSameWord, asTold),
    ...differing(claims, 'startedAt', isSameTime, asInstant),
    ...differing(claims, 'mitigatedAt', isSameTime, asInstant),
    ...differing(claims, 'resolvedAt', isSameTime, asInstant),
    ...differingServices(claims, services),
  ]
}

function differing<K extends 'severity' | 'startedAt' | 'mitigatedAt' | 'resolvedAt'>(
  claims: readonly Claim<Told>[],
  field: K,
  isSame: (one: Told[K], other: Told[K]) => boolean,
  show: (value: Told[K]) => string,
): Contradiction[] {
  const saying = claims.filter(({ fields }) => fields[field] !== undefined && fields[field] !== '').sort(compareClaims)
  const winner = saying.at(-1)
  if (!winner) return []
  const kept = winner.fields[field] as Told[K]
  const comparable = saying.filter(({ revision }) => revision === winner.revision)
  const lastWords = new Map(comparable.map(({ source, fields }) => [source, fields[field] as Told[K]]))
  return [...lastWords]
    .filter(([, value]) => !isSame(value, kept))
    .sort(([a], [b]) => compareText(a, b))
    .map(([source, value]) => ({ field, kept: show(kept), dropped: show(value), source }))
}

/** All that any source names are the services in force, unless a person named them; a source that names fewer says otherwise. */
function differingServices(claims: readonly Claim<Told>[], services: readonly string[]): Contradiction[] {
  const naming = claims.filter(({ fields }) => fields.service || fields.services?.length)
  if (naming.some(({ revision }) => revision === CORRECTION_REVISION)) return []
  const kept = services.join(', ')
  return [...groupBy(naming, ({ source }) => source)]
    .map(([source, own]) => ({ field: 'services', kept, dropped: namedIn(own).join(', '), source }))
    .filter(({ dropped }) => dropped !== kept)
    .sort((a, b) => compareText(a.source, b.source))
}

/** The services that any of the claims names, in order. */
export function namedIn(claims: readonly Claim<Pick<Told, 'service' | 'services'>>[]): string[] {
  const named = claims.flatMap(({ fields }) => [...(fields.service ? [fields.service] : []), ...(fields.services ?? [])])
  return [...new Set(named)].sort(compareText)
}
