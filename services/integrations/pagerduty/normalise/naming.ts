import { clip } from '../../fields.js'
import type { Incident } from '../payload.js'
import type { PagerdutySettings } from '../settings.js'

/** As set on the connection by the PagerDuty service's id or name, else its name as a slug, else its id. */
export function serviceOf({ service }: Incident, settings: PagerdutySettings): string | undefined {
  if (service === undefined) return undefined
  const { id, name } = service
  const named = name === undefined ? undefined : settings.services.get(name.toLowerCase())
  return settings.services.get(id.toLowerCase()) ?? named ?? (slug(name ?? '') || id)
}

/** The priority is what people decided; without one the urgency is what PagerDuty worked out. */
export function severityOf({ priority, urgency }: Incident, settings: PagerdutySettings): string | undefined {
  const said = priority ?? urgency
  return said === undefined ? undefined : (settings.severities.get(said.toLowerCase()) ?? said)
}

export function isIgnored({ service }: Incident, { ignoredServices }: PagerdutySettings): boolean {
  if (service === undefined) return false
  return ignoredServices.has(service.id.toLowerCase()) || ignoredServices.has((service.name ?? '').toLowerCase())
}

/** "API Service (EU)" becomes api-service-eu. Letters of every script stay. */
function slug(name: string): string {
  const words = name.toLowerCase().match(/[\p{L}\p{N}._]+/gu) ?? []
  return clip(words.join('-'), 512)
}
