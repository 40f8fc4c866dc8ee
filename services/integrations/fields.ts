import { parseInstant } from './events/instant.js'
import { type ConnectionSettings, IntegrationError } from './integration.js'

/** A value in a payload together with where it was found, so that an error can name the place. */
export type Field = { readonly value: unknown; readonly path: string }

const UNSTORABLE = /[\0\p{Surrogate}]/u
const SHA = /^[0-9a-f]{40}([0-9a-f]{24})?$/i

export function rootField(value: unknown): Field {
  const root = { value, path: '' }
  asRecord(root)
  return root
}

/** Walks down. Below something absent everything is absent. */
export function at(field: Field, ...keys: string[]): Field {
  return keys.reduce<Field>((from, key) => {
    const path = from.path === '' ? key : `${from.path}.${key}`
    if (isAbsent(from)) return { value: undefined, path }
    const record = asRecord(from)
    return { value: Object.hasOwn(record, key) ? record[key] : undefined, path }
  }, field)
}

export function isAbsent(field: Field): boolean {
  return field.value === undefined || field.value === null
}

/** The items of a list; none when it is absent. */
export function items(field: Field): Field[] {
  if (isAbsent(field)) return []
  if (!Array.isArray(field.value)) throw expected(field, 'a list')
  return field.value.map((value: unknown, index) => ({ value, path: `${field.path}[${index}]` }))
}

/** The members of an object by their key; none when it is absent. */
export function members(field: Field): [string, Field][] {
  return isAbsent(field) ? [] : Object.keys(asRecord(field)).map((key) => [key, at(field, key)])
}

export function asText(field: Field): string {
  if (typeof field.value !== 'string') throw expected(field, 'a text')
  if (UNSTORABLE.test(field.value)) throw expected(field, 'a text without NUL or half characters')
  return field.value
}

/** A text with something in it, of at most 512 characters. */
export function asName(field: Field): string {
  const text = asText(field)
  if (text.trim() === '' || text.length > 512) throw expected(field, 'a text of 1 to 512 characters')
  return text
}

/** A name of a given shape, described in words for the error. */
export function asNameLike(field: Field, shape: RegExp, description: string): string {
  const name = asName(field)
  if (!shape.test(name)) throw expected(field, description)
  return name
}

export function asInteger(field: Field): number {
  if (typeof field.value !== 'number' || !Number.isSafeInteger(field.value) || field.value < 0) {
    throw expected(field, 'a whole number of 0 or more')
  }
  return field.value
}

/** RFC 3339 of the years 1970 to 2299. `spelled` rewrites the provider's own way of writing it, and gives other texts back as they are. */
export function asInstant(field: Field, spelled: (text: string) => string = (text) => text): string {
  const text = typeof field.value === 'string' && field.value.length <= 64 ? spelled(field.value) : ''
  if (parseInstant(text) === undefined) throw expected(field, 'a date and time with an offset')
  return text
}

export function asSha(field: Field): string {
  if (typeof field.value !== 'string' || !SHA.test(field.value)) throw expected(field, 'a commit sha')
  return field.value.toLowerCase()
}

export function asFlag(field: Field): boolean {
  if (typeof field.value !== 'boolean') throw expected(field, 'true or false')
  return field.value
}

/** Reads what is there with `read`; undefined when it is absent. */
export function optional<T>(field: Field, read: (field: Field) => T): T | undefined {
  return isAbsent(field) ? undefined : read(field)
}

/** A name, or undefined when absent or blank; cut at 512 characters. */
export function optionalName(field: Field): string | undefined {
  const text = optional(field, asText)
  return text === undefined || text.trim() === '' ? undefined : clip(text, 512)
}

/** A web address, or undefined when there is none worth keeping. */
export function optionalUrl(field: Field): string | undefined {
  const text = optional(field, asText)
  return text !== undefined && text.length <= 2000 && /^https?:\/\/[^\s]+$/i.test(text) ? text : undefined
}

export function isSha(text: string): boolean {
  return SHA.test(text)
}

/** Cuts without leaving half of a surrogate pair. */
export function clip(text: string, maxLength: number): string {
  return text.length <= maxLength ? text : text.slice(0, maxLength).replace(/[\uD800-\uDBFF]$/, '')
}

/** Absent settings mean their defaults; wrong ones are an error, so that a slip of the pen does not drop data silently. */
export function readSettingsWith<T>(settings: ConnectionSettings, read: (root: Field) => T): T {
  try {
    return read(rootField(settings))
  } catch (error) {
    if (!(error instanceof IntegrationError)) throw error
    throw new IntegrationError('bad_settings', `In the settings of this connection: ${error.message}`)
  }
}

function asRecord(field: Field): Record<string, unknown> {
  const { value } = field
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw expected(field, 'an object')
  return value as Record<string, unknown>
}

function expected(field: Field, what: string): IntegrationError {
  const got = field.value === null ? 'null' : Array.isArray(field.value) ? 'a list' : typeof field.value
  return new IntegrationError('bad_payload', `${field.path || 'The body'} must be ${what}, but is ${shown(field.value, got)}.`)
}

function shown(value: unknown, type: string): string {
  if (value === undefined) return 'missing'
  return typeof value === 'string' ? JSON.stringify(clip(value, 60)) : type
}
