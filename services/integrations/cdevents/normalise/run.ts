import type { Normalised } from '../../result.js'
import { textOf, type Cdevent } from '../payload.js'
import { declaredBy } from './declared.js'
import { addressOf, nothing, one } from './event.js'

const OUTCOMES: Record<string, string> = {
  success: 'succeeded',
  failure: 'failed',
  error: 'failed',
  cancel: 'cancelled',
  cancelled: 'cancelled',
  canceled: 'cancelled',
  skip: 'skipped',
  skipped: 'skipped',
}

/** A pipeline or task run deploys if it says which service and where; CDEvents itself has no word for that. */
export function run(event: Cdevent, state: 'queued' | 'started' | 'finished'): Normalised {
  const { service, environment, version, artifactDigest, commit, repository, kind, release, risk } = declaredBy(event)
  const { id, content } = event.subject
  if (!service || !environment) {
    return nothing(`the run ${id} does not say that it deploys (customData.windsock.service and customData.windsock.environment)`)
  }
  const deployment = `${service}/${environment}/${id}`
  const said = { deployment, service, environment, version, commit, repository, artifactDigest, kind, release, risk, url: addressOf(event) }
  if (state === 'queued') return one(event, 'deployment.progressed', { ...said, stage: { name: 'queued', status: 'queued' } })
  if (state === 'started') return one(event, 'deployment.started', said)
  const outcome = OUTCOMES[textOf(content.outcome)?.toLowerCase() ?? '']
  if (!outcome) return nothing(`the run ${id} does not say how it ended (subject.content.outcome)`)
  return one(event, 'deployment.finished', { ...said, outcome })
}
