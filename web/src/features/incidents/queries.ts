import { graphql } from '../../generated/gql.js'

/** @public Documents use it by its name. */
export const incidentFragment = graphql(/* GraphQL */ `
  fragment IncidentRow on Incident {
    id
    title
    services
    environment
    severity
    status
    startedAt
    detectedAt
    acknowledgedAt
    mitigatedAt
    mitigatedBy
    resolvedAt
    url
    attribution {
      deployment
      releaseId
      method
      confidence
      reason
    }
    contradictions {
      field
      kept
      dropped
      source
    }
    parts {
      source
      incident
    }
  }
`)

export const incidentsDocument = graphql(/* GraphQL */ `
  query Incidents($filter: IncidentFilter, $first: Int, $after: String) {
    incidents(filter: $filter, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          ...IncidentRow
        }
      }
    }
  }
`)
