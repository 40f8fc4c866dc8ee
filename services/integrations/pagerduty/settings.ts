import { asName, at, type Field, items, members, optional, readSettingsWith } from '../fields.js'
import type { ConnectionSettings } from '../integration.js'

export type PagerdutySettings = {
  /** Id or name of a PagerDuty service, in lower case -> service. */
  services: ReadonlyMap<string, string>
  /** Name of a priority, or an urgency, in lower case -> severity. */
  severities: ReadonlyMap<string, string>
  /** Where incidents happen; all production environments when absent. */
  environment?: string
  /** Ids or names of PagerDuty services, in lower case, that are no concern of any release. */
  ignoredServices: ReadonlySet<string>
}

export function readSettings(settings: ConnectionSettings): PagerdutySettings {
  return readSettingsWith(settings, (root) => ({
    services: readNames(at(root, 'services')),
    severities: readNames(at(root, 'severities')),
    environment: optional(at(root, 'environment'), asName),
    ignoredServices: new Set(items(at(root, 'ignoredServices')).map((field) => asName(field).toLowerCase())),
  }))
}

function readNames(field: Field): Map<string, string> {
  return new Map(members(field).map(([key, value]) => [key.toLowerCase(), asName(value)]))
}
