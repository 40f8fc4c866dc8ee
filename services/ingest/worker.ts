import { setImmediate } from 'node:timers/promises'
import type { CanonicalEvent, ParsedEvent } from '../domain/event.js'
import type { ConnectionSettings } from '../integrations/integration.js'
import type { InboxEntry } from '../store/control/entities/inbox-entry.js'
import { MAX_ATTEMPTS } from './back-off.js'
import type { Outcome } from './delivery.js'
import type { Claimed, Inbox } from './inbox.js'
import { interpret } from './steps/interpret.js'
import { outcomeOf } from './steps/outcome.js'
import { storableText } from './storable-text.js'
import { startRounds } from '../store/rounds.js'
import { isStoreAway } from './store-away.js'

export interface WorkerOptions {
  inbox: Inbox
  /** Stores events; doing it again with the same ones changes nothing. */
  record(events: CanonicalEvent[]): Promise<void>
  settingsOf(integration: string, source: string): Promise<ConnectionSettings>
  onRecorded?: (events: readonly CanonicalEvent[]) => void
  onError(error: unknown): void
}

export interface InboxWorker {
  /** Something may have come in: look now. */
  nudge(): void
  /** Resolves once a look at the inbox found nothing to do. */
  idle(): Promise<void>
  /** Resolves once what was in work is done or handed back. */
  stop(): Promise<void>
}

interface Understood {
  entry: InboxEntry
  events: CanonicalEvent[]
  outcome: Outcome
}

const CLAIM = 200
const CHUNK_BYTES = 32 * 1024 * 1024
const LOOK_AGAIN_MS = 500
const GATHER_MS = 40
const AWAY_MS = 1_000

export function startWorker(options: WorkerOptions): InboxWorker {
  const idlers: (() => void)[] = []
  let isNudged = false
  let wasFull = false

  async function round(): Promise<number> {
    // Deliveries that come one by one are worked through together, which leaves the store free to take more in.
    if (!wasFull) await pause(GATHER_MS)
    wasFull = false
    isNudged = false
    const claimed = await workOnce(options)
    wasFull = claimed === CLAIM
    if (claimed > 0 || isNudged) return 0
    settleIdlers()
    return LOOK_AGAIN_MS
  }

  function settleIdlers(): void {
    for (const resolve of idlers.splice(0)) resolve()
  }

  const rounds = startRounds({ round, restMs: AWAY_MS, onError: (error) => options.onError(error) })

  function nudge(): void {
    isNudged = true
    rounds.nudge()
  }

  return {
    nudge,
    idle() {
      const settled = new Promise<void>((resolve) => idlers.push(resolve))
      nudge()
      return settled
    },
    async stop() {
      await rounds.stop()
      settleIdlers()
    },
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

/** Claims what is due and works through it in portions of bounded size; gives how many deliveries it claimed. */
export async function workOnce(options: WorkerOptions): Promise<number> {
  const claimed = await options.inbox.claim(CLAIM)
  let left = claimed
  try {
    for (const chunk of chunksOf(claimed)) {
      await workThrough(options, chunk)
      left = left.slice(chunk.length)
    }
  } catch (error) {
    await options.inbox.release(left).catch(() => {})
    throw error
  }
  return claimed.length
}

function chunksOf(claimed: readonly Claimed[]): Claimed[][] {
  const chunks: Claimed[][] = []
  let bytes = Infinity
  for (const entry of claimed) {
    bytes += entry.size
    if (bytes > CHUNK_BYTES) {
      chunks.push([])
      bytes = entry.size
    }
    chunks.at(-1)?.push(entry)
  }
  return chunks
}

async function workThrough(options: WorkerOptions, claimed: readonly Claimed[]): Promise<void> {
  const { inbox } = options
  const [given, fresh] = [claimed.filter(wasTriedTooOften), claimed.filter((entry) => !wasTriedTooOften(entry))]
  for (const entry of given) await inbox.fail(entry, `The process ended ${MAX_ATTEMPTS} times while it worked on this.`, { final: true })
  const entries = await inbox.load(fresh.map(({ id }) => id))
  const understood: Understood[] = []
  for (const entry of entries) {
    // So that what comes in meanwhile need not wait for all of them.
    await setImmediate()
    const result = await understand(options, entry)
    if (result) understood.push(result)
  }
  await recordAll(options, understood)
}

function wasTriedTooOften({ attempts }: Claimed): boolean {
  return attempts > MAX_ATTEMPTS
}

/** What cannot be understood now cannot be later: it becomes a dead letter at once. */
async function understand({ inbox, settingsOf }: WorkerOptions, entry: InboxEntry): Promise<Understood | null> {
  const settings = await settingsOf(entry.integration, entry.source)
  try {
    const interpretation = await interpret(entry, settings)
    const receivedAt = entry.receivedAt.toISOString()
    return { entry, events: interpretation.events.map((event) => received(event, receivedAt)), outcome: outcomeOf(interpretation) }
  } catch (error) {
    await inbox.fail(entry, messageOf(error), { final: true })
    return null
  }
}

function received(event: ParsedEvent, receivedAt: string): CanonicalEvent {
  return { ...event, receivedAt } as CanonicalEvent
}

async function recordAll(options: WorkerOptions, understood: readonly Understood[]): Promise<void> {
  try {
    await recordTogether(options, understood)
  } catch (error) {
    if (isStoreAway(error)) throw error
    if (understood.length === 1) options.onError(error)
    for (const one of understood) await recordAlone(options, one)
  }
}

async function recordTogether({ record, inbox, onRecorded }: WorkerOptions, understood: readonly Understood[]): Promise<void> {
  const events = understood.flatMap((one) => one.events)
  if (events.length > 0) await record(events)
  await inbox.complete(understood)
  if (events.length > 0) onRecorded?.(events)
}

/** So that one delivery the store will not take does not hold up the others. */
async function recordAlone(options: WorkerOptions, one: Understood): Promise<void> {
  try {
    await recordTogether(options, [one])
  } catch (error) {
    if (isStoreAway(error)) throw error
    await options.inbox.fail(one.entry, messageOf(error))
  }
}

function messageOf(error: unknown): string {
  return storableText((error instanceof Error ? error.message : String(error)).slice(0, 2000))
}
