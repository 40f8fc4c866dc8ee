import type { Normalised } from '../../result.js'
import { textOf, type Cdevent } from '../payload.js'
import { declaredBy } from './declared.js'
import { nothing, one } from './event.js'

const DECISIONS: Record<string, string> = { approved: 'granted', rejected: 'denied' }

export function approvalCreated(event: Cdevent): Normalised {
  const what = approvedThing(event)
  if (!what) return unplaced(event)
  return one(event, 'approval.requested', { ...what, requestedBy: textOf(event.subject.content.requestor) })
}

const TAKEN_BACK = ['cancelled', 'canceled', 'expired']

/** Only the close of an approval settles it, and `status` says how; `decision` is free text. */
export function approvalClosed(event: Cdevent): Normalised {
  const { id, content } = event.subject
  const what = approvedThing(event)
  if (!what) return unplaced(event)
  const status = textOf(content.status)?.toLowerCase() ?? ''
  const decision = DECISIONS[status]
  if (TAKEN_BACK.includes(status))
    return one(event, 'approval.withdrawn', { ...what, by: textOf(content.responder), reason: textOf(content.decision) ?? status })
  if (!decision) return nothing(`the approval ${id} ended as "${status}", which is no decision`)
  const by = textOf(content.responder)
  if (!by) return nothing(`the approval ${id} does not say who decided (subject.content.responder)`)
  return one(event, 'approval.decided', { ...what, decision, by, reason: textOf(content.decision) })
}

function approvedThing(event: Cdevent): Record<string, unknown> | undefined {
  const { service, environment, version, artifactDigest, deployment, release, group, risk } = declaredBy(event)
  if (!service || !environment) return undefined
  return { approval: event.subject.id, service, environment, version, release, deployment, artifactDigest, group, risk }
}

function unplaced({ subject }: Cdevent): Normalised {
  return nothing(
    `the approval ${subject.id} does not say for which service and environment (customData.windsock.service and customData.windsock.environment)`,
  )
}
