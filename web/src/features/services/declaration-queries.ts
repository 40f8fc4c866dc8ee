import { graphql } from '../../generated/gql.js'

export const serviceDeclarationDocument = graphql(/* GraphQL */ `
  query ServiceDeclaration($name: String!) {
    declarations(kinds: [SERVICE], names: [$name]) {
      spec
    }
    services(filter: { search: $name }, first: 50) {
      edges {
        node {
          id
          title
          team
          tier
          repository
          owner
          runbookUrl
          aliases
          dependsOn
          slis
        }
      }
    }
  }
`)

export const declareServiceDocument = graphql(/* GraphQL */ `
  mutation DeclareService($name: String!, $input: ServiceInput!) {
    declareService(name: $name, input: $input) {
      changed
    }
  }
`)

export const withdrawServiceDocument = graphql(/* GraphQL */ `
  mutation WithdrawService($name: String!) {
    withdrawService(name: $name)
  }
`)
