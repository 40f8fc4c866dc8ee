import { graphql } from '../../generated/gql.js'

export const servicesDocument = graphql(/* GraphQL */ `
  query Services($filter: ServiceFilter, $first: Int, $after: String) {
    services(filter: $filter, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          title
          team
          tier
          aliases
          declared
          environments
          openIncidents
          lastDeployment {
            id
            releaseId
            version
            outcome
            startedAt
            finishedAt
            receivedAt
            environment
          }
        }
      }
    }
  }
`)

export const serviceDocument = graphql(/* GraphQL */ `
  query Service($id: String!, $from: DateTime, $to: DateTime) {
    services(filter: { search: $id }, first: 50) {
      edges {
        node {
          id
          title
          team
          tier
          repository
          owner
          runbookUrl
          aliases
          declared
          environments
          openIncidents
        }
      }
    }
    deployments(filter: { services: [$id], from: $from, to: $to }, first: 20) {
      totalCount
      edges {
        node {
          id
          releaseId
          environment
          version
          outcome
          kind
          kindReason
          trigger
          failed
          failureReasons
          startedAt
          finishedAt
          receivedAt
          changeCount
        }
      }
    }
    incidents(filter: { services: [$id], from: $from, to: $to }, first: 20) {
      totalCount
      edges {
        node {
          ...IncidentRow
        }
      }
    }
  }
`)
