import { clip, isSha } from '../../fields.js'
import { identifier } from '../../identifier.js'
import type { Project } from '../payload.js'
import { type GitlabSettings, isNamed } from '../settings.js'

export type Place = { service: string; environment: string }

/** Begins every id. The number of the project, since its path may change. */
export function projectId({ host, id }: Project): string {
  return identifier(host, id)
}

export function repositoryOf(project: Project, { repositories }: GitlabSettings): string {
  return settingOf(repositories, project) ?? `${project.host}/${project.path}`
}

/** The service a project stands for: as set on the connection, else the last part of its path. */
export function serviceOf(project: Project, { services }: GitlabSettings): string {
  return settingOf(services, project) ?? project.path.split('/').at(-1) ?? project.path
}

/** What is deployed where, by the name of GitLab's environment; undefined where the settings leave it out. */
export function placeOf(project: Project, name: string, settings: GitlabSettings): Place | undefined {
  const rule = settings.environments.find((candidate) => isProject(project, candidate.project) && isNamed(name, candidate.name))
  if (rule?.ignored) return undefined
  return { service: rule?.service ?? serviceOf(project, settings), environment: rule?.environment ?? name }
}

export function isProject({ id, path }: Project, named: string | undefined): boolean {
  return named === undefined || named === String(id) || named.toLowerCase() === path.toLowerCase()
}

/** A tag names the version; a branch moves, so there the commit does. */
export function versionOf(ref: string | undefined, isTag: boolean, sha: string | undefined): string | undefined {
  return ref !== undefined && !isSha(ref) && (isTag || readsAsVersion(ref)) ? clip(ref, 512) : sha
}

/** Merge requests and merge trains are tried out under refs of their own; nothing is rolled out from them. */
export function isTrial(ref: string | undefined, source?: string): boolean {
  return (ref ?? '').startsWith('refs/merge-requests/') || source === 'merge_request_event' || source === 'external_pull_request_event'
}

function settingOf(map: ReadonlyMap<string, string>, { id, path }: Project): string | undefined {
  return map.get(path.toLowerCase()) ?? map.get(String(id))
}

/** 1.2, v1.2.3-rc.1, payments-v1.2.3, payments@1.2.3; not release-1.2 or release/1.2.3, which are branches. */
function readsAsVersion(ref: string): boolean {
  return /^v?\d+\.\d+[\w.+-]*$/.test(ref) || /^[^/]*[-@]v?\d+\.\d+\.\d+[\w.+-]*$/.test(ref)
}
