import { graphql } from '../../generated/gql.js'

export const filterChoicesDocument = graphql(/* GraphQL */ `
  query FilterChoices {
    teams(first: 100) {
      edges {
        node {
          id
          title
        }
      }
    }
    environments {
      id
      production
    }
  }
`)

export const serviceChoicesDocument = graphql(/* GraphQL */ `
  query ServiceChoices($filter: ServiceFilter) {
    services(filter: $filter, first: 50) {
      totalCount
      edges {
        node {
          id
          title
        }
      }
    }
  }
`)

export const profileChoicesDocument = graphql(/* GraphQL */ `
  query ProfileChoices {
    workspace {
      profile
    }
    metricProfiles {
      name
      title
      summary
      follows {
        title
        url
        dated
      }
    }
  }
`)
