import { ClickHouseError } from '@clickhouse/client'

/** The analytics store cannot be reached or cannot work just now; the same call may succeed later. */
export class AnalyticsUnavailable extends Error {
  override readonly name = 'AnalyticsUnavailable'
}

/** The store answered and refused the statement. `code` and `type` are ClickHouse's, as 60 and UNKNOWN_TABLE. */
export class AnalyticsQueryError extends Error {
  override readonly name = 'AnalyticsQueryError'
  readonly code: string
  readonly type: string

  constructor(message: string, details: { code: string; type: string; cause: unknown }) {
    super(message, { cause: details.cause })
    this.code = details.code
    this.type = details.type
  }
}

// Refusals that say nothing about the statement: overload, lost replicas or keeper, a store that starts or stops.
const passingRefusals = new Set([
  'TOO_MANY_SIMULTANEOUS_QUERIES',
  'SOCKET_TIMEOUT',
  'NETWORK_ERROR',
  'TABLE_IS_READ_ONLY',
  'TOO_MANY_PARTS',
  'ALL_CONNECTION_TRIES_FAILED',
  'TOO_FEW_LIVE_REPLICAS',
  'NO_ZOOKEEPER',
  'UNKNOWN_STATUS_OF_INSERT',
  'KEEPER_EXCEPTION',
  'ABORTED',
])

const networkCode = /^(E[A-Z]+|UND_ERR_\w+|ERR_STREAM_PREMATURE_CLOSE)$/
const networkMessage = /timeout error|socket hang up|closed|terminated|bad gateway|service unavailable|gateway time-?out/i

/** What the client or the engine threw, as one of the two errors above; anything else is a fault and stays as it is. */
export function toAnalyticsError(error: unknown): unknown {
  if (error instanceof AnalyticsUnavailable || error instanceof AnalyticsQueryError) return error
  if (error instanceof ClickHouseError) return fromClickHouse(error)
  if (error instanceof Error && isNetworkFailure(error)) {
    return new AnalyticsUnavailable(`The analytics store cannot be reached: ${describe(error)}.`, { cause: error })
  }
  return error
}

function fromClickHouse(error: ClickHouseError): Error {
  const type = error.type ?? 'UNKNOWN'
  if (passingRefusals.has(type)) {
    return new AnalyticsUnavailable(`The analytics store cannot work just now: ${error.message}`, { cause: error })
  }
  return new AnalyticsQueryError(error.message, { code: error.code, type, cause: error })
}

function isNetworkFailure(error: Error): boolean {
  const code = 'code' in error ? String(error.code) : ''
  return networkCode.test(code) || networkMessage.test(error.message)
}

function describe(error: Error): string {
  const text = error.message || ('code' in error ? String(error.code) : error.name)
  return text.replace(/\.$/, '')
}
