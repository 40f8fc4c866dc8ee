import { graphql } from '../../generated/gql.js'

export const accessesDocument = graphql(/* GraphQL */ `
  query ApiAccesses {
    apiAccesses {
      integration
      source
      apiUrl
      host
      savedAt
    }
  }
`)

export const saveAccessDocument = graphql(/* GraphQL */ `
  mutation SaveApiAccess($input: SaveApiAccessInput!) {
    saveApiAccess(input: $input) {
      source
    }
  }
`)

export const removeAccessDocument = graphql(/* GraphQL */ `
  mutation RemoveApiAccess($integration: String!, $source: String!) {
    removeApiAccess(integration: $integration, source: $source)
  }
`)

export const lookupsDocument = graphql(/* GraphQL */ `
  query RangeLookups($state: RangeLookupState, $first: Int) {
    rangeLookups(state: $state, first: $first) {
      id
      repository
      baseCommit
      headCommit
      service
      state
      attempts
      reason
      askedAt
    }
  }
`)

export const retryLookupDocument = graphql(/* GraphQL */ `
  mutation RetryRangeLookup($id: ID!) {
    retryRangeLookup(id: $id)
  }
`)
