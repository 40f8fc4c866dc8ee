import { COMPARE_SOURCE } from '../domain/change.js'
import type { CanonicalEvent } from '../domain/event.js'
import type { DeclaredChange } from '../domain/facts.js'
import { parseEvent } from '../integrations/events/parse.js'
import type { ApiAccesses } from '../source-control/api-access.js'
import { CompareError, type CompareClient } from '../source-control/compare-client.js'
import { openClient, type ApiAccess, type ClientOptions, type OpenClient } from '../source-control/clients.js'
import { startRounds } from '../store/rounds.js'
import type { ClaimedLookup, RangeLookups } from './range-lookups.js'

export type RangeWorkerOptions = ClientOptions & {
  lookups: RangeLookups
  accesses: Pick<ApiAccesses, 'byHost'>
  /** Stores events; doing it again with the same ones changes nothing. */
  record(events: CanonicalEvent[]): Promise<void>
  onRecorded?: () => void
  /** Whether the process ends: then the rest is left to the next. */
  isStopping?: () => boolean
  onError(error: unknown): void
}

export type RangeWorker = {
  nudge(): void
  /** Resolves once what was in work is done. */
  stop(): Promise<void>
}

const AT_ONCE = 4
const LOOK_AGAIN_MS = 15_000
const EVENTS_A_BATCH = 1000
const MOST_COMMITS = 50_000
const STOPPED = 'Windsock was stopped meanwhile.'

/** Asks providers about ranges that events alone do not tell, until stopped. Without a token for any provider it does nothing. */
export function startRangeWorker(given: RangeWorkerOptions): RangeWorker {
  const clients = new Map<string, { token: string; open: OpenClient }>()
  let stopped = false
  let onStop: () => void = () => undefined
  const stopping = new Promise<void>((resolve) => (onStop = resolve))
  const clock = { ...given.clock, wait: (milliseconds: number) => Promise.race([given.clock.wait(milliseconds), stopping]) }
  const options = { ...given, clock, isStopping: () => stopped }

  const rounds = startRounds({
    async round() {
      const worked = await lookUpOnce(options, (host, access) => clientFor(host, access, clients, options))
      return worked > 0 ? 0 : LOOK_AGAIN_MS
    },
    restMs: LOOK_AGAIN_MS,
    onError: (error) => options.onError(error),
  })
  return {
    nudge: () => rounds.nudge(),
    async stop() {
      stopped = true
      onStop()
      for (const { open } of clients.values()) open.close()
      await rounds.stop()
    },
  }
}

/** One client a host, so that its limits and what it remembers hold for all lookups; a new one for a new token. */
function clientFor(
  host: string,
  access: ApiAccess,
  clients: Map<string, { token: string; open: OpenClient }>,
  options: ClientOptions,
): CompareClient | null {
  const known = clients.get(host)
  if (known?.token === access.token) return known.open.client
  known?.open.close()
  const open = openClient(access, options)
  if (open) clients.set(host, { token: access.token, open })
  return open?.client ?? null
}

/** Claims what is due and asks; answers how many ranges it claimed. */
export async function lookUpOnce(options: RangeWorkerOptions, clientOf: (host: string, access: ApiAccess) => CompareClient | null): Promise<number> {
  const byHost = await options.accesses.byHost()
  if (byHost.size === 0) return 0
  const claimed = await options.lookups.claim([...byHost.keys()], AT_ONCE)
  for (const lookup of claimed) {
    const host = lookup.repository.split('/', 1)[0] ?? ''
    const access = byHost.get(host)
    const client = access ? clientOf(host, access) : null
    if (client) await lookUp(lookup, client, options)
  }
  return claimed.length
}

async function lookUp(lookup: ClaimedLookup, client: CompareClient, options: RangeWorkerOptions): Promise<void> {
  try {
    const commits = await recordRange(lookup, client, options)
    await options.lookups.complete(lookup, commits)
    options.onRecorded?.()
  } catch (error) {
    if (options.isStopping?.()) return await options.lookups.putOff(lookup, STOPPED, options.clock.now())
    if (!(error instanceof CompareError)) {
      options.onError(error)
      return await options.lookups.putOff(lookup, error instanceof Error ? error.message : String(error), null)
    }
    if (error.code === 'gone' || error.code === 'bad_answer') return await options.lookups.giveUp(lookup, error.message)
    await options.lookups.putOff(lookup, error.message, error.code === 'limited' ? error.retryAt : null)
  }
}

/** Answers how many commits lie between base and head. */
async function recordRange(lookup: ClaimedLookup, client: CompareClient, options: RangeWorkerOptions): Promise<number> {
  const { repository, baseCommit, headCommit, withFiles } = lookup
  const details = { files: withFiles, pullRequests: true }
  const forward = await recordChanges(client.compare(repository, baseCommit, headCommit, details), client, withFiles ? ':files' : '', options)
  // Where the head does not come from the base (older, or after a forced push), what the base has beyond it tells how they are related.
  if (!forward.parents.some((parent) => parent.startsWith(baseCommit))) {
    const back = client.compare(repository, headCommit, baseCommit, { files: false, pullRequests: false })
    await recordChanges(lineage(back), client, ':lineage', options)
  }
  return forward.count
}

async function* lineage(changes: AsyncIterable<DeclaredChange>): AsyncGenerator<DeclaredChange> {
  for await (const { repository, sha, committedAt, parents } of changes) yield { repository, sha, committedAt, parents }
}

async function recordChanges(
  changes: AsyncIterable<DeclaredChange>,
  client: CompareClient,
  suffix: string,
  { record, clock, isStopping }: RangeWorkerOptions,
): Promise<{ count: number; parents: string[] }> {
  const parents = new Set<string>()
  let batch: CanonicalEvent[] = []
  let count = 0
  for await (const change of changes) {
    count += 1
    if (isStopping?.()) throw new CompareError('limited', STOPPED, clock.now())
    if (count > MOST_COMMITS) throw new CompareError('bad_answer', `The range has more than ${MOST_COMMITS} commits: import the repository instead.`)
    for (const parent of change.parents ?? []) parents.add(parent)
    batch.push(eventOf(change, client, suffix, new Date(clock.now())))
    if (batch.length < EVENTS_A_BATCH) continue
    await record(batch)
    batch = []
  }
  if (batch.length > 0) await record(batch)
  return { count, parents: [...parents] }
}

/** The same id each time, so that a range asked again, or one that overlaps, is recorded once. */
function eventOf(change: DeclaredChange, { provider }: CompareClient, suffix: string, now: Date): CanonicalEvent {
  const parsed = parseEvent(
    {
      id: `${change.repository}@${change.sha}${suffix}`,
      source: `${COMPARE_SOURCE}${provider}`,
      type: 'change.committed',
      time: change.committedAt,
      data: change,
    },
    { now },
  )
  if (!parsed.ok) throw new CompareError('bad_answer', `${change.sha}: ${parsed.errors.map(({ path, message }) => `${path} ${message}`).join('; ')}`)
  return { ...parsed.event, receivedAt: now.toISOString() } as CanonicalEvent
}
