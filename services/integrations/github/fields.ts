import { IntegrationError } from '../integration.js'

/** A value in a payload together with where it was found, so that an error can name the place. */
export type Field = { readonly value: unknown; readonly path: string }

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/
const UNSTORABLE = /[\0\p{Surrogate}]/u
const SHA = /^[0-9a-f]{40}([0-9a-f]{24})?$/i
const LATEST = Date.UTC(9999, 11, 31, 23, 59, 59, 999)
const DIGEST = /^sha256:[0-9a-f]{64}$/i

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

/** RFC 3339 of the years 1970 to 9999, as written. */
export function asInstant(field: Field): string {
  const text = typeof field.value === 'string' ? field.value : ''
  if (!INSTANT.test(text) || !isOnClock(text.slice(0, 19)) || !isKeepable(Date.parse(text))) {
    throw expected(field, 'a date and time with an offset (RFC 3339)')
  }
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

/** sha256:hex in lower case, or undefined. Free fields may hold anything, so another shape is no error. */
export function optionalDigest(field: Field): string | undefined {
  return typeof field.value === 'string' && DIGEST.test(field.value) ? field.value.toLowerCase() : undefined
}

export function isSha(text: string): boolean {
  return SHA.test(text)
}

/** Cuts without leaving half of a surrogate pair. */
export function clip(text: string, maxLength: number): string {
  return text.length <= maxLength ? text : text.slice(0, maxLength).replace(/[\uD800-\uDBFF]$/, '')
}

/** `Date` turns the 30th of February into the 1st of March; that is no time anybody meant. */
function isOnClock(local: string): boolean {
  const instant = Date.parse(`${local}Z`)
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(local)
}

function isKeepable(instant: number): boolean {
  return instant >= 0 && instant <= LATEST
}

function asRecord(field: Field): Record<string, unknown> {
  if (!isRecord(field.value)) throw expected(field, 'an object')
  return field.value
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function expected(field: Field, what: string): IntegrationError {
  const got = field.value === null ? 'null' : Array.isArray(field.value) ? 'a list' : typeof field.value
  return new IntegrationError('bad_payload', `${field.path || 'The body'} must be ${what}, but is ${shown(field.value, got)}.`)
}

function shown(value: unknown, type: string): string {
  if (value === undefined) return 'missing'
  return typeof value === 'string' ? JSON.stringify(clip(value, 60)) : type
}
