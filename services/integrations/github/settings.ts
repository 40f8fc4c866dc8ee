import { asFlag, asName, at, type Field, items, members, optional, readSettingsWith } from '../fields.js'
import type { ConnectionSettings } from '../integration.js'

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

/** A job whose runs are deployments. */
export type DeployJob = {
  /** The job's name as GitHub shows it, such as "deploy" or "release / deploy (eu)". */
  name: string
  environment: string
  service?: string
  /** The name of its workflow; any when absent. */
  workflow?: string
  repository?: string
  branch?: string
  /** Its failure leaves things as they were and is no failed deployment. */
  allowedToFail: boolean
}

/** A check whose result is a test of a release. */
export type DeclaredCheck = {
  /** The name of the check run, the context of the commit status, or the app of the check suite. */
  name: string
  service?: string
  environment?: string
  repository?: string
}

export type GithubSettings = {
  /** owner/name in lower case -> service. */
  services: ReadonlyMap<string, string>
  deployWorkflows: readonly DeployWorkflow[]
  deployJobs: readonly DeployJob[]
  checks: readonly DeclaredCheck[]
  /** Issues with one of these labels are incidents. */
  incidentLabels: readonly string[]
  incidentEnvironment?: string
  releases: ReleaseSettings
}

export type ReleaseSettings = { ignored: boolean; environment: string; prereleaseEnvironment: string; service?: string }

export function readSettings(settings: ConnectionSettings): GithubSettings {
  return readSettingsWith(settings, (root) => ({
    services: new Map(members(at(root, 'services')).map(([repository, service]) => [repository.toLowerCase(), asName(service)])),
    deployWorkflows: items(at(root, 'deployWorkflows')).map(readDeployWorkflow),
    deployJobs: items(at(root, 'deployJobs')).map(readDeployJob),
    checks: items(at(root, 'checks')).map(readCheck),
    incidentLabels: items(at(root, 'incidentLabels')).map(asName),
    incidentEnvironment: optional(at(root, 'incidentEnvironment'), asName),
    releases: readReleases(at(root, 'releases')),
  }))
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

function readDeployJob(field: Field): DeployJob {
  return {
    ...readDeployWorkflow(field),
    workflow: optional(at(field, 'workflow'), asName),
    allowedToFail: optional(at(field, 'allowedToFail'), asFlag) ?? false,
  }
}

function readCheck(field: Field): DeclaredCheck {
  return {
    name: asName(at(field, 'name')),
    service: optional(at(field, 'service'), asName),
    environment: optional(at(field, 'environment'), asName),
    repository: optional(at(field, 'repository'), asName),
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
