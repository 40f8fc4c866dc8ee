import { startRounds } from '../store/rounds.js'
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
  const rounds = startRounds({ round: async () => ((await digests.runOnce()) > 0 ? 0 : everyMs), restMs: everyMs, onError })
  return {
    async stop() {
      digests.stop()
      await rounds.stop()
    },
  }
}
