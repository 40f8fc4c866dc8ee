import { type Field, asName, asText, at, isAbsent, items, members, optional } from '../fields.js'
import { IntegrationError } from '../integration.js'

/** How events of one type are read from a payload. All but `type` are JSONata expressions. */
export type Rule = {
  type: string
  /** Whether the rule applies; it always does when absent. */
  when?: string
  /** The things in the payload of which each gives an event; the payload itself when absent. */
  each?: string
  /** Tells one event of this type from another, and is the same when the same thing is told again. */
  id: string
  time: string
  data: Readonly<Record<string, string>>
}

export type Mapping = readonly Rule[]

export type Presets = Readonly<Record<string, Mapping>>

const MOST_RULES = 50
const MOST_FIELDS = 60
const LONGEST_EXPRESSION = 4000
const RULE_KEYS = ['type', 'when', 'each', 'id', 'time', 'data']

/** The mapping of a connection's settings: written there, or named as a preset. */
export function readMapping(root: Field, presets: Presets, types: readonly string[]): Mapping {
  const preset = optional(at(root, 'preset'), asName)
  const rules = at(root, 'mapping')
  if (preset !== undefined && !isAbsent(rules)) throw wrong('preset and mapping exclude each other; give one of them.')
  if (preset !== undefined) return Object.hasOwn(presets, preset) ? (presets[preset] as Mapping) : unknownPreset(preset, presets)
  if (isAbsent(rules)) throw wrong(`mapping is missing: give a list of rules, or a preset, one of ${Object.keys(presets).join(', ')}.`)
  const listed = items(rules)
  if (listed.length === 0 || listed.length > MOST_RULES) throw wrong(`mapping must have from 1 to ${MOST_RULES} rules.`)
  return listed.map((field) => readRule(field, types))
}

function unknownPreset(preset: string, presets: Presets): never {
  throw wrong(`preset must be one of ${Object.keys(presets).join(', ')}, but is "${preset.slice(0, 60)}".`)
}

function readRule(field: Field, types: readonly string[]): Rule {
  for (const [key, value] of members(field))
    if (!RULE_KEYS.includes(key)) throw wrong(`${value.path} is not known; a rule has ${RULE_KEYS.join(', ')}.`)
  const type = asName(at(field, 'type'))
  if (!types.includes(type)) throw wrong(`${field.path}.type must be one of ${types.join(', ')}, but is "${type.slice(0, 60)}".`)
  const data = members(at(field, 'data'))
  if (data.length > MOST_FIELDS) throw wrong(`${field.path}.data must have at most ${MOST_FIELDS} fields.`)
  const when = optional(at(field, 'when'), asExpression)
  const each = optional(at(field, 'each'), asExpression)
  return {
    type,
    ...(when === undefined ? {} : { when }),
    ...(each === undefined ? {} : { each }),
    id: asExpression(at(field, 'id')),
    time: asExpression(at(field, 'time')),
    data: Object.fromEntries(data.map(([name, value]) => [name, asExpression(value)])),
  }
}

function asExpression(field: Field): string {
  const text = asText(field)
  if (text.trim() === '' || text.length > LONGEST_EXPRESSION)
    throw wrong(`${field.path} must be an expression of 1 to ${LONGEST_EXPRESSION} characters.`)
  return text
}

function wrong(message: string): IntegrationError {
  return new IntegrationError('bad_settings', message)
}
