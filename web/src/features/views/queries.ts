import { graphql } from '../../generated/gql.js'

export const savedViewsDocument = graphql(/* GraphQL */ `
  query SavedViews {
    savedViews {
      id
      name
      description
      page
      state
      owner
      visibility
      isDefault
      mine
    }
  }
`)

export const saveViewDocument = graphql(/* GraphQL */ `
  mutation SaveView($input: SavedViewInput!) {
    saveView(input: $input) {
      id
    }
  }
`)

export const updateViewDocument = graphql(/* GraphQL */ `
  mutation UpdateView($id: ID!, $input: SavedViewChangeInput!) {
    updateView(id: $id, input: $input) {
      id
    }
  }
`)

export const deleteViewDocument = graphql(/* GraphQL */ `
  mutation DeleteView($id: ID!) {
    deleteView(id: $id)
  }
`)

export const setDefaultViewDocument = graphql(/* GraphQL */ `
  mutation SetDefaultView($page: String!, $view: ID) {
    setDefaultView(page: $page, view: $view)
  }
`)

export const shareLinksDocument = graphql(/* GraphQL */ `
  query ShareLinks($view: ID!) {
    shareLinks(view: $view) {
      id
      createdBy
      expiresAt
      revokedAt
      lastUsedAt
    }
  }
`)

export const createShareLinkDocument = graphql(/* GraphQL */ `
  mutation CreateShareLink($view: ID!, $expiresInDays: Int!) {
    createShareLink(view: $view, expiresInDays: $expiresInDays) {
      url
    }
  }
`)

export const revokeShareLinkDocument = graphql(/* GraphQL */ `
  mutation RevokeShareLink($id: ID!) {
    revokeShareLink(id: $id) {
      id
    }
  }
`)
