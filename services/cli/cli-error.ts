/** What the process ends with, as `windsock --help` lists it. */
export const exitCodes = { done: 0, failed: 1, usage: 2, notRunning: 3, notAllowed: 4 } as const

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/** It could not be done; the message says what happened and what to do. */
export class CliError extends Error {
  override readonly name = 'CliError'

  constructor(
    message: string,
    readonly exitCode: ExitCode = exitCodes.failed,
    /** Lines that say more: one per field that was refused, for example. */
    readonly details: readonly string[] = [],
  ) {
    super(message)
  }
}
