import { graphql } from '../../generated/gql.js'

export const pipelineDocument = graphql(/* GraphQL */ `
  query Pipeline {
    pipelineStatus {
      events
      pendingDeliveries
      deadDeliveries
      refusedDeliveries
      pendingServices
      lagSeconds
      firstEventAt
      lastEventAt
    }
  }
`)

export const telemetrySourcesDocument = graphql(/* GraphQL */ `
  query TelemetrySources {
    telemetrySources {
      source
      points
      stored
      refused
      series
      lastAt
      lastReadingAt
      refusals {
        reason
        count
        lastAt
        example
      }
    }
  }
`)

export const deliveriesDocument = graphql(/* GraphQL */ `
  query Deliveries($filter: DeliveryFilter, $first: Int, $after: String) {
    deliveries(filter: $filter, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          integration
          source
          receivedAt
          state
          attempts
          size
          outcome
          error
        }
      }
    }
  }
`)

export const deliveryDocument = graphql(/* GraphQL */ `
  query Delivery($id: ID!) {
    delivery(id: $id) {
      id
      integration
      source
      deliveryId
      receivedAt
      processedAt
      state
      attempts
      size
      outcome
      error
      body
      headers
      events {
        id
        source
        type
      }
    }
  }
`)

export const connectionsDocument = graphql(/* GraphQL */ `
  query Connections {
    connections {
      integration
      source
      open
      hasSecret
      url
      setup
      settings
      lastDeliveryAt
    }
    integrations {
      id
      title
      documentationUrl
      documentationVersion
    }
  }
`)

export const replayDocument = graphql(/* GraphQL */ `
  mutation ReplayDelivery($id: ID!) {
    replayDelivery(id: $id) {
      id
      state
      outcome
      error
      attempts
    }
  }
`)

export const replayDeadDocument = graphql(/* GraphQL */ `
  mutation ReplayDeadDeliveries($integration: String) {
    replayDeadDeliveries(integration: $integration)
  }
`)

export const saveConnectionDocument = graphql(/* GraphQL */ `
  mutation SaveConnection($input: SaveConnectionInput!) {
    saveConnection(input: $input) {
      integration
      source
      url
      setup
    }
  }
`)

export const removeConnectionDocument = graphql(/* GraphQL */ `
  mutation RemoveConnection($integration: String!, $source: String!) {
    removeConnection(integration: $integration, source: $source)
  }
`)
