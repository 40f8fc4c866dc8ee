import { normaliseRepository } from '../../domain/event.js'
import { parseInstant } from './instant.js'
import { resolveSchema, type Schema } from './schemas.js'

/** Keeps the fields a schema knows and drops the members given as null, which say as much as leaving them out. */
export function keepKnown(schema: Schema, value: unknown): unknown {
  const { schema: target } = resolveSchema(schema)
  if (Array.isArray(value)) {
    const { items } = target
    return items ? value.map((item) => keepKnown(items, item)) : value
  }
  if (!isRecord(value) || !target.properties) return value
  const known = Object.entries(target.properties)
    .filter(([key]) => Object.hasOwn(value, key) && value[key] !== null)
    .map(([key, member]) => [key, keepKnown(member, value[key])])
  return Object.fromEntries(known)
}

const normalForms: Record<string, (text: string) => string> = {
  instant: toUtc,
  sha: (text) => text.toLowerCase(),
  digest: (text) => text.toLowerCase(),
  repository: normaliseRepository,
  identifier: (text) => text.trim(),
  name: (text) => text.trim(),
  nameOrNone: (text) => text.trim(),
  repositoryOrNone: normaliseRepository,
}

/** Rewrites a value that its schema accepts so that equal things are equal text. */
export function normalise(schema: Schema, value: unknown): unknown {
  const { schema: target, definition } = resolveSchema(schema)
  if (typeof value === 'string') return normalForms[definition ?? '']?.(value) ?? value
  if (Array.isArray(value)) {
    const { items } = target
    return items ? value.map((item) => normalise(items, item)) : value
  }
  if (!isRecord(value) || !target.properties) return value
  const properties = target.properties
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, normalise(properties[key] ?? {}, member)]))
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function toUtc(text: string): string {
  const instant = parseInstant(text)
  if (instant === undefined) throw new Error(`not a time, though its schema accepted it: ${text}`)
  return new Date(instant).toISOString()
}
