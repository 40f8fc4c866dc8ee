import type { TypedDocumentString } from '../generated/graphql.js'

export type ApiErrorKind = 'unauthenticated' | 'forbidden' | 'offline' | 'unavailable' | 'refused' | 'broken'

export interface ApiError extends Error {
  kind: ApiErrorKind
  code: string
  retryAfterSeconds: number | null
}

interface GraphqlFailure {
  message: string
  extensions?: { code?: string }
}

interface GraphqlBody<Result> {
  data?: Result | null
  errors?: GraphqlFailure[]
}

const refusedCodes = new Set(['BAD_USER_INPUT', 'GRAPHQL_VALIDATION_FAILED', 'GRAPHQL_PARSE_FAILED', 'BAD_REQUEST', 'TOO_COSTLY', 'TOO_DEEP'])

export function isApiError(error: unknown): error is ApiError {
  return error instanceof Error && 'kind' in error && 'code' in error
}

/** Any error in the answer fails the whole request, so that no half of a page can be mistaken for the whole. */
export async function request<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Result> {
  const response = await send({ query: document.toString(), variables }, signal)
  const body = await readBody<Result>(response)
  if (body?.errors?.length) throw graphqlError(body.errors, response)
  if (!response.ok) throw httpError(response)
  if (!body?.data) throw apiError('broken', 'NO_DATA', 'Windsock answered without data.')
  return body.data
}

async function send(payload: object, signal?: AbortSignal): Promise<Response> {
  try {
    return await fetch('/graphql', {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json', 'x-windsock-csrf': '1' },
      body: JSON.stringify(payload),
      signal: signal ?? null,
    })
  } catch (cause) {
    if (signal?.aborted) throw cause
    throw apiError('offline', 'OFFLINE', 'Windsock cannot be reached.')
  }
}

async function readBody<Result>(response: Response): Promise<GraphqlBody<Result> | null> {
  try {
    return (await response.json()) as GraphqlBody<Result>
  } catch {
    return null
  }
}

function graphqlError(errors: GraphqlFailure[], response: Response): ApiError {
  const first = errors[0]
  const code = first?.extensions?.code ?? `HTTP_${response.status}`
  const message = first?.message ?? 'The question could not be answered.'
  return apiError(kindOf(code, response.status), code, message, retryAfter(response))
}

function httpError(response: Response): ApiError {
  const code = `HTTP_${response.status}`
  return apiError(kindOf(code, response.status), code, `Windsock answered ${response.status}.`, retryAfter(response))
}

function kindOf(code: string, status: number): ApiErrorKind {
  if (code === 'UNAUTHENTICATED' || status === 401) return 'unauthenticated'
  if (code === 'FORBIDDEN' || status === 403) return 'forbidden'
  if (code === 'STORE_UNAVAILABLE' || code === 'UNAVAILABLE' || status === 503) return 'unavailable'
  if (refusedCodes.has(code)) return 'refused'
  return 'broken'
}

function retryAfter(response: Response): number | null {
  const seconds = Number(response.headers.get('retry-after'))
  return Number.isFinite(seconds) && seconds > 0 ? seconds : null
}

function apiError(kind: ApiErrorKind, code: string, message: string, retryAfterSeconds: number | null = null): ApiError {
  return Object.assign(new Error(message), { name: 'ApiError', kind, code, retryAfterSeconds })
}
