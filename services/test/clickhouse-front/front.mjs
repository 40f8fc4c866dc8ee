// A process that answers ClickHouse's HTTP interface from the engine in it. For tests only.
import { randomBytes, timingSafeEqual } from 'node:crypto'
import { createServer } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { Session } from 'chdb'

const [directory, username, password] = process.argv.slice(2)
const anchor = new Session(directory)

// Arguments of the interface itself; every other one is a setting of the engine.
const ownArguments = new Set(['query', 'query_id', 'session_id', 'role', 'wait_end_of_query', 'buffer_size', 'enable_http_compression'])
const name = /^[a-zA-Z_][a-zA-Z0-9_]*$/

class Refusal extends Error {
  constructor(status, code, message) {
    super(`Code: ${code}. DB::Exception: ${message}`)
    this.status = status
  }
}

const server = createServer({ maxHeaderSize: 1 << 20 }, (request, response) => {
  answer(request, response).catch((error) => refuse(response, error))
})

server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }))
process.on('disconnect', () => process.exit(0))

async function answer(request, response) {
  const url = new URL(request.url, 'http://front')
  if (url.pathname === '/ping') return void response.end('Ok.\n')
  authenticate(request)
  const statement = await readStatement(request, url.searchParams)
  const session = new Session(directory)
  try {
    const bound = bindStatements(statement.args)
    if (bound) await session.queryAsync(bound)
    await execute(session, statement, request, response)
  } finally {
    session.close()
  }
}

function authenticate(request) {
  const [user, key] = credentials(request.headers)
  if (same(user, username) && same(key, password)) return
  throw new Refusal(403, 516, `${user}: Authentication failed: password is incorrect, or there is no user with such name. (AUTHENTICATION_FAILED)`)
}

function credentials(headers) {
  if (headers['x-clickhouse-user']) return [headers['x-clickhouse-user'], headers['x-clickhouse-key'] ?? '']
  const [scheme, encoded] = (headers.authorization ?? '').split(' ')
  const text = scheme === 'Basic' ? Buffer.from(encoded ?? '', 'base64').toString() : ':'
  return [text.slice(0, text.indexOf(':')), text.slice(text.indexOf(':') + 1)]
}

function same(given, expected) {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)]
  return a.length === b.length && timingSafeEqual(a, b)
}

async function readStatement(request, args) {
  const body = await readBody(request)
  const type = request.headers['content-type'] ?? ''
  if (type.startsWith('multipart/form-data')) {
    const form = await new Response(body, { headers: { 'content-type': type } }).formData()
    for (const [key, value] of form) args.append(key, value)
    return { args, sql: args.get('query'), body: Buffer.alloc(0) }
  }
  const query = args.get('query')
  return query === null ? { args, sql: body.toString(), body: Buffer.alloc(0) } : { args, sql: query, body }
}

async function readBody(request) {
  const compressed = request.headers['content-encoding'] === 'gzip'
  const chunks = []
  for await (const chunk of compressed ? request.pipe(createGunzip()) : request) chunks.push(chunk)
  return Buffer.concat(chunks)
}

function bindStatements(args) {
  const statements = []
  for (const [key, value] of args) {
    if (ownArguments.has(key)) continue
    if (!name.test(key)) throw new Refusal(400, 115, `Unknown setting '${key}'. (UNKNOWN_SETTING)`)
    if (key === 'database') statements.push(`USE ${quoted(value, '`')}`)
    else statements.push(`SET ${key} = ${quoted(value.replaceAll('\0', '\\0'), "'")}`)
  }
  return statements.join('; ')
}

function quoted(text, mark) {
  return mark + text.replaceAll('\\', '\\\\').replaceAll(mark, `\\${mark}`) + mark
}

async function execute(session, { args, sql, body }, request, response) {
  response.setHeader('X-ClickHouse-Query-Id', args.get('query_id') ?? '')
  const insert = /^INSERT\s+INTO\s+([\w.]+)\s*(?:\(([^()]*)\)\s*)?FORMAT\s+(\w+)\s*$/i.exec(sql.trim())
  if (insert) {
    const columns = insert[2]?.split(',').map((column) => column.trim())
    const written = await session.insert({ table: insert[1], columns, format: insert[3], values: body })
    return finish(response, written)
  }
  if (!/^\s*(SELECT|WITH|\()/i.test(sql)) {
    const result = await session.queryAsync(sql, { format: 'TabSeparated' })
    return await send(request, response, args, [Buffer.from(result.bytes())])
  }
  const chunks = session.queryStream(sql, { format: 'TabSeparated' })[Symbol.asyncIterator]()
  if (args.get('wait_end_of_query') === '1') return await send(request, response, args, await whole(chunks))
  await send(request, response, args, withException(response, chunks, await chunks.next()))
}

async function whole(chunks) {
  const buffers = []
  for (let next = await chunks.next(); !next.done; next = await chunks.next()) buffers.push(Buffer.from(next.value.raw()))
  return buffers
}

/** The rows, and after them the marker by which a server of 25.11 or later tells of a failure in mid-stream. */
function withException(response, chunks, first) {
  const tag = randomBytes(8).toString('hex')
  response.setHeader('X-ClickHouse-Exception-Tag', tag)
  return (async function* () {
    try {
      for (let next = first; !next.done; next = await chunks.next()) yield Buffer.from(next.value.raw())
    } catch (error) {
      const message = `${error.message}\n`
      yield Buffer.from(`\r\n__exception__\r\n${tag}\r\n${message}${Buffer.byteLength(message)} ${tag}\r\n__exception__\r\n`)
    }
  })()
}

async function send(request, response, args, chunks) {
  const body = Readable.from(chunks, { objectMode: false, highWaterMark: 1 })
  const wanted = args.get('enable_http_compression') === '1' && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')
  response.statusCode = 200
  if (!wanted) return await pipeline(body, response)
  response.setHeader('Content-Encoding', 'gzip')
  await pipeline(body, createGzip(), response)
}

function finish(response, written) {
  const summary = { read_rows: '0', read_bytes: '0', written_rows: String(written.rowsWritten), written_bytes: String(written.bytesWritten) }
  response.setHeader('X-ClickHouse-Summary', JSON.stringify(summary))
  response.end()
}

function refuse(response, error) {
  if (response.headersSent) return response.destroy()
  const code = Number(/^Code: (\d+)/.exec(error.message)?.[1] ?? 1002)
  response.removeHeader('Content-Encoding')
  response.statusCode = error.status ?? (code === 60 ? 404 : 500)
  response.setHeader('X-ClickHouse-Exception-Code', String(code))
  response.end(`${error.message}\n`)
}

process.on('exit', () => anchor.close())
