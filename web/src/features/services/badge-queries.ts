import { graphql } from '../../generated/gql.js'

export const badgeChoicesDocument = graphql(/* GraphQL */ `
  query BadgeChoices {
    workspace {
      publicBadges
    }
    metricDefinitions {
      key
      title
    }
  }
`)
