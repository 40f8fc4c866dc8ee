import type { AnalyticsStore } from '../../store/analytics/analytics-store.js'
import { readPage, type PageArguments } from '../../store/analytics/page.js'
import { groupOf, likelyTeam, type TeamCount } from '../../workspace/likely-team.js'

type Row = { service: string; repository: string; environments: string[]; first_event_at: string; last_event_at: string }

/** The services that nobody has declared, the latest heard of first, each with the team it most likely belongs to. */
export async function listUndeclaredServices(analytics: AnalyticsStore, page: PageArguments) {
  const found = await readPage<Row, Row>(
    analytics,
    {
      source: 'SELECT service, repository, environments, first_event_at, last_event_at FROM services FINAL WHERE NOT declared',
      key: [
        { column: 'last_event_at', type: "DateTime64(3, 'UTC')" },
        { column: 'service', type: 'String' },
      ],
      conditions: [],
      toNode: (row) => row,
    },
    page,
  )
  const counts = await teamCounts(analytics, [...new Set(found.edges.map(({ node }) => node.repository).filter(Boolean))])
  return { ...found, edges: found.edges.map(({ cursor, node }) => ({ cursor, node: toNode(node, counts) })) }
}

async function teamCounts(analytics: AnalyticsStore, repositories: readonly string[]): Promise<TeamCount[]> {
  if (repositories.length === 0) return []
  const sql = `SELECT repository, team, toUInt32(count()) AS services FROM services FINAL
    WHERE declared AND team != '' AND substring(repository, 1, length(repository) - position(reverse(repository), '/')) IN {groups:Array(String)}
    GROUP BY repository, team`
  return analytics.query<TeamCount>(sql, { groups: [...new Set(repositories.map(groupOf))] })
}

function toNode({ service, repository, environments, first_event_at: firstEventAt, last_event_at: lastEventAt }: Row, counts: readonly TeamCount[]) {
  return { id: service, environments, repository: repository || null, firstEventAt, lastEventAt, likelyTeam: likelyTeam(repository, counts) }
}
