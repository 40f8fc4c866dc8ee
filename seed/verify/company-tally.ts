import type { ServiceTally } from '../company/tally.js'
import { DAY_MS } from '../company/rhythm.js'
import { graphql, type Windsock } from '../http/windsock.js'
import type { CheckedRow } from './table.js'

type Answer = {
  deployments: { totalCount: number }
  incidents: { totalCount: number }
  metrics: { groups: { total: { value: number | null } }[] }[]
}

const QUERY = `query ($services: [String!]!, $window: WindowInput!) {
  deployments(filter: { services: $services }, first: 1) { totalCount }
  incidents(filter: { services: $services }, first: 1) { totalCount }
  metrics(keys: [deployment_frequency], scope: { services: $services }, window: $window) { groups { total { value } } }
}`

/** Compares, service by service, what the product found with what the history was written to hold. */
export async function checkTally(windsock: Windsock, services: ReadonlyMap<string, ServiceTally>, start: number, end: number): Promise<CheckedRow[]> {
  const window = { from: new Date(start).toISOString(), to: new Date(end + DAY_MS).toISOString() }
  const rows: CheckedRow[] = []
  for (const [service, tally] of services) {
    const answer = await graphql<Answer>(windsock, QUERY, { services: [service], window })
    rows.push(
      rowOf(`${service} deployments`, tally.deployments, answer.deployments.totalCount),
      rowOf(`${service} deployment_frequency`, tally.counted, answer.metrics[0]?.groups[0]?.total.value ?? null),
      rowOf(`${service} incidents`, tally.incidents, answer.incidents.totalCount),
    )
  }
  return rows
}

function rowOf(what: string, expected: number, actual: number | null): CheckedRow {
  return { what, expected, actual, ok: expected === actual }
}
