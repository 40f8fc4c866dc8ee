import { instantOf } from '../../domain/instant.js'
import type { AnalyticsStore } from '../../store/analytics/analytics-store.js'
import type { Asked } from './check-correction.js'
import type { CorrectedKind } from './correctable.js'

/** Of each pair the first cannot be after the second. */
const IN_ORDER: Readonly<Record<CorrectedKind, readonly (readonly [string, string])[]>> = {
  deployment: [
    ['startedAt', 'fullTrafficAt'],
    ['startedAt', 'finishedAt'],
  ],
  incident: [
    ['startedAt', 'detectedAt'],
    ['startedAt', 'mitigatedAt'],
    ['startedAt', 'resolvedAt'],
    ['detectedAt', 'acknowledgedAt'],
    ['detectedAt', 'resolvedAt'],
  ],
  approval: [['requestedAt', 'decidedAt']],
}

const FACTS: Readonly<Record<CorrectedKind, string>> = {
  deployment: `SELECT outcome AS state, started_at AS startedAt, full_traffic_at AS fullTrafficAt, finished_at AS finishedAt FROM deployments FINAL
    WHERE service IN {services:Array(String)} AND ({service:String} IN ('', service)) AND ({environment:String} IN ('', environment))
      AND (id = {fact:String} OR arrayExists(part -> JSONExtractString(part, 'deployment') = {fact:String}, JSONExtractArrayRaw(detail, 'parts')))`,
  incident: `SELECT '' AS state, started_at AS startedAt, detected_at AS detectedAt, acknowledged_at AS acknowledgedAt,
      if(mitigated_by = 'mitigated', mitigated_at, NULL) AS mitigatedAt, resolved_at AS resolvedAt
    FROM incidents FINAL WHERE id = {fact:String}`,
  approval: `SELECT decision AS state, requested_at AS requestedAt, decided_at AS decidedAt FROM approvals FINAL
    WHERE id = {fact:String} AND service IN {services:Array(String)}`,
}

type Fact = { state: string } & Record<string, string | null>

/** What would be impossible of the fact as it is known once these fields are set, in words. */
export async function contradictionsIn(analytics: AnalyticsStore, asked: Asked, services: readonly string[]): Promise<string[]> {
  const { kind, fact, service, environment, fields } = asked
  const known = await analytics.query<Fact>(FACTS[kind], { fact, services, service: service ?? '', environment: environment ?? '' })
  const facts = known.length > 0 ? known : [{ state: '' } as Fact]
  return facts.flatMap((one) => [...unordered(kind, one, fields), ...withoutEnd(kind, one, fields)])
}

function unordered(kind: CorrectedKind, fact: Fact, fields: Record<string, unknown>): string[] {
  const after = { ...fact, ...fields }
  return IN_ORDER[kind].flatMap(([first, second]) => {
    const [begin, end] = [instantOf(after[first]), instantOf(after[second])]
    if (begin === null || end === null || begin <= end || !(first in fields || second in fields)) return []
    return [`${second} (${new Date(end).toISOString()}) would be before ${first} (${new Date(begin).toISOString()}).`]
  })
}

/** What has not ended has no time at which it did. */
function withoutEnd(kind: CorrectedKind, { state }: Fact, fields: Record<string, unknown>): string[] {
  const { outcome = state, decision = state } = fields
  if (kind === 'deployment' && fields.finishedAt && outcome === 'running') return ['finishedAt: the rollout is still running; give its outcome too.']
  if (kind === 'approval' && fields.decidedAt && !decision) return ['decidedAt: nobody has decided; give the decision too.']
  return []
}
