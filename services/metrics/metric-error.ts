export type MetricErrorCode =
  | 'TOO_MANY_BUCKETS'
  | 'INVALID_WINDOW'
  | 'UNKNOWN_TIME_ZONE'
  | 'UNKNOWN_PROFILE'
  | 'INVALID_OPTION'
  | 'UNKNOWN_METRIC'
  | 'TOO_MANY_GROUPS'
  | 'BAD_CURSOR'
  | 'UNKNOWN_EDITION'

/** A question about a measure that cannot be answered as it was asked; the message says what to change. */
export class MetricError extends Error {
  constructor(
    readonly code: MetricErrorCode,
    message: string,
  ) {
    super(message)
    this.name = 'MetricError'
  }
}
