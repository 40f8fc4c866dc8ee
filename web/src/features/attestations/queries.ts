import { graphql } from '../../generated/gql.js'

export const trustDocument = graphql(/* GraphQL */ `
  query AttestationTrust {
    attestationTrust {
      version
      identities {
        issuer
        identity
        repositories
      }
      publicKeys {
        id
        pem
        repositories
      }
      trustedRoot
      sources {
        source
        senders
      }
      kinds {
        predicateType
        kind
      }
    }
  }
`)

export const setTrustDocument = graphql(/* GraphQL */ `
  mutation SetAttestationTrust($input: AttestationTrustInput!) {
    setAttestationTrust(input: $input) {
      version
    }
  }
`)

export const unmatchedDocument = graphql(/* GraphQL */ `
  query UnmatchedAttestations($first: Int, $after: String) {
    unmatchedAttestations(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          digest
          kind
          status
          reason
          identity
          issuer
          source
          at
        }
      }
    }
  }
`)
