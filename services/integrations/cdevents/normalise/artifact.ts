import { COMMIT_SHA } from '../../../domain/commit-sha.js'
import type { Normalised } from '../../result.js'
import { readArtifactId } from '../artifact-id.js'
import { fieldsOf, textOf, type Cdevent } from '../payload.js'
import { declaredBy } from './declared.js'
import { eventOf, nothing, one, webAddress } from './event.js'

export function published(event: Cdevent): Normalised {
  const { id, content } = event.subject
  const { name, version, digest } = readArtifactId(id)
  if (!digest) return nothing(`the artifact ${id} is not named by a digest`)
  const change = fieldsOf(content.change)
  const changeId = textOf(change.id)
  const commit = changeId && COMMIT_SHA.test(changeId) ? changeId : undefined
  const built = event.context.type.includes('.packaged') ? { finishedAt: event.context.timestamp } : {}
  const events = [eventOf(event, 'artifact.published', { digest, name, version, commit, repository: textOf(change.source), ...built })]
  const sbom = textOf(fieldsOf(content.sbom).uri)
  if (sbom) {
    const attested = eventOf(event, 'artifact.attested', { digest, kind: 'sbom', status: 'present', url: webAddress(sbom) })
    events.push({ ...attested, id: `${event.context.id}#sbom` })
  }
  return { events }
}

/** The end of a build says which artifact came of it; its queueing and start do not. */
export function buildFinished(event: Cdevent): Normalised {
  const { id, content } = event.subject
  const { name, version, digest } = readArtifactId(textOf(content.artifactId))
  if (!digest) return nothing(`the build ${id} does not name its artifact by a digest (subject.content.artifactId)`)
  const { service, commit, repository, version: declaredVersion } = declaredBy(event)
  const { timestamp } = event.context
  return one(event, 'artifact.published', { digest, name, version: declaredVersion ?? version, service, commit, repository, finishedAt: timestamp })
}

export function signed(event: Cdevent): Normalised {
  const { digest } = readArtifactId(event.subject.id)
  if (!digest) return nothing(`the artifact ${event.subject.id} is not named by a digest`)
  return one(event, 'artifact.attested', { digest, kind: 'signature', status: 'present' })
}
