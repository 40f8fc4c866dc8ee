import { graphql } from '../../generated/gql.js'

export const evidenceDocument = graphql(/* GraphQL */ `
  query Evidence(
    $keys: [MetricKey!]!
    $scope: ScopeInput
    $window: WindowInput!
    $groupBy: [Dimension!]
    $options: MetricOptionsInput
    $state: EvidenceState
    $first: Int
    $after: String
  ) {
    metrics(keys: $keys, scope: $scope, window: $window, groupBy: $groupBy, options: $options) {
      key
      definition {
        ...Definition
      }
      groups {
        dimensions {
          dimension
          value
        }
        total {
          ...Measured
          level {
            name
            edition
            nearest
          }
          stats {
            name
            value
          }
          evidence(state: $state, first: $first, after: $after) {
            totalCount
            pageInfo {
              hasNextPage
              endCursor
            }
            edges {
              node {
                kind
                id
                title
                at
                service
                environment
                state
                value
                releaseId
                fields {
                  name
                  value
                }
              }
            }
          }
        }
      }
    }
  }
`)
