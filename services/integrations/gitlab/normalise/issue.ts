import { asInteger, asName, at, clip, type Field, isAbsent, optional, optionalName, optionalUrl } from '../../fields.js'
import { identifier } from '../../identifier.js'
import type { EventInput, Normalised } from '../../result.js'
import type { Context } from '../normalise.js'
import { asTime, flag, type Project, readLabels, readProject, readTitle } from '../payload.js'
import type { GitlabSettings, IncidentSettings } from '../settings.js'
import { projectId, serviceOf } from './project.js'

type Issue = {
  project: Project
  number: number
  type: string
  title?: string
  action: string
  labels: string[]
  severity?: string
  createdAt: string
  updatedAt: string
  closedAt?: string
  /** The step of paging it came to with this change. */
  escalation?: string
  url?: string
}

type Said = { type: string; time: string; data?: Record<string, unknown> }

const SCOPED = { service: 'service::', severity: 'severity::' }

export function normaliseIssue(payload: Field, { source, settings }: Context): Normalised {
  const type = typeOf(at(payload, 'object_attributes'))
  // An epic belongs to a group and has no project to read.
  if (isAbsent(at(payload, 'project'))) return { events: [], reason: `This ${type.toLowerCase()} belongs to no project, so it is no incident.` }
  const issue = readIssue(payload, type)
  const { project, number, action } = issue
  if (!isIncident(issue, settings.incidents)) {
    return {
      events: [],
      reason: `#${number} of ${project.path} is of the type "${type}", which is no incident. A label can make it one: see incidents.labels in the settings.`,
    }
  }
  const said = whatItSays(issue)
  if (said.length === 0) return { events: [], reason: `"${action}" on incident #${number} says nothing new about it.` }
  return { events: said.map((one) => toEvent(issue, one, settings, source)) }
}

function isIncident({ type, labels }: Issue, settings: IncidentSettings): boolean {
  return type.toLowerCase() === 'incident' || labels.some((label) => settings.labels.has(label.toLowerCase()))
}

function whatItSays(issue: Issue): Said[] {
  const { action, createdAt, updatedAt, closedAt } = issue
  if (action === 'open') return [{ type: 'incident.detected', time: createdAt }]
  if (action === 'close') return [{ type: 'incident.resolved', time: closedAt ?? updatedAt }]
  if (action === 'reopen') return [{ type: 'incident.updated', time: updatedAt, data: { retracts: ['mitigated', 'resolved'] } }]
  return action === 'update' ? [escalationSays(issue) ?? { type: 'incident.updated', time: updatedAt }] : []
}

/** Paging that is resolved says that the harm is over, while the incident may stay open for what is left to do. */
function escalationSays({ escalation, updatedAt }: Issue): Said | undefined {
  if (escalation === 'acknowledged') return { type: 'incident.acknowledged', time: updatedAt }
  if (escalation === 'resolved') return { type: 'incident.mitigated', time: updatedAt }
  if (escalation === 'triggered') return { type: 'incident.updated', time: updatedAt, data: { retracts: ['acknowledged', 'mitigated'] } }
  return undefined
}

function toEvent(issue: Issue, said: Said, settings: GitlabSettings, source: string): EventInput {
  const { project, number, action, title, updatedAt, url } = issue
  const incident = identifier('gitlab', projectId(project), 'incident', number)
  const services = servicesOf(issue, settings)
  const data = {
    incident,
    service: services[0],
    services: services.length > 1 ? services : undefined,
    environment: settings.incidents.environment,
    title,
    severity: severityOf(issue, settings.incidents),
    url,
    ...said.data,
  }
  return { id: identifier(incident, action, said.type, updatedAt), source, type: said.type, time: said.time, data }
}

/** As its labels say, by the settings or as GitLab's scoped label service::name; else the service of its project. */
function servicesOf({ project, labels }: Issue, settings: GitlabSettings): string[] {
  const named = labels.flatMap((label) => settings.incidents.services.get(label.toLowerCase()) ?? scoped(label, SCOPED.service) ?? [])
  return named.length > 0 ? [...new Set(named)] : [serviceOf(project, settings)]
}

function severityOf({ labels, severity }: Issue, settings: IncidentSettings): string | undefined {
  const named = labels.flatMap((label) => settings.severities.get(label.toLowerCase()) ?? scoped(label, SCOPED.severity) ?? [])
  return named[0] ?? (severity === 'unknown' ? undefined : severity)
}

function scoped(label: string, scope: string): string | undefined {
  const name = label.toLowerCase().startsWith(scope) ? label.slice(scope.length).trim() : ''
  return name === '' ? undefined : name
}

function typeOf(attributes: Field): string {
  return optionalName(at(attributes, 'type')) ?? optionalName(at(attributes, 'issue_type')) ?? 'Issue'
}

function readIssue(root: Field, type: string): Issue {
  const attributes = at(root, 'object_attributes')
  const isConfidential = flag(at(attributes, 'confidential'))
  const labels = isAbsent(at(attributes, 'labels')) ? at(root, 'labels') : at(attributes, 'labels')
  const createdAt = asTime(at(attributes, 'created_at'))
  return {
    project: readProject(root),
    number: asInteger(at(attributes, 'iid')),
    type: clip(type, 100),
    // Whoever may see an incident here is not who may see it there.
    title: isConfidential ? undefined : readTitle(at(attributes, 'title')),
    action: optional(at(attributes, 'action'), asName) ?? '',
    labels: readLabels(labels),
    severity: optionalName(at(attributes, 'severity'))?.toLowerCase(),
    createdAt,
    updatedAt: optional(at(attributes, 'updated_at'), asTime) ?? createdAt,
    closedAt: optional(at(attributes, 'closed_at'), asTime),
    escalation: optionalName(at(root, 'changes', 'escalation_status', 'current')),
    url: optionalUrl(at(attributes, 'url')),
  }
}
