import type { Accepted, NewDelivery } from './delivery.js'
import type { Inbox } from './inbox.js'
import type { Spool } from './spool.js'
import { isControlAway } from './store-away.js'

/** The way in for what is not sent again: the inbox, or the spool while the control store is away. */
export interface Intake {
  /** Resolves once the delivery is durable; null if there is no room anywhere. */
  accept(delivery: NewDelivery): Promise<Accepted | null>
  spooled(): { files: number; bytes: number }
  stop(): Promise<void>
}

export interface IntakeOptions {
  inbox: Pick<Inbox, 'add'>
  spool: Spool
  now: () => Date
  onError(error: unknown): void
  drainEveryMs?: number
}

// After a failure the store is left alone for a moment, so that each delivery need not wait for its own time-out.
const AWAY_MS = 2_000

export function startIntake({ inbox, spool, now, onError, drainEveryMs = 1_000 }: IntakeOptions): Intake {
  let awayUntil = 0
  let draining: Promise<void> = Promise.resolve()

  async function drain(): Promise<void> {
    if (spool.size().files === 0 || now().getTime() < awayUntil) return
    try {
      await spool.drain((delivery) => inbox.add(delivery))
    } catch (error) {
      if (isControlAway(error)) awayUntil = now().getTime() + AWAY_MS
      onError(error)
    }
  }

  async function keep(delivery: NewDelivery): Promise<Accepted | null> {
    return (await spool.add(delivery)) ? { id: null, duplicate: false } : null
  }

  const timer = setInterval(() => {
    draining = draining.then(drain)
  }, drainEveryMs)
  timer.unref()

  return {
    async accept(delivery) {
      if (now().getTime() < awayUntil) return await keep(delivery)
      try {
        return await inbox.add(delivery)
      } catch (error) {
        if (!isControlAway(error)) throw error
        awayUntil = now().getTime() + AWAY_MS
        return await keep(delivery)
      }
    },
    spooled: () => spool.size(),
    async stop() {
      clearInterval(timer)
      await draining
    },
  }
}
