import { randomUUID } from 'node:crypto'
import type { DataSource } from 'typeorm'
import type { UnknownRange } from '../domain/facts.js'
import { RangeLookup } from '../store/control/entities/range-lookup.js'

export type AskedRange = UnknownRange & { service: string; withFiles: boolean }

export type ClaimedLookup = Pick<RangeLookup, 'id' | 'repository' | 'baseCommit' | 'headCommit' | 'withFiles' | 'attempts'>

/** Ranges of commits that wait to be asked of their provider; each is asked once. */
export type RangeLookups = {
  /** Those already asked change nothing. Answers how many are new. */
  ask(ranges: readonly AskedRange[]): Promise<number>
  /** Leases what is due of repositories on these hosts, longest waiting first. */
  claim(hosts: readonly string[], limit: number): Promise<ClaimedLookup[]>
  complete(lookup: ClaimedLookup, commits: number): Promise<void>
  /** To be tried again then (epoch milliseconds); without a time, after a pause that grows, and not for ever. */
  putOff(lookup: ClaimedLookup, reason: string, retryAt: number | null): Promise<void>
  giveUp(lookup: ClaimedLookup, reason: string): Promise<void>
  /** Newest first. */
  list(state: RangeLookup['state'] | null, limit: number): Promise<RangeLookup[]>
  /** Asks again what was given up or is waiting: one, or all of a host. Answers how many. */
  retry(which: { id: string } | { host: string }): Promise<number>
  count(state: RangeLookup['state']): Promise<number>
}

export const MOST_ATTEMPTS = 8

const LEASE_MS = 10 * 60_000
const FIRST_PAUSE_MS = 60_000
const LONGEST_PAUSE_MS = 6 * 3_600_000
const MOST_REASON = 2000

export function createRangeLookups({ dataSource, now, random }: { dataSource: DataSource; now: () => Date; random: () => number }): RangeLookups {
  const repository = dataSource.getRepository(RangeLookup)
  const worker = randomUUID()

  async function finish({ id, attempts }: ClaimedLookup, set: Partial<RangeLookup>): Promise<void> {
    await repository.update({ id, attempts, state: 'leased', leasedBy: worker }, { leaseUntil: null, leasedBy: null, ...set })
  }

  return {
    async ask(ranges) {
      if (ranges.length === 0) return 0
      const asked: { id: string }[] = await dataSource.query(
        `INSERT INTO range_lookups (repository, base_commit, head_commit, with_files, service, asked_at, available_at)
         SELECT DISTINCT ON (repository, base, head, files) repository, base, head, files, service, $6::timestamptz, $6::timestamptz
         FROM unnest($1::text[], $2::text[], $3::text[], $4::boolean[], $5::text[]) AS range (repository, base, head, files, service)
         ON CONFLICT (repository, base_commit, head_commit, with_files) DO NOTHING RETURNING id`,
        [
          ranges.map((range) => range.repository),
          ranges.map(({ base }) => base),
          ranges.map(({ head }) => head),
          ranges.map(({ withFiles }) => withFiles),
          ranges.map(({ service }) => service),
          now(),
        ],
      )
      return asked.length
    },
    async claim(hosts, limit) {
      const at = now()
      const [claimed] = (await dataSource.query(
        `UPDATE range_lookups SET state = 'leased', attempts = attempts + 1, leased_by = $1, lease_until = $2
         WHERE id IN (
           SELECT id FROM range_lookups
           WHERE ((state = 'pending' AND available_at <= $3) OR (state = 'leased' AND lease_until < $3))
             AND split_part(repository, '/', 1) = ANY($4::text[])
           ORDER BY available_at, id LIMIT $5 FOR UPDATE SKIP LOCKED)
         RETURNING id, repository, base_commit AS "baseCommit", head_commit AS "headCommit", with_files AS "withFiles", attempts`,
        [worker, new Date(at.getTime() + LEASE_MS), at, hosts, limit],
      )) as [ClaimedLookup[], number]
      return claimed
    },
    complete: (lookup, commits) => finish(lookup, { state: 'done', commits, reason: null, finishedAt: now() }),
    async putOff(lookup, reason, retryAt) {
      if (retryAt === null && lookup.attempts >= MOST_ATTEMPTS) return await this.giveUp(lookup, reason)
      const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (lookup.attempts - 1)) * (0.5 + random() / 2)
      const availableAt = new Date(retryAt ?? now().getTime() + pause)
      // Waiting for a limit to end is no failed attempt.
      const attempts = retryAt === null ? lookup.attempts : lookup.attempts - 1
      await finish(lookup, { state: 'pending', attempts, availableAt, reason: reason.slice(0, MOST_REASON) })
    },
    giveUp: (lookup, reason) => finish(lookup, { state: 'dead', reason: reason.slice(0, MOST_REASON), finishedAt: now() }),
    list: (state, limit) => repository.find({ where: state === null ? {} : { state }, order: { id: 'DESC' }, take: limit }),
    async retry(which) {
      const [column, value] = 'id' in which ? ['id::text', which.id] : [`split_part(repository, '/', 1)`, which.host]
      const [rows] = (await dataSource.query(
        `UPDATE range_lookups SET state = 'pending', attempts = 0, available_at = $1, finished_at = NULL
         WHERE ${column} = $2 AND state IN ('dead', 'pending') RETURNING id`,
        [now(), value],
      )) as [{ id: string }[], number]
      return rows.length
    },
    count: (state) => repository.countBy({ state }),
  }
}
