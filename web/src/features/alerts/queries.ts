import { graphql } from '../../generated/gql.js'

export const alertsDocument = graphql(/* GraphQL */ `
  query Alerts($filter: AlertFilter, $first: Int, $after: String) {
    alerts(filter: $filter, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          rule
          source
          url
          severity
          state
          title
          summary
          service
          environment
          slo
          release
          version
          team
          runbookUrl
          pendingSince
          firedAt
          acknowledgedAt
          acknowledgedBy
          resolvedAt
          messages {
            id
            route
            status
            state
            reason
            earlier {
              at
              state
              reason
            }
            attempts
            mayRepeat
            error
            nextTryAt
            finishedAt
          }
        }
      }
    }
  }
`)

export const alertRulesDocument = graphql(/* GraphQL */ `
  query AlertRules {
    alertRules {
      id
      title
      description
      hasPreview
    }
  }
`)

export const alertPreviewDocument = graphql(/* GraphQL */ `
  query AlertPreview($rule: ID!) {
    alertPreview(rule: $rule) {
      pages
      tickets
      firings {
        severity
        service
        title
        from
        to
      }
    }
  }
`)

export const alertThresholdsDocument = graphql(/* GraphQL */ `
  query AlertThresholds {
    workspace {
      alertSilentMinutes
      alertStageMinutes
      alertApprovalHours
      alertGuardFactor
    }
  }
`)

export const acknowledgeAlertDocument = graphql(/* GraphQL */ `
  mutation AcknowledgeAlert($id: ID!) {
    acknowledgeAlert(id: $id) {
      id
    }
  }
`)

export const alertRoutesDocument = graphql(/* GraphQL */ `
  query AlertRoutes {
    alertRoutes {
      id
      name
      kind
      fields {
        name
        value
        set
      }
      severities
      teams
      mostPerHour
      quiet {
        fromHour
        toHour
        timeZone
      }
      fallback
      enabled
      undelivered
    }
    alertRouteKinds {
      id
      title
      deduplicates
      fields {
        name
        title
        secret
        required
        example
      }
    }
  }
`)

export const saveAlertRouteDocument = graphql(/* GraphQL */ `
  mutation SaveAlertRoute($id: ID, $input: AlertRouteInput!) {
    saveAlertRoute(id: $id, input: $input) {
      id
    }
  }
`)

export const deleteAlertRouteDocument = graphql(/* GraphQL */ `
  mutation DeleteAlertRoute($id: ID!) {
    deleteAlertRoute(id: $id)
  }
`)

export const testAlertRouteDocument = graphql(/* GraphQL */ `
  mutation TestAlertRoute($id: ID!) {
    testAlertRoute(id: $id) {
      ok
      message
    }
  }
`)
