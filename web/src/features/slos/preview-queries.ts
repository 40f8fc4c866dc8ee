import { graphql } from '../../generated/gql.js'

export const burnPreviewDocument = graphql(/* GraphQL */ `
  query BurnPreview($slo: ID!, $objective: Int, $rules: [BurnRuleInput!]) {
    burnPreview(slo: $slo, objective: $objective, rules: $rules) {
      from
      to
      pages
      tickets
      firings {
        severity
        longSeconds
        shortSeconds
        factor
        from
        to
        burn
      }
    }
  }
`)
