import type { AnalyticsStore } from '../../store/analytics/analytics-store.js'
import { given, readPage, type Connection, type PageArguments, type PageQuery } from '../../store/analytics/page.js'

export type ContradictedKind = 'DEPLOYMENT' | 'INCIDENT'

export type ContradictedFilter = {
  services?: string[] | null
  kinds?: ContradictedKind[] | null
  from?: string | null
  to?: string | null
}

type Row = Record<'at' | 'kind' | 'service' | 'environment' | 'fact' | 'release_id' | 'field' | 'kept' | 'dropped' | 'source', string>

export type ContradictedNode = ReturnType<typeof toNode>

const INSTANT = "DateTime64(3, 'UTC')"

/** One row for each value that a fact does not go by, though a sender told it. */
const SOURCE = `SELECT at, kind, service, environment, fact, release_id, said.1 AS position, said.2.field AS field, said.2.kept AS kept, said.2.dropped AS dropped,
    said.2.source AS source
  FROM (
    SELECT *, arrayJoin(arrayZip(arrayEnumerate(list), list)) AS said
    FROM (
      SELECT at, kind, service, environment, fact, release_id,
        JSONExtract(detail, 'contradictions', 'Array(Tuple(field String, kept String, dropped String, source String))') AS list
      FROM (
        SELECT anchor AS at, 'DEPLOYMENT' AS kind, toString(service) AS service, toString(environment) AS environment, id AS fact, release_id, detail
        FROM deployments FINAL WHERE contradictions > 0
        UNION ALL SELECT anchor, 'INCIDENT', toString(service), toString(environment), id, attributed_release, detail
        FROM incidents FINAL WHERE contradictions > 0
      )
    )
  )`

/** What senders say differently of one deployment or incident, the latest first. */
export function listContradicted(analytics: AnalyticsStore, filter: ContradictedFilter, page: PageArguments): Promise<Connection<ContradictedNode>> {
  return readPage(analytics, contradictedQuery(filter), page)
}

export function contradictedQuery(filter: ContradictedFilter): PageQuery<Row, ContradictedNode> {
  return {
    source: SOURCE,
    key: [
      { column: 'at', type: INSTANT },
      { column: 'kind', type: 'String' },
      { column: 'service', type: 'String' },
      { column: 'environment', type: 'String' },
      { column: 'fact', type: 'String' },
      { column: 'position', type: 'UInt32' },
    ],
    conditions: [
      ...given(filter.services, 'service IN {services:Array(String)}', (services) => ({ services })),
      ...given(filter.kinds, 'kind IN {kinds:Array(String)}', (kinds) => ({ kinds })),
      ...given(filter.from, `at >= {from:${INSTANT}}`, (from) => ({ from: new Date(from) })),
      ...given(filter.to, `at < {to:${INSTANT}}`, (to) => ({ to: new Date(to) })),
    ],
    toNode,
  }
}

function toNode({ release_id: releaseId, service, environment, ...row }: Row) {
  return { ...row, service: service || null, environment: environment || null, releaseId: releaseId || null }
}
