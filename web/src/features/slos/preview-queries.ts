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

export const suggestObjectiveDocument = graphql(/* GraphQL */ `
  query SuggestObjective($service: String!, $indicator: String!, $op: Comparison, $value: Float) {
    suggestObjective(service: $service, indicator: $indicator, op: $op, value: $value) {
      target
      reasons
      thresholds {
        share
        value
      }
    }
  }
`)
