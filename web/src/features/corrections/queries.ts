import { graphql } from '../../generated/gql.js'

export const correctionsDocument = graphql(/* GraphQL */ `
  query Corrections($kind: CorrectedKind!, $fact: ID!) {
    corrections(kind: $kind, fact: $fact) {
      id
      at
      by
      fact
      service
      environment
      fields
      reason
    }
  }
`)

export const incidentPartsDocument = graphql(/* GraphQL */ `
  query IncidentParts($id: ID!) {
    incidentParts(id: $id) {
      id
      title
      sources
    }
  }
`)

export const correctFactDocument = graphql(/* GraphQL */ `
  mutation CorrectFact($input: CorrectionInput!) {
    correctFact(input: $input) {
      id
    }
  }
`)

export const blamableDocument = graphql(/* GraphQL */ `
  query BlamableDeployments($filter: DeploymentFilter) {
    deployments(filter: $filter, first: 100) {
      edges {
        node {
          id
          service
          environment
          version
          startedAt
          finishedAt
          receivedAt
        }
      }
    }
  }
`)

export const renameServiceDocument = graphql(/* GraphQL */ `
  mutation RenameService($from: String!, $to: String!, $reason: String!) {
    renameService(from: $from, to: $to, reason: $reason) {
      changed
    }
  }
`)

export const incidentMergePreviewDocument = graphql(/* GraphQL */ `
  query IncidentMergePreview($service: String!, $minutes: Float) {
    incidentMergePreview(service: $service, minutes: $minutes) {
      incidentsNow
      incidents
      joined {
        id
        title
        environment
        status
        detectedAt
        newlyJoined
        parts {
          source
          incident
        }
      }
    }
  }
`)

export const mergePreviewDocument = graphql(/* GraphQL */ `
  query MergePreview($service: String!, $slackMinutes: Float, $sourceOfRecord: String) {
    mergePreview(service: $service, slackMinutes: $slackMinutes, sourceOfRecord: $sourceOfRecord) {
      rolloutsNow
      rollouts
      joined {
        id
        environment
        version
        startedAt
        outcome
        newlyJoined
        parts {
          source
          deployment
        }
      }
    }
  }
`)
