import { graphql } from '../../generated/gql.js'

export const digestsDocument = graphql(/* GraphQL */ `
  query Digests {
    digests {
      id
      name
      view
      state
      measures
      weekday
      hour
      timeZone
      url
      enabled
      nextAt
      lastSentAt
      lastError
      deliveries(first: 5) {
        id
        from
        to
        byHand
        state
        attempts
        status
        reason
        nextTryAt
        finishedAt
      }
    }
  }
`)

export const digestViewsDocument = graphql(/* GraphQL */ `
  query DigestViews {
    savedViews {
      id
      name
    }
  }
`)

export const previewDigestDocument = graphql(/* GraphQL */ `
  query PreviewDigest($input: DigestPreviewInput!) {
    previewDigest(input: $input) {
      from
      to
      html
    }
  }
`)

export const saveDigestDocument = graphql(/* GraphQL */ `
  mutation SaveDigest($id: ID, $input: DigestInput!, $newSecret: Boolean!) {
    saveDigest(id: $id, input: $input, newSecret: $newSecret) {
      secret
      digest {
        id
      }
    }
  }
`)

export const deleteDigestDocument = graphql(/* GraphQL */ `
  mutation DeleteDigest($id: ID!) {
    deleteDigest(id: $id)
  }
`)

export const sendDigestNowDocument = graphql(/* GraphQL */ `
  mutation SendDigestNow($id: ID!) {
    sendDigestNow(id: $id) {
      id
      state
      status
      reason
    }
  }
`)
