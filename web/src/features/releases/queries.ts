import { graphql } from '../../generated/gql.js'

export const releasesDocument = graphql(/* GraphQL */ `
  query Releases($filter: ReleaseFilter, $first: Int, $after: String) {
    releases(filter: $filter, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          service
          version
          firstDeployedAt
          latestDeployedAt
          environments
          status
          failed
        }
      }
    }
  }
`)

/** @public Documents use it by its name. */
export const effectSideFragment = graphql(/* GraphQL */ `
  fragment EffectSideNumbers on EffectSide {
    from
    to
    good
    total
    badRatio
    value
    quantiles {
      name
      value
    }
    costPerRequest
  }
`)

/** @public Documents use it by its name. */
export const releaseEffectFragment = graphql(/* GraphQL */ `
  fragment ReleaseEffectRow on ReleaseEffect {
    indicator
    unit
    part
    partName
    before {
      ...EffectSideNumbers
    }
    after {
      ...EffectSideNumbers
    }
    expectedBadRatio
    change
    pValue
    seasonalWeeks
    seasonalRatio
    dispersion
    settled
    regressed
    objectives
    objectivesMet
  }
`)

/** @public Documents use it by its name. */
export const releaseDeploymentFragment = graphql(/* GraphQL */ `
  fragment ReleaseDeployment on Deployment {
    id
    service
    environment
    production
    regions
    version
    commit
    repository
    artifactDigest
    outcome
    kind
    kindReason
    trigger
    actor
    url
    startedAt
    fullTrafficAt
    finishedAt
    receivedAt
    previousVersion
    changeSource
    changeCount
    failed
    failureReasons
    rolledBackBy
    blindSpots
    effects {
      ...ReleaseEffectRow
    }
    parts {
      source
      deployment
    }
    contradictions {
      field
      kept
      dropped
      source
    }
    stages {
      name
      index
      trafficPercent
      status
      at
    }
  }
`)

export const releaseDocument = graphql(/* GraphQL */ `
  query Release($id: ID!) {
    release(id: $id) {
      id
      service
      version
      firstDeployedAt
      latestDeployedAt
      environments
      status
      failed
      deployments {
        ...ReleaseDeployment
      }
      incidents {
        ...IncidentRow
      }
      approvals {
        id
        service
        environment
        group
        risk
        requestedBy
        requestedAt
        decidedAt
        withdrawnAt
        decision
        decidedBy
        automated
      }
      artifacts {
        digest
        name
        version
        commit
        repository
        buildUrl
        builder
        publishedAt
        promotions {
          from
          to
          by
          at
        }
        provenance {
          field
          state
        }
      }
      timeline {
        at
        type
        title
        detail
        source
        eventId
        environment
        url
      }
    }
  }
`)

export const releaseChangesDocument = graphql(/* GraphQL */ `
  query ReleaseChanges($id: ID!, $first: Int, $after: String) {
    release(id: $id) {
      changes(first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            id
            repository
            sha
            committedAt
            authoredAt
            author
            title
            pullRequest
            url
            leadTimeSeconds
            state
          }
        }
      }
    }
  }
`)
