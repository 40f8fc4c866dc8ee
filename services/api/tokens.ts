/** What resolvers that need no more than a store inject. */
export const ANALYTICS = Symbol('windsock:analytics')
export const CONTROL = Symbol('windsock:control')
