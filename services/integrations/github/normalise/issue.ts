import type { EventInput, Normalised } from '../../result.js'
import { clip, type Field } from '../../fields.js'
import type { Context } from '../normalise.js'
import { type Issue, readIssue } from '../payload/issue.js'
import type { GithubSettings } from '../settings.js'
import { identifier } from '../../identifier.js'
import { serviceOf } from './rollout.js'

const SERVICE = /^service[:/]\s*(\S.*)$/i
const SEVERITY = /^(?:severity|sev)[:/]\s*(\S.*)$/i
const SHORT_SEVERITY = /^(?:sev|p)-?[0-5]$/i

export function normaliseIssue(payload: Field, { source, action, settings }: Context): Normalised {
  const issue = readIssue(payload)
  const said = isIncident(issue, settings) ? whatItSays(issue, action, settings) : []
  if (said.length === 0) return { events: [], reason: reasonForNothing(issue, action, settings) }
  const events = said.map(([what, type, time, extra]) => ({
    id: identifier('issue', issue.repository.fullName, issue.number, what, time),
    source,
    type,
    time,
    data: { ...incidentData(issue, settings), ...extra },
  }))
  return { events }
}

type Said = [what: string, type: string, time: string, extra?: EventInput['data']]

/** Labelling an issue afterwards tells all of its past: it was noticed when it was opened, and resolved if it is closed. */
function whatItSays(issue: Issue, action: string, settings: GithubSettings): Said[] {
  const { createdAt, updatedAt, closedAt, label } = issue
  const detected: Said = ['detected', 'incident.detected', createdAt]
  const resolved: Said[] = closedAt === undefined ? [] : [['resolved', 'incident.resolved', closedAt]]
  switch (action) {
    case 'opened':
      return [detected]
    case 'labeled':
      return isOneOf(label, settings.incidentLabels) ? [detected, ...resolved] : [[`labeled-${label ?? ''}`, 'incident.updated', updatedAt]]
    case 'unlabeled':
      return [[`unlabeled-${label ?? ''}`, 'incident.updated', updatedAt]]
    case 'edited':
      return [['edited', 'incident.updated', updatedAt]]
    case 'closed':
      return resolved
    case 'reopened':
      return [['reopened', 'incident.updated', updatedAt, { retracts: ['resolved', 'mitigated'] }]]
    default:
      return []
  }
}

function incidentData(issue: Issue, settings: GithubSettings): Record<string, unknown> {
  const { repository, number, title, labels, url } = issue
  const named = labels.flatMap((label) => SERVICE.exec(label)?.[1]?.trim() ?? [])
  const services = named.length > 0 ? named : [serviceOf(repository, settings)]
  return {
    incident: identifier('github', repository.fullName, 'issue', number),
    ...(services.length === 1 ? { service: services[0] } : { services }),
    environment: settings.incidentEnvironment,
    title: clip(title, 2000),
    severity: severityOf(labels),
    url,
  }
}

function severityOf(labels: readonly string[]): string | undefined {
  const spelled = labels.flatMap((label) => SEVERITY.exec(label)?.[1]?.trim() ?? [])
  return spelled[0] ?? labels.find((label) => SHORT_SEVERITY.test(label))
}

function isIncident({ labels }: Issue, { incidentLabels }: GithubSettings): boolean {
  return labels.some((label) => isOneOf(label, incidentLabels))
}

/** GitHub holds labels that differ in case to be one. */
function isOneOf(label: string | undefined, wanted: readonly string[]): boolean {
  return wanted.some((one) => one.toLowerCase() === label?.toLowerCase())
}

function reasonForNothing(issue: Issue, action: string, settings: GithubSettings): string {
  const { number, label } = issue
  if (settings.incidentLabels.length === 0) {
    return `Issue #${number} is not read as an incident: the settings of this connection name no incidentLabels.`
  }
  if (action === 'unlabeled' && isOneOf(label, settings.incidentLabels)) {
    return `Issue #${number} is no incident any more. What was recorded stays: set it to "unrelated" on the page of the incident.`
  }
  if (!isIncident(issue, settings))
    return `Issue #${number} has none of the labels that make it an incident (${clip(settings.incidentLabels.join(', '), 200)}).`
  return `"${action}" on issue #${number} changes nothing about the incident.`
}
