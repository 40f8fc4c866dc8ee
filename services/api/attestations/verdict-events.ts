import { createHash } from 'node:crypto'
import type { Assessment } from '../../attestations/assess.js'
import { VERIFIER_SOURCE } from '../../domain/attestation.js'
import type { AnalyticsStore } from '../../store/analytics/analytics-store.js'

/** A verdict as the event that is stored of it. */
export interface VerdictEvent {
  id: string
  source: string
  type: 'artifact.attested'
  time: string
  revision: number
  data: Record<string, unknown>
}

/** One event for each digest. The same verdict on the same document has the same id; `revision` is that of the trust in force. */
export function verdictEvents(assessment: Assessment, time: Date, revision: number): VerdictEvent[] {
  const { attestation, kind, status, predicateType, issuer, identity, signed, reason, origin } = assessment
  const stated = Object.fromEntries(Object.entries(origin).filter(([, value]) => value !== null))
  return assessment.digests.map((digest) => {
    const data = {
      digest,
      kind,
      status,
      attestation,
      signed,
      reason,
      ...(predicateType === '' ? {} : { predicateType }),
      ...(issuer === '' ? {} : { issuer: issuer.slice(0, 512) }),
      ...(identity === '' ? {} : { identity: identity.slice(0, 2_000) }),
      ...(Object.keys(stated).length === 0 ? {} : { origin: stated }),
    }
    const content = createHash('sha256')
      .update(JSON.stringify([revision, data]))
      .digest('hex')
    return { id: `${kind}-${content}`, source: VERIFIER_SOURCE, type: 'artifact.attested', time: time.toISOString(), revision, data }
  })
}

/** Tells which verdicts were given before: those stored, and those of this process that may still be on their way. */
export interface GivenVerdicts {
  find(ids: readonly string[]): Promise<Set<string>>
  remember(ids: readonly string[]): void
}

const MAX_RECENT = 50_000

export function createGivenVerdicts(analytics: AnalyticsStore): GivenVerdicts {
  const recent = new Set<string>()
  return {
    async find(ids) {
      const unknown = ids.filter((id) => !recent.has(id))
      const rows =
        unknown.length === 0
          ? []
          : await analytics.query<{ id: string }>('SELECT DISTINCT id FROM events WHERE source = {source:String} AND id IN {ids:Array(String)}', {
              source: VERIFIER_SOURCE,
              ids: unknown,
            })
      return new Set([...ids.filter((id) => recent.has(id)), ...rows.map(({ id }) => id)])
    },
    remember(ids) {
      for (const id of ids) recent.add(id)
      for (const id of recent) {
        if (recent.size <= MAX_RECENT) break
        recent.delete(id)
      }
    },
  }
}
