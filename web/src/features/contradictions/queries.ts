import { graphql } from '../../generated/gql.js'

export const contradictionsDocument = graphql(/* GraphQL */ `
  query Contradictions($filter: ContradictedFilter, $first: Int, $after: String) {
    contradictions(filter: $filter, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          kind
          fact
          service
          environment
          releaseId
          at
          field
          kept
          dropped
          source
        }
      }
    }
  }
`)
