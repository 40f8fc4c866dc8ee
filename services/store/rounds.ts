/** Work that is done in rounds until it is stopped. */
export type Rounds = {
  /** There may be something to do: the rest ends now, or after the round under way the next begins at once. */
  nudge(): void
  /** Resolves once the round under way has ended. */
  stop(): Promise<void>
}

type Options = {
  /** Gives how long to rest before the next, in milliseconds; 0 for not at all. */
  round: () => Promise<number>
  /** The rest after a round that failed, in milliseconds. */
  restMs: number
  onError(error: unknown): void
}

export function startRounds({ round, restMs, onError }: Options): Rounds {
  let isStopped = false
  let isNudged = false
  let wake: () => void = () => undefined

  async function run(): Promise<void> {
    while (!isStopped) {
      isNudged = false
      const rest = await round().catch((error: unknown) => {
        onError(error)
        return restMs
      })
      if (rest > 0 && !isNudged && !isStopped) await sleep(rest)
    }
  }

  function sleep(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  const running = run()
  return {
    nudge() {
      isNudged = true
      wake()
    },
    async stop() {
      isStopped = true
      wake()
      await running
    },
  }
}

/** Runs calls of the same work one after the other, so that each has begun after it was asked for. */
export function inTurn(work: () => Promise<void>): () => Promise<void> {
  let last: Promise<void> = Promise.resolve()
  return () => {
    last = last.catch(() => undefined).then(work)
    return last
  }
}
