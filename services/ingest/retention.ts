import type { Inbox } from './inbox.js'

const EVERY_MS = 3_600_000
const DAY_MS = 86_400_000

/** Removes what was kept long enough, now and every hour. */
export function startRetention(options: { inbox: Pick<Inbox, 'removeOlderThan'>; days: number; now: () => Date; onError(error: unknown): void }): {
  stop(): void
} {
  async function sweep(): Promise<void> {
    try {
      await options.inbox.removeOlderThan(new Date(options.now().getTime() - options.days * DAY_MS))
    } catch (error) {
      options.onError(error)
    }
  }

  void sweep()
  const timer = setInterval(() => void sweep(), EVERY_MS)
  timer.unref()
  return { stop: () => clearInterval(timer) }
}
