import { Ajv, type ErrorObject } from 'ajv'
import type { Interval, WeekStart } from '../../metrics/calendar/calendar.js'
import { rules } from '../../alerts/rules/index.js'
import { findingRules } from '../../findings/index.js'
import { measures } from '../../metrics/index.js'
import type { Dimension } from '../../metrics/measure.js'
import type { OptionsInput } from '../../metrics/options.js'
import { PROFILES } from '../../metrics/profiles.js'
import type { Scope } from '../../metrics/scope.js'
import { readOption } from '../../views/view-options.js'
import { Problem } from '../problem.js'

/** What an export is asked for: lists with commas between, single options as `option=name:value`, as dashboard addresses have them. */
export type ExportQuery = {
  keys?: string[]
  key?: string
  state: 'COUNTED' | 'EXCLUDED' | 'ALL'
  from: string
  to: string
  timeZone: string
  weekStart?: WeekStart
  interval?: Interval
  groupBy: Dimension[]
  /** A value for each dimension of `groupBy`. */
  group: string[]
  profiles: string[]
  kinds?: string[]
  search?: string
  failed?: 'true' | 'false'
  attributed?: 'true' | 'false'
  release?: string[]
  integrations?: string[]
  sources?: string[]
  states?: string[]
  rules?: string[]
  profile?: string
  option: string[]
} & Record<keyof Scope, string[] | undefined>

const DIMENSIONS: Dimension[] = ['TEAM', 'SERVICE', 'ENVIRONMENT', 'REGION', 'TRIGGER', 'TIER', 'KIND', 'SEVERITY', 'APPROVER_GROUP', 'RISK']
const WEEKDAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY']
const names = { type: 'array', items: { type: 'string', minLength: 1, maxLength: 512 }, maxItems: 1000 }
const instant = { type: 'string', format: 'instant' }
const LISTS = new Set([
  'keys',
  'groupBy',
  'teams',
  'services',
  'environments',
  'regions',
  'triggers',
  'profiles',
  'kinds',
  'integrations',
  'sources',
  'states',
  'rules',
])
/** Said as often as wanted, since what they hold may have commas in it. */
export const REPEATED: ReadonlySet<string> = new Set(['option', 'group', 'release'])
const UPPER = new Set(['state', 'weekStart', 'interval', 'groupBy', 'triggers', 'states'])

/** The parameters of every export, which the description of the API shows as well. */
export const EXPORT_PARAMETERS = {
  keys: { type: 'array', items: { enum: measures.map(({ definition }) => definition.key) }, minItems: 1 },
  key: { enum: measures.map(({ definition }) => definition.key) },
  state: { enum: ['COUNTED', 'EXCLUDED', 'ALL'], default: 'COUNTED' },
  from: instant,
  to: instant,
  timeZone: { type: 'string', maxLength: 100, default: 'UTC' },
  weekStart: { enum: WEEKDAYS },
  interval: { enum: ['HOUR', 'DAY', 'WEEK', 'MONTH', 'QUARTER'] },
  groupBy: { type: 'array', items: { enum: DIMENSIONS }, maxItems: 3, default: [] },
  group: { type: 'array', items: { type: 'string', maxLength: 512 }, maxItems: 3, default: [] },
  profile: { type: 'string', maxLength: 100 },
  profiles: { type: 'array', items: { enum: PROFILES.map(({ name }) => name) }, minItems: 1, default: PROFILES.map(({ name }) => name) },
  option: { type: 'array', items: { type: 'string', maxLength: 200 }, maxItems: 20, default: [] },
  teams: names,
  services: names,
  environments: names,
  regions: names,
  triggers: { type: 'array', items: { enum: ['HUMAN', 'AUTOMATIC', 'SCHEDULE', 'UNKNOWN'] } },
  kinds: { type: 'array', items: { enum: findingRules.map(({ kind }) => kind) } },
  search: { type: 'string', maxLength: 500 },
  failed: { enum: ['true', 'false'] },
  attributed: { enum: ['true', 'false'] },
  release: { ...names, minItems: 1 },
  integrations: names,
  sources: names,
  states: { type: 'array', items: { enum: ['PENDING', 'LEASED', 'DONE', 'DEAD', 'REFUSED'] } },
  rules: { type: 'array', items: { enum: [...rules.map(({ id }) => id), 'external'] } },
} as const

export type ExportParameter = keyof typeof EXPORT_PARAMETERS
/** Parameters that have other values in one export than in the others. */
export type OwnParameters = Partial<Record<ExportParameter, object>>

export const CONTRADICTION_PARAMETERS: OwnParameters = { kinds: { type: 'array', items: { enum: ['deployment', 'incident'] } } }
export const ALERT_PARAMETERS: OwnParameters = {
  states: { type: 'array', items: { enum: ['PENDING', 'FIRING', 'ACKNOWLEDGED', 'RESOLVED'] } },
}

const ajv = new Ajv({ allErrors: true, useDefaults: true })
ajv.addFormat('instant', (text) => /^\d{4}-\d{2}-\d{2}T/.test(text) && !Number.isNaN(Date.parse(text)))

type Wanted = { required: string[]; optional: string[]; own?: OwnParameters }

/** Checks the parameters that one export takes; throws a 400 that names every one that is wrong. */
export function exportQueryReader({ required, optional, own = {} }: Wanted): (given: Record<string, unknown>) => ExportQuery {
  const taken = [...required, ...optional]
  const known = Object.entries({ ...EXPORT_PARAMETERS, ...own }).filter(([name]) => taken.includes(name))
  const check = ajv.compile({ type: 'object', required, additionalProperties: false, properties: Object.fromEntries(known) })
  return (given) => {
    const query = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, readParameter(name, value)]))
    if (check(query)) return query as unknown as ExportQuery
    throw new Problem(400, 'The export cannot be made as it was asked for.', (check.errors ?? []).map(toFieldProblem))
  }
}

function readParameter(name: string, value: unknown): unknown {
  if (REPEATED.has(name)) return Array.isArray(value) ? value : [value]
  const text = UPPER.has(name) ? String(value).toUpperCase() : String(value)
  if (!LISTS.has(name)) return text
  return text.split(',').filter((part) => part !== '')
}

function toFieldProblem({ instancePath, keyword, message, params }: ErrorObject): { path: string; message: string } {
  const named = params as { missingProperty?: string; additionalProperty?: string; allowedValues?: string[] }
  const path = named.missingProperty ?? named.additionalProperty ?? instancePath.slice(1).replaceAll('/', '.')
  if (named.missingProperty) return { path, message: `${path} is missing` }
  if (named.additionalProperty) return { path, message: `${path} is no parameter of this export` }
  if (keyword === 'minItems') return { path, message: `${path} must not be empty` }
  const allowed = named.allowedValues ? `: ${named.allowedValues.join(', ')}` : ''
  return { path, message: `${path} ${message?.replace('must match format "instant"', 'must be an RFC 3339 time')}${allowed}` }
}

export function scopeOf({ teams, services, environments, regions, triggers }: ExportQuery): Scope {
  return { teams, services, environments, regions, triggers }
}

/** The group whose evidence is asked for; all of it without `groupBy`. */
export function groupOf({ groupBy, group }: ExportQuery): { groupBy: Dimension[]; group: string[] } {
  if (group.length === groupBy.length) return { groupBy, group }
  const message = `group must be given once for each dimension of groupBy, so ${groupBy.length} times`
  throw new Problem(400, 'The export cannot be made as it was asked for.', [{ path: 'group', message }])
}

export function optionsOf({ profile, option }: ExportQuery): OptionsInput {
  const read = option.map((text) => readOption(text) ?? unknownOption(text))
  return Object.assign({}, ...read, profile === undefined ? {} : { profile }) as OptionsInput
}

function unknownOption(text: string): never {
  throw new Problem(400, 'The export cannot be made as it was asked for.', [
    { path: 'option', message: `option "${text}" is not known, or not with this value; options are such as leadTimeClock:merged` },
  ])
}

/** Null where nothing is asked for. */
export function isTrue(choice: 'true' | 'false' | undefined): boolean | null {
  return choice === undefined ? null : choice === 'true'
}
