import { GraphQLError, GraphQLScalarType, Kind, valueFromASTUntyped } from 'graphql'
import { parseInstant } from '../../integrations/events/instant.js'

/** ISO 8601 in UTC with milliseconds; any offset goes in, and resolvers get the same form as text. */
export const dateTimeScalar = new GraphQLScalarType({
  name: 'DateTime',
  serialize: writeDateTime,
  parseValue: readDateTime,
  parseLiteral: (node) => readDateTime(node.kind === Kind.STRING ? node.value : undefined),
})

export const jsonScalar = new GraphQLScalarType({
  name: 'JSON',
  serialize: (value) => value,
  parseValue: (value) => value,
  parseLiteral: (node, variables) => valueFromASTUntyped(node, variables),
})

/** The groups of an answer share the times of their buckets. */
const written = new WeakMap<Date, string>()

function writeDateTime(value: unknown): string {
  if (!(value instanceof Date)) return isoOf(value as string | number)
  const known = written.get(value)
  if (known !== undefined) return known
  const text = isoOf(value)
  written.set(value, text)
  return text
}

function isoOf(value: Date | string | number): string {
  const date = new Date(value)
  if (Number.isNaN(date.getTime())) throw new Error(`not a time: ${String(value)}`)
  return date.toISOString()
}

function readDateTime(value: unknown): string {
  const instant = typeof value === 'string' ? parseInstant(value) : undefined
  if (instant === undefined) {
    throw new GraphQLError('A DateTime is a time with its offset (RFC 3339) of the years 1970 to 2299, such as 2026-11-02T10:04:00Z.', {
      extensions: { code: 'BAD_USER_INPUT' },
    })
  }
  return new Date(instant).toISOString()
}
