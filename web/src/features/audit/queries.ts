import { graphql } from '../../generated/gql.js'

export const auditLogDocument = graphql(/* GraphQL */ `
  query AuditLog($first: Int, $after: String) {
    auditLog(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          sequence
          at
          actor
          action
          subject
          details
          hash
        }
      }
    }
  }
`)

export const auditVerificationDocument = graphql(/* GraphQL */ `
  query AuditVerification {
    verifyAudit {
      ok
      entries
      brokenAt
    }
  }
`)
