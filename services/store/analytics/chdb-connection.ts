import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { parseError, type ClickHouseClientConfigOptions } from '@clickhouse/client'
import { drainPending, Session, type RawInsertFormat, type StreamChunk } from 'chdb'
import { AnalyticsUnavailable } from './analytics-errors.js'
import { createGate } from './gate.js'
import { createSessionPool } from './session-pool.js'
import { isStreamable, parametersStatement, parseInsert, refuseSecondStatement, refuseUnbound, settingsStatement } from './statement.js'

/** `concurrency` is how many statements may occupy threads of the process at once. */
export type ChdbOptions = { directory: string; connectionArgs?: readonly string[]; concurrency?: number }

// The client takes a connection but does not export its types.
type Connection = NonNullable<ClickHouseClientConfigOptions['connection']>
type QueryParams = Parameters<Connection['query']>[0]
type QueryResult = Awaited<ReturnType<Connection['query']>>
type Request = Omit<QueryParams, 'query'>

const MOST_IDLE = 32

/**
 * ClickHouse's client interface over the engine in this process. Every statement has a session to itself, so that
 * statements run beside each other; one that succeeded leaves its session to the next under the same settings.
 */
export function createChdbConnection(options: ChdbOptions): Connection {
  const gate = createGate(options.concurrency ?? 16)
  const anchor = openSession(options)
  const pool = createSessionPool({ open: () => openSession(options), set, most: MOST_IDLE })
  let closed = false

  async function inSession<T>(request: QueryParams, work: (session: Session) => Promise<T>): Promise<T> {
    try {
      refuseSecondStatement(request.query)
      return await gate(async () => {
        const settings = settingsStatement(request.clickhouse_settings)
        const session = await open(request, settings)
        try {
          const parameters = await bind(session, request)
          const result = await work(session)
          if (isShort(settings) && isShort(parameters) && !closed) pool.give(settings, session)
          else session.close()
          return result
        } catch (error) {
          session.close()
          throw error
        }
      })
    } catch (error) {
      throw asClientError(error)
    }
  }

  async function open(request: Request, settings: string): Promise<Session> {
    if (closed) throw new AnalyticsUnavailable('The embedded analytics store is closed.')
    request.abort_signal?.throwIfAborted()
    return await pool.take(settings)
  }

  async function run(params: QueryParams): Promise<QueryResult> {
    // A stream begins in the thread that asks for it, and holds that up until there is a first row: of a sum, until the end.
    if (!params.clickhouse_settings?.wait_end_of_query && isStreamable(params.query)) return await runStreaming(params)
    const bytes = await inSession(params, async (session) => (await session.queryAsync(params.query, { signal: params.abort_signal })).bytes())
    return { ...result(params), stream: Readable.from(bytes.length > 0 ? [Buffer.from(bytes)] : [], { objectMode: false }) }
  }

  async function runStreaming(params: QueryParams): Promise<QueryResult> {
    let session: Session | undefined
    try {
      const opened = await gate(() => open(params, settingsStatement(params.clickhouse_settings)))
      session = opened
      const chunks = await gate(async () => {
        await bind(opened, params)
        return opened.queryStream(params.query, { signal: params.abort_signal })[Symbol.asyncIterator]()
      })
      // The first chunk is awaited, so that a refused statement rejects here and not in the reader.
      const first = await gate(() => chunks.next())
      return { ...result(params), stream: Readable.from(readChunks(opened, chunks, first), { objectMode: false, highWaterMark: 1 }) }
    } catch (error) {
      session?.close()
      throw asClientError(error)
    }
  }

  async function* readChunks(session: Session, chunks: AsyncIterator<StreamChunk>, first: IteratorResult<StreamChunk>): AsyncGenerator<Buffer> {
    try {
      for (let next = first; !next.done; next = await gate(() => chunks.next())) {
        if (next.value.numBytes > 0) yield Buffer.from(next.value.raw())
      }
    } catch (error) {
      throw asClientError(error)
    } finally {
      await chunks.return?.()
      session.close()
    }
  }

  async function insert(params: Parameters<Connection['insert']>[0]): ReturnType<Connection['insert']> {
    const target = parseInsert(params.query)
    const values = typeof params.values === 'string' ? Buffer.from(params.values) : await collect(params.values)
    const written = await inSession(params, (session) => session.insert({ ...target, format: target.format as RawInsertFormat, values }))
    return { ...result(params), summary: summary(written.rowsWritten, written.bytesWritten) }
  }

  async function exec(params: Parameters<Connection['exec']>[0]) {
    if (!params.values) return await run(params)
    const inserted = await insert({ ...params, values: params.values })
    return { ...inserted, stream: Readable.from([], { objectMode: false }) }
  }

  async function command(params: QueryParams): ReturnType<Connection['command']> {
    await inSession(params, (session) => session.queryAsync(params.query, { signal: params.abort_signal }))
    return result(params)
  }

  async function ping(): ReturnType<Connection['ping']> {
    try {
      await command({ query: 'SELECT 1' })
      return { success: true }
    } catch (error) {
      return { success: false, error: error as Error }
    }
  }

  async function close(): Promise<void> {
    if (closed) return
    closed = true
    await drainPending()
    pool.close()
    anchor.close()
    await drainPending()
  }

  return { query: run, exec, command, insert, ping, close }
}

/** What the engine reads of a statement unless it is told otherwise. */
const LONGEST_STATEMENT = 262_144

/** Characters of parameters or settings that are set while this thread waits. */
const SHORT_SETTING = 4_096

function openSession(options: ChdbOptions): Session {
  try {
    return new Session(options.directory, { connectionArgs: options.connectionArgs })
  } catch (error) {
    throw new AnalyticsUnavailable(`The embedded analytics store in ${options.directory} cannot be opened: ${(error as Error).message}`, {
      cause: error,
    })
  }
}

/** Gives the statement that bound the parameters. */
async function bind(session: Session, request: Request & { query: string }): Promise<string> {
  refuseUnbound(request.query, request.query_params)
  const statement = parametersStatement(request.query_params, request.clickhouse_settings)
  await set(session, statement)
  return statement
}

/**
 * A short one is over in a fraction of a millisecond, where it would take many until a thread of the pool has its turn; and a
 * question has a dozen of them.
 */
async function set(session: Session, statement: string): Promise<void> {
  if (statement === '') return
  if (statement.length <= SHORT_SETTING) return void session.query(statement)
  if (!isShort(statement)) await session.queryAsync(`SET max_query_size = ${Buffer.byteLength(statement) + 1}`)
  await session.queryAsync(statement)
}

function isShort(statement: string): boolean {
  return Buffer.byteLength(statement) <= LONGEST_STATEMENT
}

async function collect(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk)
  return Buffer.concat(chunks)
}

function asClientError(error: unknown): Error {
  return error instanceof AnalyticsUnavailable || !(error instanceof Error) ? (error as Error) : parseError(error)
}

function result(request: Request) {
  return { query_id: request.query_id ?? randomUUID(), response_headers: {}, http_status_code: 200 }
}

function summary(rows: number, bytes: number) {
  const none = { read_rows: '0', read_bytes: '0', total_rows_to_read: '0', result_rows: '0', result_bytes: '0', elapsed_ns: '0' }
  return { ...none, written_rows: String(rows), written_bytes: String(bytes) }
}
