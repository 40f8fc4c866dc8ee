import { graphql } from '../../generated/gql.js'

export const definitionsDocument = graphql(/* GraphQL */ `
  query Definitions($options: MetricOptionsInput) {
    metricDefinitions(options: $options) {
      ...Definition
    }
    ownDefault: metricDefinitions(options: { profile: "default" }) {
      key
      options {
        name
        value
      }
    }
  }
`)

export const comparisonDocument = graphql(/* GraphQL */ `
  query ProfileComparisons($keys: [MetricKey!]!, $scope: ScopeInput, $window: WindowInput!, $options: MetricOptionsInput) {
    metrics(keys: $keys, scope: $scope, window: $window, options: $options) {
      key
      groups {
        total {
          ...Measured
        }
      }
    }
    compareProfiles(keys: $keys, scope: $scope, window: $window) {
      key
      definition {
        title
        unit
      }
      values {
        profile
        value {
          ...Measured
        }
      }
    }
  }
`)

export const differenceDocument = graphql(/* GraphQL */ `
  query ProfileDifferences(
    $key: MetricKey!
    $scope: ScopeInput
    $window: WindowInput!
    $left: String!
    $right: String!
    $leftOptions: MetricOptionsInput
    $first: Int
    $after: String
  ) {
    profileDifference(
      key: $key
      scope: $scope
      window: $window
      left: $left
      right: $right
      leftOptions: $leftOptions
      first: $first
      after: $after
    ) {
      left {
        definition {
          title
        }
        value {
          ...Measured
        }
      }
      right {
        value {
          ...Measured
        }
      }
      options {
        name
        description
        left
        right
      }
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
          releaseId
          reason
        }
      }
    }
  }
`)

export const quickCheckDocument = graphql(/* GraphQL */ `
  query QuickCheckScore($scope: ScopeInput, $window: WindowInput!, $edition: String, $options: MetricOptionsInput) {
    quickCheck(scope: $scope, window: $window, edition: $edition, options: $options) {
      edition
      score
      scored
      industryMean
      source {
        report
        url
        verified
      }
      parts {
        key
        title
        unit
        value
        n
        category
        answer
        score
        industryMean
      }
    }
  }
`)

export const benchmarksDocument = graphql(/* GraphQL */ `
  query Benchmarks {
    benchmarks {
      edition
      source {
        report
        publisher
        year
        url
        place
        verified
      }
      clusters {
        name
        bands {
          key
          text
        }
      }
    }
  }
`)
