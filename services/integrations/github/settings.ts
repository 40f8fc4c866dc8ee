import { type ConnectionSettings, IntegrationError } from '../integration.js'
import { asName, at, type Field, isAbsent, items, optional, rootField } from './fields.js'

/** A workflow whose runs are deployments. */
export type DeployWorkflow = {
  /** The workflow's name, its file name or its path. */
  name: string
  environment: string
  service?: string
  /** owner/name; every repository of the connection when absent. */
  repository?: string
  /** Only runs of this branch or tag. */
  branch?: string
}

export type GithubSettings = {
  /** owner/name in lower case -> service. */
  services: ReadonlyMap<string, string>
  deployWorkflows: readonly DeployWorkflow[]
  releases: ReleaseSettings
}

export type ReleaseSettings = { ignored: boolean; environment: string; prereleaseEnvironment: string; service?: string }

/** Absent settings mean their defaults; wrong ones are an error, so that a slip of the pen does not drop data silently. */
export function readSettings(settings: ConnectionSettings): GithubSettings {
  try {
    const root = rootField(settings)
    return {
      services: readServices(at(root, 'services')),
      deployWorkflows: items(at(root, 'deployWorkflows')).map(readDeployWorkflow),
      releases: readReleases(at(root, 'releases')),
    }
  } catch (error) {
    if (!(error instanceof IntegrationError)) throw error
    throw new IntegrationError('bad_settings', `In the settings of this connection: ${error.message}`)
  }
}

function readServices(field: Field): Map<string, string> {
  if (isAbsent(field)) return new Map()
  const repositories = Object.keys(rootField(field.value).value as object)
  return new Map(repositories.map((repository) => [repository.toLowerCase(), asName(at(field, repository))]))
}

function readDeployWorkflow(field: Field): DeployWorkflow {
  return {
    name: asName(at(field, 'name')),
    environment: asName(at(field, 'environment')),
    service: optional(at(field, 'service'), asName),
    repository: optional(at(field, 'repository'), asName),
    branch: optional(at(field, 'branch'), asName),
  }
}

function readReleases(field: Field): ReleaseSettings {
  const ignored = field.value === false
  const from = ignored ? { ...field, value: {} } : field
  return {
    ignored,
    environment: optional(at(from, 'environment'), asName) ?? 'github-releases',
    prereleaseEnvironment: optional(at(from, 'prereleaseEnvironment'), asName) ?? 'github-prereleases',
    service: optional(at(from, 'service'), asName),
  }
}
