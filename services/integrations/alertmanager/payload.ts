import { asInstant, asNameLike, asText, at, clip, type Field, items, members, optionalUrl } from '../fields.js'

export type Alert = {
  fingerprint: string
  status: 'firing' | 'resolved'
  labels: ReadonlyMap<string, string>
  startsAt: string
  /** Null while it fires: Alertmanager then sends the year 1, or a time ahead. */
  endsAt: string | null
  url?: string
}

const FINGERPRINT = /^[0-9a-f]{8,64}$/i
const STATUS = /^(firing|resolved)$/
/** How Go writes a time that was never set. */
const UNSET = /^0001-01-01T/

export function readAlerts(root: Field): Alert[] {
  return items(at(root, 'alerts')).map(readAlert)
}

function readAlert(field: Field): Alert {
  const status = asNameLike(at(field, 'status'), STATUS, 'firing or resolved') as Alert['status']
  const startsAt = asInstant(at(field, 'startsAt'))
  return {
    fingerprint: asNameLike(at(field, 'fingerprint'), FINGERPRINT, 'a fingerprint in hexadecimal digits').toLowerCase(),
    status,
    labels: readLabels(at(field, 'labels')),
    startsAt,
    endsAt: status === 'resolved' ? readEnd(at(field, 'endsAt'), startsAt) : null,
    url: optionalUrl(at(field, 'generatorURL')),
  }
}

/** An empty label is one that is not there, as Prometheus has it. */
function readLabels(field: Field): Map<string, string> {
  const all = members(field).map(([name, value]) => [name, clip(asText(value), 512)] as const)
  return new Map(all.filter(([, value]) => value.trim() !== ''))
}

function readEnd(field: Field, startsAt: string): string {
  if (typeof field.value === 'string' && UNSET.test(field.value)) return startsAt
  return asInstant(field)
}
