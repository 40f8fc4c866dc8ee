import { startRounds } from '../store/rounds.js'
import type { createSender } from './sender.js'

const LOOK_AGAIN_MS = 2_000

type Options = {
  sender: Pick<ReturnType<typeof createSender>, 'due' | 'sendTo'>
  onError: (error: unknown) => void
  everyMs?: number
}

type SendWorker = {
  /** Resolves once what was under way is done. */
  stop(): Promise<void>
}

/** Sends what waits, to each route at its own pace: one that never answers holds up no other, nor the judging of minutes. */
export function startSendWorker({ sender, onError, everyMs = LOOK_AGAIN_MS }: Options): SendWorker {
  const busy = new Map<string, Promise<void>>()
  let isStopped = false

  async function sendAll(routeId: string): Promise<void> {
    while (!isStopped && (await sender.sendTo(routeId)) > 0);
  }

  async function round(): Promise<number> {
    for (const routeId of await sender.due()) {
      if (busy.has(routeId)) continue
      busy.set(
        routeId,
        sendAll(routeId)
          .catch(onError)
          .finally(() => busy.delete(routeId)),
      )
    }
    return everyMs
  }

  const rounds = startRounds({ round, restMs: everyMs, onError })
  return {
    async stop() {
      isStopped = true
      await rounds.stop()
      await Promise.all(busy.values())
    },
  }
}
