import { graphql } from '../../generated/gql.js'

export const measuresDocument = graphql(/* GraphQL */ `
  query Measures(
    $keys: [MetricKey!]!
    $scope: ScopeInput
    $window: WindowInput!
    $interval: Interval
    $compare: Boolean
    $options: MetricOptionsInput
  ) {
    metrics(keys: $keys, scope: $scope, window: $window, interval: $interval, compare: $compare, options: $options) {
      key
      definition {
        title
        unit
        direction
        summary
        stats {
          name
          title
          unit
        }
        targets {
          label
          low
          high
        }
      }
      groups {
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
        }
        previous {
          value
          n
        }
        series {
          ...Bucket
        }
      }
    }
  }
`)

export const groupedMeasuresDocument = graphql(/* GraphQL */ `
  query GroupedMeasures($keys: [MetricKey!]!, $scope: ScopeInput, $window: WindowInput!, $groupBy: [Dimension!], $options: MetricOptionsInput) {
    metrics(keys: $keys, scope: $scope, window: $window, groupBy: $groupBy, options: $options) {
      key
      definition {
        title
        unit
        direction
      }
      groups {
        dimensions {
          dimension
          value
        }
        total {
          ...Measured
        }
      }
    }
  }
`)

export const incidentMarksDocument = graphql(/* GraphQL */ `
  query IncidentMarks($filter: IncidentFilter) {
    incidents(filter: $filter, first: 100) {
      totalCount
      edges {
        node {
          id
          title
          severity
          startedAt
          detectedAt
          services
        }
      }
    }
  }
`)

export const knownAnswersDocument = graphql(/* GraphQL */ `
  query KnownAnswers {
    knownAnswers {
      key
      title
      of
      unit
      expected
      because
      from
      to
      service
    }
  }
`)

export const knownActualsDocument = graphql(/* GraphQL */ `
  query KnownActuals($keys: [MetricKey!]!, $scope: ScopeInput, $window: WindowInput!) {
    metrics(keys: $keys, scope: $scope, window: $window) {
      key
      groups {
        total {
          value
          n
          low
          high
          excluded {
            reason
            count
          }
          stats {
            name
            value
          }
        }
      }
    }
  }
`)
