import { TelemetryMalformed } from '../point.js'
import type { Long } from '../long.js'
import type { AnyValue, KeyValue, Scope } from './messages.js'

/** Of values within values. */
const DEEPEST = 32

type Labels = Record<string, string>

/** Attributes as labels; those without a value are none. */
export function labelsOf(attributes: readonly KeyValue[]): Labels {
  return addAttributes({}, attributes)
}

/** The labels of a point: its own before those of its resource, and those of its scope before both. */
export function pointLabels(resource: Readonly<Labels>, attributes: readonly KeyValue[], scope: Readonly<Labels>): Labels {
  return addLabels(addAttributes(addLabels({}, resource), attributes), scope)
}

function addAttributes(labels: Labels, attributes: readonly KeyValue[]): Labels {
  for (const { key, value } of attributes) {
    const text = value?.stringValue || textOf(value)
    if (text !== '') labels[key] = text
  }
  return labels
}

function addLabels(labels: Labels, more: Readonly<Labels>): Labels {
  for (const name of Object.keys(more)) labels[name] = more[name] as string
  return labels
}

/** Which instrumentation a point comes from, under the names that OpenTelemetry gives it elsewhere; a part of what its series is. */
export function scopeLabels(scope: Scope | null | undefined): Record<string, string> {
  const labels: Record<string, string> = {}
  if (scope?.name) labels['otel.scope.name'] = scope.name
  if (scope?.version) labels['otel.scope.version'] = scope.version
  return labels
}

function textOf(value: AnyValue | null | undefined): string {
  const own = (field: keyof AnyValue) => value !== null && value !== undefined && Object.hasOwn(value, field)
  if (!value || own('stringValue')) return ''
  return own('bytesValue') ? base64(value.bytesValue) : canonical(value, 0)
}

/** The same text for the same value: JSON without spaces, keys in order. */
function canonical(value: AnyValue | null | undefined, depth: number): string {
  if (depth > DEEPEST) throw new TelemetryMalformed(`An attribute holds values more than ${DEEPEST} deep.`)
  if (!value) return 'null'
  if (value.arrayValue) return `[${value.arrayValue.values.map((member) => canonical(member, depth + 1)).join(',')}]`
  if (value.kvlistValue) {
    const entries = value.kvlistValue.values.map(({ key, value: member }) => `${JSON.stringify(key)}:${canonical(member, depth + 1)}`)
    return `{${entries.sort().join(',')}}`
  }
  if (Object.hasOwn(value, 'boolValue')) return String(value.boolValue)
  if (Object.hasOwn(value, 'intValue') && value.intValue !== undefined) return integerText(value.intValue)
  if (Object.hasOwn(value, 'doubleValue'))
    return depth === 0 || Number.isFinite(value.doubleValue) ? String(value.doubleValue) : `"${value.doubleValue}"`
  if (Object.hasOwn(value, 'bytesValue')) return JSON.stringify(base64(value.bytesValue))
  return Object.hasOwn(value, 'stringValue') ? JSON.stringify(value.stringValue) : depth === 0 ? '' : 'null'
}

function integerText(value: Long): string {
  return typeof value === 'number' ? String(value) : String((BigInt(value.high) << 32n) + BigInt(value.low >>> 0))
}

function base64(bytes: Uint8Array | undefined): string {
  return Buffer.from(bytes ?? []).toString('base64')
}
