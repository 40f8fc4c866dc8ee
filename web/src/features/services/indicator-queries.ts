import { graphql } from '../../generated/gql.js'

export const indicatorHistoryDocument = graphql(/* GraphQL */ `
  query IndicatorHistory($service: String!, $from: DateTime!, $to: DateTime!) {
    indicatorHistory(service: $service, from: $from, to: $to) {
      indicator
      displayName
      unit
      environment
      stepSeconds
      distribution {
        above
        upTo
        count
      }
      points {
        at
        good
        total
        goodRatio
        value
        quantiles {
          name
          value
        }
      }
    }
    deployments(filter: { services: [$service], from: $from, to: $to }, first: 200) {
      edges {
        node {
          id
          version
          production
          startedAt
          finishedAt
          fullTrafficAt
        }
      }
    }
    slos(filter: { services: [$service] }, first: 50) {
      edges {
        node {
          name
          displayName
          objectives {
            indicator
            target
            value
            attainment
          }
        }
      }
    }
  }
`)
