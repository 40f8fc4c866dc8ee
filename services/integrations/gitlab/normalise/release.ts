import { asInteger, asName, asSha, at, type Field, optional, optionalUrl } from '../../fields.js'
import { identifier } from '../../identifier.js'
import type { Normalised } from '../../result.js'
import type { Context } from '../normalise.js'
import { asTime, type Project, readProject } from '../payload.js'
import { projectId, repositoryOf, serviceOf } from './project.js'

type Release = { project: Project; id: number; tag: string; action: string; createdAt: string; releasedAt: string; commit?: string; url?: string }

/** A release reaches its users when it is published: a rollout to an environment of its own, unless the settings say to which. */
export function normaliseRelease(payload: Field, { source, settings }: Context): Normalised {
  const release = readRelease(payload)
  const silent = reasonForNothing(release)
  if (silent !== undefined) return { events: [], reason: silent }
  if (settings.releases.ignored) {
    return { events: [], reason: `The settings of this connection say that releases are no deployments, so ${release.tag} is none.` }
  }
  const { project, id, tag, releasedAt, commit, url } = release
  const { environment, service } = settings.releases
  const data = {
    deployment: identifier('gitlab', projectId(project), 'release', id, environment),
    service: service ?? serviceOf(project, settings),
    environment,
    version: tag,
    commit,
    repository: repositoryOf(project, settings),
    url,
    labels: ['gitlab-release'],
    outcome: 'succeeded',
  }
  return { events: [{ id: identifier('release', projectId(project), id, environment), source, type: 'deployment.finished', time: releasedAt, data }] }
}

function reasonForNothing({ tag, action, createdAt, releasedAt }: Release): string | undefined {
  if (action === 'delete') return `Release ${tag} was deleted; what was published stays recorded, because it happened.`
  if (action !== 'create') return `"${action}" on release ${tag} publishes nothing; it counts when it is created.`
  if (Date.parse(releasedAt) > Date.parse(createdAt)) {
    return `Release ${tag} is planned for ${releasedAt}. GitLab sends nothing at that time: send deployment.finished to /v1/events when it is out.`
  }
  return undefined
}

function readRelease(root: Field): Release {
  return {
    project: readProject(root),
    id: asInteger(at(root, 'id')),
    tag: asName(at(root, 'tag')),
    action: asName(at(root, 'action')),
    createdAt: asTime(at(root, 'created_at')),
    releasedAt: optional(at(root, 'released_at'), asTime) ?? asTime(at(root, 'created_at')),
    commit: optional(at(root, 'commit', 'id'), asSha),
    url: optionalUrl(at(root, 'url')),
  }
}
