export type AuthErrorCode = 'UNAUTHENTICATED' | 'FORBIDDEN' | 'TOO_MANY_FAILURES'

const statuses: Record<AuthErrorCode, number> = { UNAUTHENTICATED: 401, FORBIDDEN: 403, TOO_MANY_FAILURES: 429 }

/** A call that may not go on; the message may be shown to whoever asks. */
export class AuthError extends Error {
  override readonly name = 'AuthError'
  readonly status: number

  constructor(
    readonly code: AuthErrorCode,
    message: string,
  ) {
    super(message)
    this.status = statuses[code]
  }
}
