import { graphql } from '../../generated/gql.js'

export const tokensDocument = graphql(/* GraphQL */ `
  query Tokens {
    tokens {
      id
      name
      scopes
      teams
      createdAt
      expiresAt
      revokedAt
      lastUsedAt
    }
  }
`)

export const peopleDocument = graphql(/* GraphQL */ `
  query People {
    people {
      id
      login
      displayName
      role
    }
  }
`)

export const createTokenDocument = graphql(/* GraphQL */ `
  mutation CreateToken($name: String!, $scopes: [TokenScope!]!, $teams: [String!], $expiresAt: DateTime) {
    createToken(name: $name, scopes: $scopes, teams: $teams, expiresAt: $expiresAt) {
      secret
      token {
        id
        name
      }
    }
  }
`)

export const revokeTokenDocument = graphql(/* GraphQL */ `
  mutation RevokeToken($id: ID!) {
    revokeToken(id: $id) {
      id
      revokedAt
    }
  }
`)

export const createSignInLinkDocument = graphql(/* GraphQL */ `
  mutation CreateSignInLink($login: String!, $role: Role!) {
    createSignInLink(login: $login, role: $role)
  }
`)
