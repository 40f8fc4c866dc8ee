import { join } from 'node:path'
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled'
import type { ApolloDriverConfig } from '@nestjs/apollo'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { rootDirectory } from '../root.js'
import type { Runtime } from '../runtime.js'
import { compiledQueries } from './compiled-queries.js'
import { createErrorFormat } from './errors.js'
import { costLimit, depthLimit, MAX_TOKENS } from './limits.js'
import { dateTimeScalar, jsonScalar } from './scalars.js'

export interface GraphqlContext {
  req: FastifyRequest
  /** Loaders and other things that live as long as one request, by whoever makes them. */
  perRequest: Map<symbol, unknown>
}

const folder = join(rootDirectory, 'schemas', 'graphql')

export function graphqlOptions(runtime: Pick<Runtime, 'report'>): Omit<ApolloDriverConfig, 'driver'> {
  return {
    path: '/graphql',
    typePaths: [join(folder, '*.type.graphql'), join(folder, '*.api.graphql')],
    resolvers: { DateTime: dateTimeScalar, JSON: jsonScalar },
    context: (req: FastifyRequest, _reply: FastifyReply): GraphqlContext => ({ req, perRequest: new Map() }),
    introspection: true,
    graphiql: false,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    autoTransformHttpErrors: false,
    preserveHttpStatusForExecutionErrors: false,
    parseOptions: { maxTokens: MAX_TOKENS },
    validationRules: [depthLimit],
    // Nothing here is cached by HTTP; the plugin would look at every field of every answer.
    plugins: [costLimit, compiledQueries(), ApolloServerPluginCacheControlDisabled()],
    formatError: createErrorFormat(runtime.report),
  }
}
