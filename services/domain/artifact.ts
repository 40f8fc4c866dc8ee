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

/** Folds the events of one artifact, known by its digest. */
export function foldArtifact(digest: string, events: readonly CanonicalEvent[]): ArtifactFact {
  const { fields } = foldClaims(events.map((event) => claimOf<Fields>(event, artifactFields(event))))
  return {
    digest,
    name: fields.name ?? '',
    version: fields.version ?? null,
    commit: fields.commit ?? null,
    repository: fields.repository ?? null,
    buildUrl: fields.buildUrl ?? '',
    builder: fields.builder ?? '',
    startedAt: fields.startedAt ?? null,
    publishedAt: fields.publishedAt ?? null,
    promotions: events
      .filter((event) => event.type === 'artifact.promoted')
      .map(promotionOf)
      .sort((a, b) => a.at - b.at || compareText(a.to, b.to)),
    attestations: events
      .filter((event) => event.type === 'artifact.attested')
      .map(attestationOf)
      .sort(compareAttestations),
  }
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

function attestationOf(event: CanonicalEvent): ArtifactFact['attestations'][number] {
  const { kind, url } = event.data as { kind?: string; url?: string }
  // Senders can only say that an attestation is present; verification is Windsock's own.
  return { kind: kind ?? '', status: 'present', url: url ?? '' }
}

function compareAttestations(a: ArtifactFact['attestations'][number], b: ArtifactFact['attestations'][number]): number {
  return compareText(a.kind, b.kind) || compareText(a.url, b.url)
}
