import { graphql } from '../../generated/gql.js'

export const undeclaredServicesDocument = graphql(/* GraphQL */ `
  query UndeclaredServices($first: Int, $after: String) {
    undeclaredServices(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          environments
          repository
          lastEventAt
          likelyTeam
        }
      }
    }
  }
`)

export const claimServiceDocument = graphql(/* GraphQL */ `
  mutation ClaimService($name: String!, $team: String!, $tier: String) {
    claimService(name: $name, team: $team, tier: $tier) {
      changed
    }
  }
`)
