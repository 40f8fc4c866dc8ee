import { graphql } from '../../../generated/gql.js'

export const workspaceDocument = graphql(/* GraphQL */ `
  query WorkspaceRules {
    workspace {
      profile
      options {
        name
        value
      }
      timeZone
      weekStart
      attributionWindowHours
      mergeSlackMinutes
      incidentMergeMinutes
      productionPatterns
      calendar
      ownership
      requiredProvenance {
        default
        byTier {
          tier
          fields
        }
      }
      ignoredAuthors
      publicBadges
      hotfix {
        labels
        branches
        tags
      }
    }
    metricProfiles {
      name
      title
    }
    calendars {
      id
    }
  }
`)

export const targetsDocument = graphql(/* GraphQL */ `
  query MeasureTargets {
    metricDefinitions {
      key
      title
      unit
      targets {
        low
        high
      }
      ownTargets {
        low
        high
      }
    }
  }
`)

export const catalogueDocument = graphql(/* GraphQL */ `
  query Catalogue {
    environments {
      id
      production
      declared
    }
    approverGroups {
      id
      title
      members
      quorum
      services
      environments
      risks
    }
    calendars {
      id
      timeZone
      days
      from
      to
      holidays
    }
  }
`)

export const teamsDocument = graphql(/* GraphQL */ `
  query CatalogueTeams($first: Int, $after: String) {
    teams(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          title
          members
          declared
        }
      }
    }
  }
`)

export const updateWorkspaceDocument = graphql(/* GraphQL */ `
  mutation UpdateWorkspace($input: WorkspaceInput!) {
    updateWorkspace(input: $input) {
      profile
    }
  }
`)

export const putTeamDocument = graphql(/* GraphQL */ `
  mutation PutTeam($name: String!, $input: TeamInput!) {
    putTeam(name: $name, input: $input) {
      changed
    }
  }
`)

export const deleteTeamDocument = graphql(/* GraphQL */ `
  mutation DeleteTeam($name: String!) {
    deleteTeam(name: $name)
  }
`)

export const putEnvironmentDocument = graphql(/* GraphQL */ `
  mutation PutEnvironment($name: String!, $production: Boolean!) {
    putEnvironment(name: $name, production: $production) {
      changed
    }
  }
`)

export const deleteEnvironmentDocument = graphql(/* GraphQL */ `
  mutation DeleteEnvironment($name: String!) {
    deleteEnvironment(name: $name)
  }
`)

export const putApproverGroupDocument = graphql(/* GraphQL */ `
  mutation PutApproverGroup($name: String!, $input: ApproverGroupInput!) {
    putApproverGroup(name: $name, input: $input) {
      changed
    }
  }
`)

export const deleteApproverGroupDocument = graphql(/* GraphQL */ `
  mutation DeleteApproverGroup($name: String!) {
    deleteApproverGroup(name: $name)
  }
`)

export const putCalendarDocument = graphql(/* GraphQL */ `
  mutation PutCalendar($name: String!, $input: BusinessCalendarInput!) {
    putCalendar(name: $name, input: $input) {
      changed
    }
  }
`)

export const deleteCalendarDocument = graphql(/* GraphQL */ `
  mutation DeleteCalendar($name: String!) {
    deleteCalendar(name: $name)
  }
`)
