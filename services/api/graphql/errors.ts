import { HeaderMap } from '@apollo/server'
import { unwrapResolverError } from '@apollo/server/errors'
import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import { AuthError } from '../../auth/auth-error.js'
import { isStoreAway } from '../../ingest/store-away.js'
import { isUnstorable, unstorableMessage } from '../unstorable.js'
import { MetricError } from '../../metrics/metric-error.js'
import { PageError } from '../../store/analytics/page.js'

// What the server calls an error that has no code.
const UNKNOWN = 'INTERNAL_SERVER_ERROR'
const storeAwayMessage = 'A store is away just now; try again in a moment.'

/** What a resolver threw, as an error that says no more than its asker may know. */
export function toGraphqlError(error: unknown, report: (error: unknown) => string): GraphQLError {
  if (isCoded(error)) return error
  if (error instanceof AuthError) return coded(error.message, error.code, error.status)
  if (error instanceof MetricError || error instanceof PageError) return coded(error.message, error.code, 400)
  if (isStoreAway(error)) return coded(storeAwayMessage, 'STORE_UNAVAILABLE', 503, [['retry-after', '5']])
  if (isUnstorable(error)) return coded(unstorableMessage, 'BAD_USER_INPUT', 400)
  return new GraphQLError('Something went wrong here; the log has more.', { extensions: { code: 'INTERNAL', id: report(error) } })
}

function coded(message: string, code: string, status: number, headers: [string, string][] = []): GraphQLError {
  return new GraphQLError(message, { extensions: { code, http: { status, headers: new HeaderMap(headers) } } })
}

/** The last stop of every error on its way out: what no one coded is reported and becomes INTERNAL. */
export function createErrorFormat(report: (error: unknown) => string) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const { message, path, locations, extensions } = formatted
    const original = unwrapResolverError(error)
    if (isLimit(extensions)) return { message, extensions: { code: extensions.limit } }
    if (isCoded(original) || isServersOwn(extensions)) return { message, locations, path, extensions: shown(extensions) }
    const { message: safe, extensions: coded } = toGraphqlError(original, report)
    return { message: safe, locations, path, extensions: shown(coded) }
  }
}

/** By what it holds and not by its class, of which there may be two when the library is loaded both ways. */
function isCoded(error: unknown): error is GraphQLError {
  const extensions = error instanceof Error && 'extensions' in error ? (error as GraphQLError).extensions : undefined
  return typeof extensions?.code === 'string' && extensions.code !== UNKNOWN
}

function isServersOwn(extensions: GraphQLFormattedError['extensions']): boolean {
  return typeof extensions?.code === 'string' && extensions.code !== UNKNOWN
}

function isLimit(extensions: GraphQLFormattedError['extensions']): extensions is { limit: string } {
  return typeof extensions?.limit === 'string'
}

function shown(extensions: GraphQLFormattedError['extensions']): Record<string, unknown> {
  const { http: _http, stacktrace: _stacktrace, ...rest } = extensions ?? {}
  return { code: 'INTERNAL', ...rest }
}
