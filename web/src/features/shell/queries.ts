import { graphql } from '../../generated/gql.js'

export const viewerDocument = graphql(/* GraphQL */ `
  query Viewer {
    viewer {
      login
      role
      scopes
      demo
      version
    }
  }
`)
