import type { AttestationTrust } from '../../attestations/trust.js'
import type { StatedOrigin } from '../../domain/attestation.js'
import { VERIFIER_SOURCE } from '../../domain/attestation.js'
import { scopeOf } from '../../domain/scopes.js'
import type { AnalyticsStore } from '../../store/analytics/analytics-store.js'
import { given, readPage, type Condition, type Connection, type PageArguments } from '../../store/analytics/page.js'
import { KNOWN_SCOPES } from './known-artifacts.js'

export interface AttestationFilter {
  digests?: string[] | null
  kinds?: string[] | null
  statuses?: string[] | null
}

interface Row {
  digest: string
  kind: string
  document: string
  status: string
  source: string
  at: string
  data: string
}

export type AttestationNode = ReturnType<typeof toNode>

const PREFIX = scopeOf.digest('')

/** The verdict that holds on each document: from a trusted source before others, then the last by revision and time. */
function latestVerdicts(where: readonly string[]): string {
  return `WITH source IN {trusted:Array(String)} AS believed
    SELECT substring(scope, ${PREFIX.length + 1}) AS digest, JSONExtractString(data, 'kind') AS kind,
      if(JSONExtractString(data, 'attestation') != '', JSONExtractString(data, 'attestation'), concat(source, ' ', JSONExtractString(data, 'url'))) AS document,
      argMax(tuple(source, time, data, if(believed AND JSONExtractString(data, 'status') != '', JSONExtractString(data, 'status'), 'present')), (believed, revision, time, content_hash)) AS last
    FROM events_by_scope
    WHERE ${["type = 'artifact.attested'", `startsWith(scope, '${PREFIX}')`, ...where].join(' AND ')}
    GROUP BY scope, kind, document`
}

function source(where: readonly string[] = []): string {
  return `SELECT digest, kind, document, last.1 AS source, last.2 AS at, last.3 AS data, last.4 AS status FROM (${latestVerdicts(where)})`
}

const KEY = [
  { column: 'at', type: "DateTime64(3, 'UTC')" },
  { column: 'digest', type: 'String' },
  { column: 'kind', type: 'String' },
  { column: 'document', type: 'String' },
] as const

export function listAttestations(
  analytics: AnalyticsStore,
  trust: AttestationTrust,
  filter: AttestationFilter,
  page: PageArguments,
): Promise<Connection<AttestationNode>> {
  const scopes = filter.digests?.map((digest) => scopeOf.digest(digest.toLowerCase()))
  const lower = (names: readonly string[]) => names.map((name) => name.toLowerCase())
  return readPage<Row, AttestationNode>(
    analytics,
    {
      source: source(scopes ? ['scope IN {scopes:Array(String)}'] : []),
      key: KEY,
      conditions: [
        trusted(trust),
        ...given(scopes, '1', (value) => ({ scopes: value })),
        ...given(filter.kinds, 'kind IN {kinds:Array(String)}', (kinds) => ({ kinds: lower(kinds) })),
        ...given(filter.statuses, 'status IN {statuses:Array(String)}', (statuses) => ({ statuses: lower(statuses) })),
      ],
      toNode,
    },
    page,
  )
}

export function listUnmatched(analytics: AnalyticsStore, trust: AttestationTrust, page: PageArguments): Promise<Connection<AttestationNode>> {
  return readPage<Row, AttestationNode>(
    analytics,
    { source: source([`scope NOT IN (${KNOWN_SCOPES})`]), key: KEY, conditions: [trusted(trust)], toNode },
    page,
  )
}

/** All attestations of these digests. */
export async function attestationsOf(analytics: AnalyticsStore, trust: AttestationTrust, digests: readonly string[]): Promise<AttestationNode[]> {
  const rows = await analytics.query<Row>(`${source(['scope IN {scopes:Array(String)}'])} ORDER BY kind, at DESC, document`, {
    ...trusted(trust).params,
    scopes: digests.map(scopeOf.digest),
  })
  return rows.map(toNode)
}

function trusted({ sources }: AttestationTrust): Condition {
  return { sql: '1', params: { trusted: [VERIFIER_SOURCE, ...sources.map((rule) => rule.source)] } }
}

function toNode({ digest, kind, document, status, source: from, at, data }: Row) {
  const said = JSON.parse(data) as { [field: string]: string | boolean | undefined } & { origin?: Partial<StatedOrigin> }
  return {
    id: `${digest} ${kind} ${document}`,
    digest,
    kind: kind.toUpperCase(),
    status: status.toUpperCase(),
    reason: said.reason ?? null,
    signed: said.signed === true,
    predicateType: said.predicateType ?? null,
    issuer: said.issuer ?? null,
    identity: said.identity ?? null,
    url: said.url ?? null,
    source: from,
    at,
    origin: said.origin ?? null,
  }
}
