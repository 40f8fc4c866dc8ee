import type { ApolloServerPlugin } from '@apollo/server'
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth'
import { GraphQLError, type ValidationRule } from 'graphql'
import { getComplexity } from 'graphql-query-complexity'

export const MAX_DEPTH = 12
export const MAX_COST = 20_000
export const MAX_TOKENS = 5_000

type Estimate = (options: { args: Record<string, unknown>; childComplexity: number }) => number

/** Fragments count as deep as where they are used; introspection, whose depth is its own, is let through. */
export const depthLimit = maxDepthRule({
  n: MAX_DEPTH,
  ignoreIntrospection: true,
  flattenFragments: true,
  propagateOnRejection: false,
  onReject: [(context) => context?.reportError(tooDeep())],
}) as unknown as ValidationRule

function tooDeep(): GraphQLError {
  return new GraphQLError(`The query is more than ${MAX_DEPTH} fields deep; ask for less at once.`, {
    extensions: { limit: 'QUERY_TOO_DEEP' },
  })
}

/** A field costs one and what it holds, times the items asked for. Every alias is a field of its own. */
export const estimateCost: Estimate = ({ args, childComplexity }) => 1 + childComplexity * (asCount(args.first) ?? listSize(args))

function asCount(value: unknown): number | undefined {
  return typeof value === 'number' ? Math.max(1, value) : undefined
}

function listSize({ keys, profiles }: Record<string, unknown>): number {
  return [keys, profiles].reduce<number>((size, list) => size * (Array.isArray(list) ? Math.max(1, list.length) : 1), 1)
}

export const costLimit: ApolloServerPlugin = {
  async requestDidStart() {
    return {
      async didResolveOperation({ schema, document, request, operationName }) {
        const variables = request.variables ?? {}
        const cost = costOf({ schema, query: document, variables, operationName: operationName ?? undefined })
        if (cost > MAX_COST) throw tooCostly(cost)
      },
    }
  },
}

/** Variables are read for it first, so what is wrong with them is said here. */
function costOf(query: Omit<Parameters<typeof getComplexity>[0], 'estimators'>): number {
  try {
    return getComplexity({ ...query, estimators: [estimateCost] })
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'GraphQLError') throw error
    throw new GraphQLError(error.message, { nodes: (error as GraphQLError).nodes, extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } })
  }
}

function tooCostly(cost: number): GraphQLError {
  return new GraphQLError(`The query costs ${cost} where ${MAX_COST} is the limit; ask for fewer items or fields at once.`, {
    extensions: { code: 'QUERY_TOO_COSTLY', http: { status: 400 } },
  })
}
