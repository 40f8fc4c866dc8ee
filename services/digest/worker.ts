import type { Digests } from './digests.js'

const LOOK_AGAIN_MS = 30_000

export type DigestWorker = {
  /** Resolves once what was in work is done or given back. */
  stop(): Promise<void>
}

/** Sends digests when they are due, until stopped. */
export function startDigestWorker({
  digests,
  onError,
  everyMs = LOOK_AGAIN_MS,
}: {
  digests: Digests
  onError(error: unknown): void
  everyMs?: number
}): DigestWorker {
  let isStopped = false
  let wake: () => void = () => undefined

  async function run(): Promise<void> {
    while (!isStopped) {
      const worked = await digests.runOnce().catch((error: unknown) => {
        onError(error)
        return 0
      })
      if (worked === 0 && !isStopped) await sleep()
    }
  }

  function sleep(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, everyMs)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  const running = run()
  return {
    async stop() {
      isStopped = true
      digests.stop()
      wake()
      await running
    },
  }
}
