import type { DeclaredChange } from '../domain/facts.js'

export type CompareOptions = {
  /** Ask which files each commit touched: one more request a commit. */
  files: boolean
  /** Ask for the pull request of each commit and for its reviews. */
  pullRequests: boolean
}

/** Asks a provider's API which commits lie between two others. */
export type CompareClient = {
  /** The part of a source's name that tells who said it. */
  provider: 'github' | 'gitlab'
  /**
   * Commits that `head` has and `base` has not, each with its time and parents, and with its pull request where there is
   * one; none when `base` has them all. `repository` is host/owner/name. Throws `CompareError`.
   */
  compare(repository: string, base: string, head: string, options: CompareOptions): AsyncIterable<DeclaredChange>
}

/**
 * `gone`: a commit or the repository is not there, or not for this token. `refused`: the token is not taken, or what it asks
 * for. `limited`: asked too often; `retryAt` (epoch milliseconds) is when it may be asked again. `later`: the provider is away.
 * `bad_answer`: it answered with something else than documented.
 */
export type CompareErrorCode = 'gone' | 'refused' | 'limited' | 'later' | 'bad_answer'

export class CompareError extends Error {
  override readonly name = 'CompareError'

  constructor(
    readonly code: CompareErrorCode,
    message: string,
    readonly retryAt: number | null = null,
  ) {
    super(message)
  }
}
