import type { ScopeInput, WindowInput } from '../generated/graphql.js'
import type { EvidenceQuestion } from './evidence-link.js'
import { type MetricChoices, writeChoices } from './metric-choices.js'

/** What is null or empty is left out. */
export type ExportParameters = Readonly<Record<string, string | readonly string[] | null | undefined>>

/** The address under which the server gives a list as CSV; `choices` where it has numbers that can be counted in several ways. */
export function exportPath(list: string, parameters: ExportParameters, choices?: MetricChoices): string {
  const search = searchOf(parameters)
  if (choices) writeChoices(search, choices)
  return `/v1/export/${list}.csv${search.size === 0 ? '' : `?${search}`}`
}

/** Every record behind a number, of its group if it has one. */
export function evidencePath(
  { keys, scope, window, groupBy, options }: EvidenceQuestion,
  { state, value, choices }: { state: string; value: string | null; choices: MetricChoices },
): string {
  const search = searchOf({ key: keys[0], state: state.toLowerCase(), ...scopeParameters(scope), ...windowParameters(window), groupBy })
  if (groupBy !== null) search.set('group', value ?? '')
  // What leaves the page's filters out leaves its choices out as well.
  if (options !== null) writeChoices(search, choices)
  return `/v1/export/evidence.csv?${search}`
}

export function scopeParameters({ teams, services, environments, regions, triggers }: ScopeInput): ExportParameters {
  return { teams, services, environments, regions, triggers }
}

export function windowParameters({ from, to, timeZone, weekStart }: WindowInput): ExportParameters {
  return { from, to, timeZone, weekStart }
}

function searchOf(parameters: ExportParameters): URLSearchParams {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(parameters)) {
    const text = typeof value === 'string' ? value : (value?.join(',') ?? '')
    if (text !== '') search.set(name, text)
  }
  return search
}
