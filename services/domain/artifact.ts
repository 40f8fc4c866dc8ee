import { believedProvenance, foldAttestations, trustsVerifierOnly, type AttestationFact, type StatedOrigin } from './attestation.js'
import type { CanonicalEvent } from './event.js'
import { dataOf } from './event-data.js'
import type { ArtifactFact } from './facts.js'
import { claimOf, foldClaims } from './fold.js'
import { compareText, instantOf, type Instant } from './instant.js'

type Fields = {
  name: string
  version: string
  commit: string
  repository: string
  buildUrl: string
  builder: string
  startedAt: Instant
  publishedAt: Instant
}

/**
 * Folds the events of one artifact, known by its digest. What its publisher left out is taken from a verified provenance
 * statement, or without one from an unverified. Verdicts on attestations count only from the sources that are trusted.
 */
export function foldArtifact(
  digest: string,
  events: readonly CanonicalEvent[],
  isTrusted: (source: string) => boolean = trustsVerifierOnly,
): ArtifactFact {
  const { fields } = foldClaims(events.map((event) => claimOf<Fields>(event, artifactFields(event))))
  const attestations = foldAttestations(events, isTrusted)
  const stated = statedOrigin(attestations)
  return {
    digest,
    name: fields.name ?? '',
    version: fields.version ?? null,
    commit: fields.commit ?? stated.commit,
    repository: fields.repository ?? stated.repository,
    buildUrl: fields.buildUrl ?? stated.buildUrl ?? '',
    builder: fields.builder ?? stated.builder ?? '',
    startedAt: fields.startedAt ?? null,
    publishedAt: fields.publishedAt ?? null,
    promotions: events
      .filter((event) => event.type === 'artifact.promoted')
      .map(promotionOf)
      .sort((a, b) => a.at - b.at || compareText(a.to, b.to)),
    attestations,
  }
}

function statedOrigin(attestations: readonly AttestationFact[]): StatedOrigin {
  const origins = believedProvenance(attestations).map(({ origin }) => origin)
  const first = (field: keyof StatedOrigin) => origins.find((origin) => origin[field] !== null)?.[field] ?? null
  return { repository: first('repository'), commit: first('commit'), builder: first('builder'), buildUrl: first('buildUrl') }
}

function artifactFields(event: CanonicalEvent): Partial<Fields> {
  if (event.type !== 'artifact.published') return {}
  const data = dataOf(event)
  const publishedAt = instantOf(data.finishedAt) ?? instantOf(event.time)
  return { ...(data as Partial<Fields>), startedAt: instantOf(data.startedAt) ?? undefined, publishedAt: publishedAt ?? undefined }
}

function promotionOf(event: CanonicalEvent): ArtifactFact['promotions'][number] {
  const { from, to, by } = event.data as { from?: string; to?: string; by?: string }
  return { from: from ?? '', to: to ?? '', by: by ?? '', at: instantOf(event.time) ?? 0 }
}
