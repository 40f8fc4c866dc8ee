import { asFlag, asName, at, type Field, isAbsent, items, members, optional, readSettingsWith } from '../fields.js'
import type { ConnectionSettings } from '../integration.js'

/** How a name of GitLab's environments is to be read. The first that matches counts. */
export type EnvironmentRule = {
  /** The environment's name; `*` stands for any characters. */
  name: string
  /** Path or id of a project; every project of the connection when absent. */
  project?: string
  environment?: string
  service?: string
  ignored: boolean
}

/** A job, or a whole pipeline, whose runs are deployments. */
export type DeployRule = {
  /** The job's name, or of a pipeline the name that workflow:name gives it. `*` stands for any characters. */
  name?: string
  /** Of a job left out where GitLab says it. */
  environment?: string
  service?: string
  project?: string
  /** Only runs of this branch or tag. */
  branch?: string
}

export type IncidentSettings = {
  /** Label in lower case -> service. */
  services: ReadonlyMap<string, string>
  /** Label in lower case -> severity. */
  severities: ReadonlyMap<string, string>
  /** Labels in lower case that make an ordinary issue an incident. */
  labels: ReadonlySet<string>
  environment?: string
}

export type ReleaseSettings = { ignored: boolean; environment: string; service?: string }

export type GitlabSettings = {
  /** Path in lower case, or id, of a project -> service. */
  services: ReadonlyMap<string, string>
  /** Path in lower case, or id, of a project -> address that its commits are kept under. */
  repositories: ReadonlyMap<string, string>
  environments: readonly EnvironmentRule[]
  deployJobs: readonly DeployRule[]
  deployPipelines: readonly (DeployRule & { environment: string })[]
  releases: ReleaseSettings
  incidents: IncidentSettings
}

export function readSettings(settings: ConnectionSettings): GitlabSettings {
  return readSettingsWith(settings, (root) => ({
    services: readNames(at(root, 'services')),
    repositories: readNames(at(root, 'repositories')),
    environments: items(at(root, 'environments')).map(readEnvironment),
    deployJobs: items(at(root, 'deployJobs')).map((field) => ({ ...readDeployRule(field), name: asName(at(field, 'name')) })),
    deployPipelines: items(at(root, 'deployPipelines')).map((field) => ({
      ...readDeployRule(field),
      environment: asName(at(field, 'environment')),
    })),
    releases: readReleases(at(root, 'releases')),
    incidents: readIncidents(at(root, 'incidents')),
  }))
}

/** Whether a name is as declared, where `*` stands for any characters. */
export function isNamed(name: string, pattern: string): boolean {
  const [first = '', ...rest] = pattern.split('*')
  const last = rest.pop()
  if (last === undefined) return name === pattern
  if (!name.startsWith(first) || !name.endsWith(last) || name.length < first.length + last.length) return false
  const end = name.length - last.length
  let from = first.length
  for (const part of rest) {
    const found = name.indexOf(part, from)
    if (found < 0 || found + part.length > end) return false
    from = found + part.length
  }
  return true
}

function readEnvironment(field: Field): EnvironmentRule {
  return {
    name: asName(at(field, 'name')),
    project: optional(at(field, 'project'), asName),
    environment: optional(at(field, 'environment'), asName),
    service: optional(at(field, 'service'), asName),
    ignored: optional(at(field, 'ignored'), asFlag) ?? false,
  }
}

function readDeployRule(field: Field): DeployRule {
  return {
    name: optional(at(field, 'name'), asName),
    environment: optional(at(field, 'environment'), asName),
    service: optional(at(field, 'service'), asName),
    project: optional(at(field, 'project'), asName),
    branch: optional(at(field, 'branch'), asName),
  }
}

function readReleases(field: Field): ReleaseSettings {
  const ignored = field.value === false
  const from = ignored ? { ...field, value: {} } : field
  return {
    ignored,
    environment: optional(at(from, 'environment'), asName) ?? 'gitlab-releases',
    service: optional(at(from, 'service'), asName),
  }
}

function readIncidents(field: Field): IncidentSettings {
  return {
    services: readNames(at(field, 'services')),
    severities: readNames(at(field, 'severities')),
    labels: new Set(items(at(field, 'labels')).map((label) => asName(label).toLowerCase())),
    environment: optional(at(field, 'environment'), asName),
  }
}

function readNames(field: Field): Map<string, string> {
  if (isAbsent(field)) return new Map()
  return new Map(members(field).map(([key, value]) => [key.toLowerCase(), asName(value)]))
}
