import { GraphQLError } from 'graphql'

const MAX_PAGE = 500

export interface Page {
  limit: number
  /** The key of the last item of the page before. */
  after: readonly unknown[] | null
}

export interface PageOf<Node> {
  edges: { cursor: string; node: Node }[]
  pageInfo: { hasNextPage: boolean; endCursor: string | null }
}

/** Reads the arguments of a connection. Cursors carry the sort key of their item, so that pages hold while items come in. */
export function readPage(first: number | null | undefined, after: string | null | undefined): Page {
  const limit = first ?? 50
  if (limit < 1 || limit > MAX_PAGE) throw badInput(`first must be from 1 to ${MAX_PAGE}, not ${limit}.`)
  return { limit, after: after ? readCursor(after) : null }
}

/** `found` holds one item more than the page if there is a next one. */
export function toPage<Node>(found: readonly Node[], { limit }: Page, keyOf: (node: Node) => readonly unknown[]): PageOf<Node> {
  const edges = found.slice(0, limit).map((node) => ({ cursor: writeCursor(keyOf(node)), node }))
  return { edges, pageInfo: { hasNextPage: found.length > limit, endCursor: edges.at(-1)?.cursor ?? null } }
}

function writeCursor(key: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url')
}

function readCursor(cursor: string): unknown[] {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (Array.isArray(key)) return key
  } catch {
    // Falls through to the refusal.
  }
  throw badInput('after must be a cursor from a page before.')
}

export function badInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } })
}
