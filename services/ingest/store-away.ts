import { AnalyticsUnavailable } from '../store/analytics/analytics-errors.js'
import { ControlUnavailable } from '../store/control/data-source.js'

const networkCode = /^(E[A-Z]+|08\w{3}|57P0[123]|53300)$/
const lostConnection =
  /connection (was )?(terminated|ended|closed)|connection timeout|timeout (expired|exceeded)|not queryable|is not connected|not established|pool after calling end|socket hang up/i

/** Whether this means that a store is away, so that the same call may succeed later. */
export function isStoreAway(error: unknown): boolean {
  return error instanceof AnalyticsUnavailable || isControlAway(error)
}

export function isControlAway(error: unknown): boolean {
  if (error instanceof ControlUnavailable) return true
  if (!(error instanceof Error)) return false
  const cause = 'driverError' in error ? error.driverError : error
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : ''
  return networkCode.test(code) || lostConnection.test(error.message)
}
