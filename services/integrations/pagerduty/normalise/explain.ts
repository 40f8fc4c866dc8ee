import { clip } from '../../fields.js'
import type { Normalised } from '../../result.js'

const ASSIGNMENT = 'Who is being paged is not recorded. The incident itself is known from when it was triggered, acknowledged and resolved.'
const CONVERSATION = 'Status updates and conference calls are not recorded. You can unsubscribe from them.'
const RESPONDERS = 'Who was asked to help, and answered, is not recorded. You can unsubscribe from it.'
const AUTOMATION = 'Workflows, tasks, roles and actions of an incident are not recorded. You can unsubscribe from them.'
const CLASSIFICATION = 'Incident types and custom fields are not recorded; the severity of an incident is its priority.'
const INVENTORY =
  'Services of PagerDuty are not taken for services that are deployed. Name those that are in services, in the settings of this connection.'

const reasons = new Map<string, string>([
  ['pagey.ping', 'The webhook is connected. This greeting has nothing to record; the next incident will.'],
  ...all(ASSIGNMENT, 'incident.delegated', 'incident.escalated', 'incident.reassigned'),
  ...all(CONVERSATION, 'incident.status_update_published', 'incident.conference_bridge.updated'),
  ...all(RESPONDERS, 'incident.responder.added', 'incident.responder.replied'),
  ...all(CLASSIFICATION, 'incident.incident_type.changed', 'incident.custom_field_values.updated'),
  ...all(AUTOMATION, 'incident.workflow.started', 'incident.workflow.completed', 'incident.role.assigned'),
  ...all(INVENTORY, 'service.created', 'service.updated', 'service.deleted', 'service.custom_field_values.updated'),
])

const families: readonly [string, string][] = [
  ['incident.responder.', RESPONDERS],
  ['incident.workflow.', AUTOMATION],
  ['incident.task.', AUTOMATION],
  ['incident.role.', AUTOMATION],
  ['incident.action_invocation.', AUTOMATION],
  ['service.', INVENTORY],
]
const UNKNOWN =
  'Windsock does not know this kind of PagerDuty event; it reads incidents that are triggered, acknowledged, reopened or resolved, and notes on them.'

/** For the events that never give anything: why. */
export function explain(type: string): Normalised {
  const family = families.find(([prefix]) => type.startsWith(prefix))?.[1]
  return { events: [], reason: `${clip(type, 200)}: ${reasons.get(type) ?? family ?? UNKNOWN}` }
}

function all(reason: string, ...types: string[]): [string, string][] {
  return types.map((type) => [type, reason])
}
