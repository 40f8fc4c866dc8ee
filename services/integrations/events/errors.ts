import type { ErrorObject } from 'ajv'

/** What is wrong with one field: `path` is dotted, such as data.changes.0.sha, and empty for the whole event. */
export interface FieldError {
  path: string
  message: string
}

const MAX_ERRORS = 50

/** Schema errors in words, one per field, with paths that start at `prefix`. */
export function describeErrors(errors: readonly ErrorObject[], prefix: string): FieldError[] {
  const described = new Map<string, FieldError>()
  for (const error of errors.slice(0, MAX_ERRORS * 4)) {
    if (isPartOfAlternative(error)) continue
    const path = pathOf(error, prefix)
    if (!described.has(path)) described.set(path, { path, message: messageOf(error, path) })
  }
  return [...described.values()].slice(0, MAX_ERRORS)
}

function isPartOfAlternative(error: ErrorObject): boolean {
  return error.schemaPath.includes('/anyOf/')
}

function pathOf(error: ErrorObject, prefix: string): string {
  const pointer = error.instancePath.split('/').slice(1).map(unescapePointer)
  const missing = error.keyword === 'required' ? [String(error.params.missingProperty)] : []
  return [prefix, ...pointer, ...missing].filter(Boolean).join('.')
}

function unescapePointer(token: string): string {
  return token.replaceAll('~1', '/').replaceAll('~0', '~')
}

function messageOf(error: ErrorObject, path: string): string {
  const field = path.slice(path.lastIndexOf('.') + 1) || 'the event'
  switch (error.keyword) {
    case 'required':
      return `${field} is missing`
    case 'type':
      return `${field} must be ${kindOf(String(error.params.type))}`
    case 'enum':
      return `${field} must be one of ${(error.params.allowedValues as string[]).join(', ')}`
    case 'format':
      return `${field} must be a real date and time with its offset (RFC 3339) of the years 1970 to 2299, such as 2026-11-02T10:04:00Z`
    case 'pattern':
      return `${field} ${patternMessage(error)}`
    case 'minLength':
      return `${field} must not be empty`
    case 'maxLength':
      return `${field} must not be longer than ${error.params.limit} characters`
    case 'minimum':
      return `${field} must be at least ${error.params.limit}`
    case 'maximum':
      return `${field} must be at most ${error.params.limit}`
    case 'maxItems':
      return `${field} must not have more than ${error.params.limit} entries`
    case 'anyOf':
      return alternatives(error)
    default:
      return `${field} ${error.message ?? 'is not valid'}`
  }
}

const kinds: Record<string, string> = {
  string: 'text',
  object: 'an object',
  array: 'a list',
  boolean: 'true or false',
  integer: 'a whole number',
  number: 'a number',
}

function kindOf(type: string): string {
  return kinds[type] ?? type
}

const patternMessages: Record<string, string> = {
  CommitSha: 'must be a commit of 7 to 64 hexadecimal digits',
  Digest: 'must be a digest such as sha256: and 64 hexadecimal digits',
  Currency: 'must be a currency of three letters, such as EUR (ISO 4217)',
  WebUrl: 'must be an http or https address',
  WebUrlOrNone: 'must be an http or https address',
}

function patternMessage(error: ErrorObject): string {
  if (String(error.data).trim() === '') return 'must not be empty'
  return patternMessages[String(error.parentSchema?.title)] ?? 'does not have the expected form'
}

function alternatives(error: ErrorObject): string {
  const options = (error.schema as { required: string[] }[]).map(({ required }) => required.join(' and '))
  return `one of these is needed: ${options.join('; ')}`
}
