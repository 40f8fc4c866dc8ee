/** Whether PostgreSQL refused a value for what it is (SQLSTATE class 22), such as a NUL in text or a year it does not know. */
export function isUnstorable(error: unknown): boolean {
  const cause = error instanceof Error && 'driverError' in error ? error.driverError : null
  return typeof cause === 'object' && cause !== null && 'code' in cause && /^22\w{3}$/.test(String(cause.code))
}

export const unstorableMessage = 'A value that was sent cannot be stored: it holds a character or a number outside of what is possible.'
