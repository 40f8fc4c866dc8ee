import { graphql } from '../../generated/gql.js'

export const findingsDocument = graphql(/* GraphQL */ `
  query Findings($kinds: [FindingKind!], $first: Int, $after: String) {
    findings(kinds: $kinds, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          kind
          code
          title
          detail
          nextStep
          since
          service
          environment
          release
          evidence {
            label
            value
            at
          }
        }
      }
    }
  }
`)

export const findingRulesDocument = graphql(/* GraphQL */ `
  query FindingRules {
    findingRules {
      kind
      code
      title
      description
    }
  }
`)
