import { graphql } from '../../generated/gql.js'

/** @public Documents use it by its name. */
export const objectiveFragment = graphql(/* GraphQL */ `
  fragment ObjectiveStatus on Objective {
    indicator
    weight
    target
    op
    value
    timeSliceTarget
    timeSliceSeconds
    good
    total
    attainment
    budgetLeft
    exhaustsAt
    dataFrom
    dataTo
    burns {
      seconds
      burn
    }
    rules {
      severity
      longSeconds
      shortSeconds
      factor
      burning
      reachable
    }
  }
`)

/** @public Documents use it by its name. */
export const compositeFragment = graphql(/* GraphQL */ `
  fragment CompositeStatus on Composite {
    target
    attainment
    budgetLeft
    exhaustsAt
    burns {
      seconds
      burn
    }
    rules {
      severity
      longSeconds
      shortSeconds
      factor
      burning
      reachable
    }
  }
`)

export const slosDocument = graphql(/* GraphQL */ `
  query Slos($filter: SloFilter, $first: Int, $after: String) {
    slos(filter: $filter, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          name
          displayName
          service
          windowSeconds
          budgetingMethod
          at
          objectives {
            ...ObjectiveStatus
          }
          composite {
            ...CompositeStatus
          }
        }
      }
    }
  }
`)

export const sloDocument = graphql(/* GraphQL */ `
  query Slo($name: ID!) {
    slo(name: $name) {
      name
      displayName
      description
      service
      windowSeconds
      budgetingMethod
      at
      from
      objectives {
        ...ObjectiveStatus
        history {
          from
          good
          total
        }
      }
      composite {
        ...CompositeStatus
      }
      alertPolicies {
        name
        displayName
        description
        severity
        threshold
        lookbackSeconds
        alertAfterSeconds
        whenBreaching
        whenResolved
        whenNoData
        targets {
          name
          target
        }
      }
    }
  }
`)

export const sloReleasesDocument = graphql(/* GraphQL */ `
  query SloReleases($service: String!, $from: DateTime!, $to: DateTime!) {
    deployments(filter: { services: [$service], from: $from, to: $to, outcomes: ["succeeded", "failed", "rolled_back"] }, first: 200) {
      edges {
        node {
          id
          version
          releaseId
          environment
          outcome
          finishedAt
          startedAt
        }
      }
    }
  }
`)

/** @public Documents use it by its name. */
export const selectorFragment = graphql(/* GraphQL */ `
  fragment Selector on MetricSelector {
    metric
    matchers {
      label
      op
      value
    }
  }
`)

export const indicatorsDocument = graphql(/* GraphQL */ `
  query Indicators {
    indicators {
      name
      displayName
      description
      service
      unit
      kind
      threshold
      good {
        ...Selector
      }
      bad {
        ...Selector
      }
      total {
        ...Selector
      }
      histogram {
        ...Selector
      }
      value {
        ...Selector
      }
      labels {
        service
        environment
        version
        cohort
        region
      }
    }
  }
`)

export const knownIndicatorsDocument = graphql(/* GraphQL */ `
  query KnownIndicators {
    indicators {
      name
    }
    keptIndicators
  }
`)

export const deleteSloDocument = graphql(/* GraphQL */ `
  mutation DeleteSlo($name: ID!) {
    deleteSlo(name: $name)
  }
`)

export const deleteIndicatorDocument = graphql(/* GraphQL */ `
  mutation DeleteIndicator($name: ID!) {
    deleteIndicator(name: $name)
  }
`)

export const saveSloDocument = graphql(/* GraphQL */ `
  mutation SaveSlo($input: SloInput!) {
    saveSlo(input: $input) {
      name
    }
  }
`)

export const saveIndicatorDocument = graphql(/* GraphQL */ `
  mutation SaveIndicator($input: IndicatorInput!) {
    saveIndicator(input: $input) {
      name
    }
  }
`)

export const tryIndicatorDocument = graphql(/* GraphQL */ `
  query TryIndicator($input: IndicatorInput!) {
    tryIndicator(input: $input) {
      matched
      looked
      series {
        service
        environment
        version
        series {
          source
          metric
          labels {
            name
            value
          }
        }
      }
    }
  }
`)
