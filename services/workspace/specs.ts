import type { BusinessHours } from '../metrics/options.js'
import type { StoredSettings } from './settings.js'

/** What can be declared, in the order in which one may name another. */
export const kinds = ['Calendar', 'Team', 'Environment', 'Service', 'ApproverGroup', 'Workspace'] as const

export type Kind = (typeof kinds)[number]

export type TeamSpec = { title: string; members: string[] }

/** Empty text is the same as nothing said. */
export type ServiceSpec = {
  title: string
  team: string
  tier: string
  repository: string
  paths: string[]
  dependsOn: string[]
  slis: string[]
  runbookUrl: string
  owner: string
  aliases: string[]
  sourceOfRecord: string
}

export type EnvironmentSpec = { production: boolean }

export type ApproverGroupSpec = { title: string; members: string[]; quorum: number; services: string[]; environments: string[]; risks: string[] }

export type CalendarSpec = BusinessHours

/** What is left out stays as it is. */
export type WorkspaceSpec = Partial<StoredSettings>

export type SpecByKind = {
  Calendar: CalendarSpec
  Team: TeamSpec
  Environment: EnvironmentSpec
  ApproverGroup: ApproverGroupSpec
  Service: ServiceSpec
  Workspace: WorkspaceSpec
}

/** Something declared. `spec` is in its normal form, so that equal declarations are equal text. */
export type Declaration<K extends Kind = Kind> = { [Each in K]: { kind: Each; name: string; spec: SpecByKind[Each] } }[K]

/** The workspace has no name of its own. */
export const WORKSPACE_NAME = 'workspace'

/** As GraphQL writes it: APPROVER_GROUP for ApproverGroup. */
export function kindName(kind: Kind): string {
  return kind.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase()
}
