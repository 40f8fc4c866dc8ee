import type { EventInput, Normalised } from '../../result.js'
import { type Field, isSha } from '../../fields.js'
import type { Context } from '../normalise.js'
import { readRelease, type Release } from '../payload.js'
import type { GithubSettings } from '../settings.js'
import { identifier } from '../../identifier.js'
import { serviceOf, triggerOf } from './rollout.js'

type Published = Release & { publishedAt: string }

const PUBLISHING = new Set(['published', 'released', 'prereleased'])

export function normaliseRelease(payload: Field, { source, action, settings }: Context): Normalised {
  const release = readRelease(payload)
  if (!PUBLISHING.has(action)) return { events: [], reason: reasonForAction(release, action) }
  if (!isPublished(release)) return { events: [], reason: `Release ${release.tag} is still a draft; it counts when it is published.` }
  const events = [...artifactEvents(release, settings, source), ...rolloutEvents(release, settings, source)]
  if (events.length > 0) return { events }
  return {
    events,
    reason: `Release ${release.tag} has no asset with a digest, and the settings of this connection say that releases are no deployments.`,
  }
}

function isPublished(release: Release): release is Published {
  return !release.draft && release.publishedAt !== undefined
}

function artifactEvents(release: Published, settings: GithubSettings, source: string): EventInput[] {
  const { repository, tag, publishedAt, assets } = release
  const shared = { version: tag, service: releaseService(release, settings), repository: repository.address, commit: commitOf(release) }
  return assets.flatMap(({ id, name, digest }) => {
    if (digest === undefined) return []
    const data = { digest, name, ...shared }
    return [{ id: identifier('release-asset', repository.fullName, id), source, type: 'artifact.published', time: publishedAt, data }]
  })
}

/** A release reaches its users when it is published: a rollout to an environment of its own, unless the settings say to which. */
function rolloutEvents(release: Published, settings: GithubSettings, source: string): EventInput[] {
  if (settings.releases.ignored) return []
  const { repository, id, tag, publishedAt, author, url, prerelease } = release
  const environment = prerelease ? settings.releases.prereleaseEnvironment : settings.releases.environment
  const data = {
    deployment: identifier('github', repository.fullName, 'release', id, environment),
    service: releaseService(release, settings),
    environment,
    version: tag,
    commit: commitOf(release),
    repository: repository.address,
    trigger: triggerOf(undefined, author),
    actor: author?.login,
    url,
    labels: ['github-release'],
    outcome: 'succeeded',
  }
  return [{ id: identifier('release', repository.fullName, id, environment), source, type: 'deployment.finished', time: publishedAt, data }]
}

function releaseService({ repository }: Release, settings: GithubSettings): string {
  return settings.releases.service ?? serviceOf(repository, settings)
}

/** `target_commitish` is the branch the tag would be made from, or the commit itself. */
function commitOf({ target }: Release): string | undefined {
  return isSha(target) ? target.toLowerCase() : undefined
}

function reasonForAction({ tag }: Release, action: string): string {
  if (action === 'deleted' || action === 'unpublished') return `Release ${tag} was ${action}; what was published stays recorded, because it happened.`
  return `"${action}" on release ${tag} publishes nothing; it counts when it is published.`
}
