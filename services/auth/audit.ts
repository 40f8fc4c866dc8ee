import { createHash } from 'node:crypto'
import { LessThan, MoreThan, QueryFailedError, type DataSource } from 'typeorm'
import { canonicalJson } from '../domain/event.js'
import { AuditEntry } from '../store/control/entities/audit-entry.js'

export interface Audit {
  append(entry: { actor: string; action: string; subject: string; details?: Record<string, unknown> }): Promise<void>
  /** Newest first; `before` is the sequence number of the last entry of the page before. */
  list(page: { limit: number; before?: number }): Promise<AuditEntry[]>
  count(): Promise<number>
  /** Reads the whole chain; `brokenAt` is the first entry that does not follow from the ones before it. */
  verify(): Promise<{ ok: boolean; entries: number; brokenAt: number | null }>
}

type Link = Pick<AuditEntry, 'seq' | 'at' | 'actor' | 'action' | 'subject' | 'previousHash'> & { details: object }

const UNIQUE_VIOLATION = '23505'
const MAX_TRIES = 20
const VERIFY_BATCH = 1000

export function createAudit({ dataSource, now }: { dataSource: DataSource; now: () => Date }): Audit {
  const repository = dataSource.getRepository(AuditEntry)
  let last: Promise<unknown> = Promise.resolve()

  async function appendNext(entry: Omit<Link, 'seq' | 'previousHash'>): Promise<void> {
    // The unique sequence number lets one of two writers win; the other looks at the new head and tries again.
    for (let attempt = 1; ; attempt++) {
      const head = await repository.findOne({ where: {}, order: { seq: 'DESC' } })
      const link = { ...entry, seq: String(Number(head?.seq ?? 0) + 1), previousHash: head?.hash ?? null }
      try {
        await repository.insert({ ...link, hash: hashLink(link) })
        return
      } catch (error) {
        if (!isTaken(error) || attempt === MAX_TRIES) throw error
      }
    }
  }

  return {
    append({ details = {}, ...entry }) {
      // In this process they queue, so that a retry is needed only against other processes.
      const mine = last.then(() => appendNext({ ...entry, details: plain(details), at: now() }))
      last = mine.catch(() => {})
      return mine
    },
    list: ({ limit, before }) =>
      repository.find({ where: before === undefined ? {} : { seq: LessThan(String(before)) }, order: { seq: 'DESC' }, take: limit }),
    count: () => repository.count(),
    async verify() {
      let previous: AuditEntry | null = null
      let entries = 0
      for (;;) {
        const batch: AuditEntry[] = await repository.find({
          where: { seq: MoreThan(previous?.seq ?? '0') },
          order: { seq: 'ASC' },
          take: VERIFY_BATCH,
        })
        if (batch.length === 0) return { ok: true, entries, brokenAt: null }
        for (const entry of batch) {
          entries++
          if (!follows(entry, previous)) return { ok: false, entries: await repository.count(), brokenAt: Number(previous?.seq ?? 0) + 1 }
          previous = entry
        }
      }
    },
  }
}

/** SHA-256 over the hash before and the entry in canonical JSON. */
export function hashLink(link: Link): Buffer {
  const { seq, at, actor, action, subject, details } = link
  return createHash('sha256')
    .update(link.previousHash ?? Buffer.alloc(0))
    .update(canonicalJson({ seq, at: at.toISOString(), actor, action, subject, details }))
    .digest()
}

function follows(entry: AuditEntry, previous: AuditEntry | null): boolean {
  const inSequence = Number(entry.seq) === Number(previous?.seq ?? 0) + 1
  const linked = previous === null ? entry.previousHash === null : entry.previousHash?.equals(previous.hash) === true
  return inSequence && linked && entry.hash.equals(hashLink({ ...entry, details: entry.details as object }))
}

function isTaken(error: unknown): boolean {
  return error instanceof QueryFailedError && (error.driverError as { code?: string }).code === UNIQUE_VIOLATION
}

/** As the database gives it back, so that the hash is of what is kept. */
function plain(details: object): object {
  return JSON.parse(JSON.stringify(details)) as object
}
