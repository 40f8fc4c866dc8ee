import { graphql } from '../generated/gql.js'

export const measuredFragment = graphql(/* GraphQL */ `
  fragment Measured on MetricValue {
    value
    unit
    n
    low
    high
    coverage
    excluded {
      reason
      count
      description
    }
  }
`)

export const bucketFragment = graphql(/* GraphQL */ `
  fragment Bucket on MetricBucket {
    from
    to
    partial
    immature
    value {
      ...Measured
    }
  }
`)

export const definitionFragment = graphql(/* GraphQL */ `
  fragment Definition on MetricDefinition {
    key
    title
    unit
    direction
    version
    summary
    formula
    population
    anchor
    interval
    exclusions {
      reason
      description
    }
    options {
      name
      value
      description
    }
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
    evidenceColumns {
      name
      title
    }
  }
`)
