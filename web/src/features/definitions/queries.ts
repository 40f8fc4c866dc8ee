import { graphql } from '../../generated/gql.js'

export const definitionsDocument = graphql(/* GraphQL */ `
  query Definitions {
    metricDefinitions {
      ...Definition
    }
  }
`)
