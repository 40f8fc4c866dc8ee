import { asName, at, type Field, isAbsent, items, members, optional, readSettingsWith } from '../fields.js'
import type { ConnectionSettings } from '../integration.js'

export type AlertmanagerSettings = {
  /** Labels that name the service, best first; likewise the environment. */
  serviceLabels: readonly string[]
  environmentLabels: readonly string[]
  /** Where an alert happens that says no environment. */
  environment?: string
  /** Severity of an alert, in lower case -> severity. */
  severities: ReadonlyMap<string, string>
  /** Severities, in lower case, whose alerts are no incidents. */
  ignoredSeverities: ReadonlySet<string>
}

export function readSettings(settings: ConnectionSettings): AlertmanagerSettings {
  return readSettingsWith(settings, (root) => ({
    serviceLabels: names(at(root, 'serviceLabels'), ['service', 'job']),
    environmentLabels: names(at(root, 'environmentLabels'), ['environment', 'env']),
    environment: optional(at(root, 'environment'), asName),
    severities: new Map(members(at(root, 'severities')).map(([key, value]) => [key.toLowerCase(), asName(value)])),
    ignoredSeverities: new Set(names(at(root, 'ignoredSeverities'), ['none', 'info']).map((name) => name.toLowerCase())),
  }))
}

function names(field: Field, usual: string[]): string[] {
  return isAbsent(field) ? usual : items(field).map(asName)
}
