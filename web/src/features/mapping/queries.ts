import { graphql } from '../../generated/gql.js'

export const mappedIntegrationsDocument = graphql(/* GraphQL */ `
  query MappedIntegrations {
    mappedIntegrations {
      id
      title
      presets
      eventTypes
    }
    connections {
      integration
      source
      open
      settings
    }
  }
`)

export const previewMappingDocument = graphql(/* GraphQL */ `
  query PreviewMapping($input: PreviewMappingInput!) {
    previewMapping(input: $input) {
      rules {
        type
        matched
        events
        problems {
          path
          expression
          position
          message
          value
        }
      }
      problems {
        path
        message
      }
    }
  }
`)
