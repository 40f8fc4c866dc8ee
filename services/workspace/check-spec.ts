import type { ErrorObject } from 'ajv'
import { canonicalJson, normaliseRepository } from '../domain/event.js'
import { PROFILES } from '../metrics/profiles.js'
import { suggestion } from '../domain/nearest.js'
import { checkFrame, checkSchema } from './spec-schemas.js'
import type { CalendarSpec, Kind, ServiceSpec, SpecByKind, WorkspaceSpec } from './specs.js'

/** What is wrong, and where: the keys and positions that lead there; an entry of a list may be told by its text instead. */
export type Problem = { path: (string | number)[]; message: string }

export type Checked<K extends Kind> = { ok: true; spec: SpecByKind[K] } | { ok: false; problems: Problem[] }

/** The frame of a document. */
export type Frame = { apiVersion: string; kind: Kind; metadata: { name: string }; spec?: Record<string, unknown> | null }

export function checkDocument(document: unknown): Problem[] {
  return problemsOf(checkFrame(document))
}

/** Checks a specification by itself and puts it into its normal form: defaults filled in, lists sorted. */
export function checkSpec<K extends Kind>(kind: K, given: unknown): Checked<K> {
  const spec: unknown = structuredClone(given ?? {})
  const problems = problemsOf(checkSchema(kind, spec))
  if (problems.length > 0) return { ok: false, problems }
  const normal = normalSpec(kind, spec as SpecByKind[K])
  const more = relations(kind, normal)
  return more.length > 0 ? { ok: false, problems: more } : { ok: true, spec: normal }
}

function normalSpec<K extends Kind>(kind: K, spec: SpecByKind[K]): SpecByKind[K] {
  const sorted = sortLists(spec) as SpecByKind[K]
  if (kind !== 'Service') return sorted
  const service = sorted as ServiceSpec
  return { ...service, repository: normaliseRepository(service.repository) } as SpecByKind[K]
}

/** No list of a specification means anything by its order. */
function sortLists(value: unknown): unknown {
  if (Array.isArray(value)) return [...new Set(value)].sort((a, b) => (a < b ? -1 : 1))
  if (typeof value === 'string') return value.trim()
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, sortLists(member)]))
}

/** What a schema cannot say. */
function relations(kind: Kind, spec: SpecByKind[Kind]): Problem[] {
  if (kind === 'Calendar' && (spec as CalendarSpec).to <= (spec as CalendarSpec).from)
    return [{ path: ['to'], message: 'to must be later than from' }]
  return kind === 'Workspace' ? [...profileProblems(spec as WorkspaceSpec), ...targetProblems(spec as WorkspaceSpec)] : []
}

function profileProblems({ profile }: WorkspaceSpec): Problem[] {
  if (profile === undefined || PROFILES.some(({ name }) => name === profile)) return []
  const names = PROFILES.map(({ name }) => name)
  return [{ path: ['profile'], message: `there is no profile ${profile}${suggestion(profile, names)}; there are ${names.join(', ')}` }]
}

function targetProblems({ targets = {} }: WorkspaceSpec): Problem[] {
  return Object.entries(targets).flatMap(([key, { low = -Infinity, high = Infinity }]) =>
    low > high ? [{ path: ['targets', key], message: 'low must not be more than high' }] : [],
  )
}

function problemsOf(errors: readonly ErrorObject[]): Problem[] {
  const problems = errors.map((error) => ({ path: pathOf(error), message: messageOf(error) }))
  return [...new Map(problems.map((problem) => [canonicalJson(problem.path), problem])).values()]
}

function pathOf({ instancePath, keyword, params }: ErrorObject): (string | number)[] {
  const path = instancePath
    .split('/')
    .slice(1)
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((token) => (/^\d+$/.test(token) ? Number(token) : token))
  return keyword === 'additionalProperties' ? [...path, String(params.additionalProperty)] : path
}

function messageOf({ keyword, params, message, parentSchema, data }: ErrorObject): string {
  switch (keyword) {
    case 'additionalProperties': {
      const known = Object.keys((parentSchema?.properties ?? {}) as object)
      return `${String(params.additionalProperty)} is not known here${suggestion(String(params.additionalProperty), known)}; known are ${known.join(', ')}`
    }
    case 'required':
      return `${String(params.missingProperty)} is missing`
    case 'enum':
      return `it must be one of ${(params.allowedValues as string[]).join(', ')}${suggestion(String(data), params.allowedValues as string[])}`
    case 'const':
      return `it must be ${String(params.allowedValue)}`
    case 'type':
      return `it must be ${[params.type].flat().map(wordFor).join(' or ')}${params.type === 'string' && isScalar(data) ? `: put it in quotes, "${String(data)}"` : ''}`
    case 'format':
      return formatMessages[String(params.format)] ?? 'it does not have the expected form'
    case 'pattern':
      return parentSchema?.maxLength === 2000 ? 'it must be an http or https address' : 'it must not be empty, nor begin or end with a space'
    case 'minLength':
      return 'it must not be empty'
    default:
      return `it ${message ?? 'is not valid'}`
  }
}

const formatMessages: Record<string, string> = {
  'time-zone': 'it must be an IANA time zone, such as Europe/Stockholm',
  'time-of-day': 'it must be a time such as "09:00"',
  day: 'it must be a day such as 2026-12-25',
}

const words: Record<string, string> = {
  string: 'text',
  object: 'a mapping',
  array: 'a list',
  boolean: 'true or false',
  integer: 'a whole number',
  number: 'a number',
  null: 'nothing',
}

function isScalar(value: unknown): boolean {
  return typeof value === 'number' || typeof value === 'boolean'
}

function wordFor(type: unknown): string {
  return words[String(type)] ?? String(type)
}
