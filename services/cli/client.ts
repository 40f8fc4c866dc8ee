import { CliError, exitCodes, type ExitCode } from './cli-error.js'
import type { Target } from './target.js'

export interface Client {
  url: string
  /** The data of one GraphQL operation. Throws `CliError`. */
  graphql<Data>(query: string, variables?: Record<string, unknown>): Promise<Data>
  /** The answer to one REST call, whatever its status; throws `CliError` only if nothing answers. */
  rest(path: string, body?: unknown): Promise<{ status: number; body: unknown }>
}

interface GraphqlAnswer {
  data?: unknown
  errors?: { message: string; extensions?: { code?: string } }[]
}

const TIMEOUT_MS = 60_000

export function createClient(target: Target): Client {
  return {
    url: target.url,
    async graphql<Data>(query: string, variables: Record<string, unknown> = {}) {
      const { status, body } = await send(target, '/graphql', { query, variables })
      return dataOf(status, body as GraphqlAnswer | null) as Data
    },
    rest: (path, body) => send(target, path, body),
  }
}

async function send({ url, token }: Target, path: string, body?: unknown): Promise<{ status: number; body: unknown }> {
  const headers = { ...(token ? { authorization: `Bearer ${token}` } : {}), ...(body === undefined ? {} : { 'content-type': 'application/json' }) }
  const request = { method: body === undefined ? 'GET' : 'POST', headers, body: body === undefined ? undefined : JSON.stringify(body) }
  let response: Response
  try {
    response = await fetch(`${url}${path}`, { ...request, signal: AbortSignal.timeout(TIMEOUT_MS) })
  } catch (error) {
    throw new CliError(`${url} does not answer (${reasonOf(error)}): is Windsock running there? Start it with \`npm start\`.`, exitCodes.notRunning)
  }
  return { status: response.status, body: readJson(await response.text()) }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function reasonOf(error: unknown): string {
  const { cause, message } = error as Error & { cause?: NodeJS.ErrnoException }
  return cause?.code ?? message
}

function dataOf(status: number, answer: GraphqlAnswer | null): unknown {
  const [first] = answer?.errors ?? []
  if (first)
    throw new CliError(
      first.message,
      exitCodeOf(status, first.extensions?.code),
      answer?.errors?.slice(1).map(({ message }) => message),
    )
  if (!answer?.data) throw refusal(status, answer)
  return answer.data
}

/** What an answer with problem details says, as an error with the fields it names. */
export function refusal(status: number, body: unknown): CliError {
  const { detail, errors = [] } = (body ?? {}) as { detail?: string; errors?: { path: string; message: string }[] }
  const message = detail ?? `Windsock answered ${status}, which this command does not understand: is the address right?`
  return new CliError(
    message,
    exitCodeOf(status),
    errors.map((error) => (error.path ? `${error.path}: ${error.message}` : error.message)),
  )
}

function exitCodeOf(status: number, code?: string): ExitCode {
  if (status === 401 || status === 403 || code === 'UNAUTHENTICATED' || code === 'FORBIDDEN') return exitCodes.notAllowed
  return status === 503 || code === 'STORE_UNAVAILABLE' ? exitCodes.notRunning : exitCodes.failed
}
