import { randomUUID } from 'node:crypto'
import type { DataSource } from 'typeorm'
import { DigestDelivery } from '../store/control/entities/digest-delivery.js'
import { Digest } from '../store/control/entities/digest.js'
import type { Span } from './weeks.js'

export type ClaimedDelivery = Pick<DigestDelivery, 'id' | 'digestId' | 'asOf' | 'body' | 'attempts'>

/** Digests to be sent. Of scheduled ones a digest has one a week, and one worker has it in work at a time. */
export type DigestDeliveries = {
  /** Changes nothing where the week's is there. */
  schedule(digest: Digest, week: Span, asOf: Date): Promise<void>
  /** One by hand, leased to the caller. */
  begin(digest: Digest, week: Span, asOf: Date): Promise<ClaimedDelivery>
  claim(limit: number): Promise<ClaimedDelivery[]>
  /** Keeps what is sent, so that every try sends the same. */
  keepBody(delivery: ClaimedDelivery, body: string): Promise<void>
  complete(delivery: ClaimedDelivery, status: number): Promise<void>
  /** To be tried again after a pause that grows, not before `notBefore`, and not for ever. */
  putOff(delivery: ClaimedDelivery, reason: string, more?: { status?: number; notBefore?: number }): Promise<void>
  giveUp(delivery: ClaimedDelivery, reason: string, status?: number): Promise<void>
  /** Gives it back as if it had not been tried. */
  release(delivery: ClaimedDelivery): Promise<void>
  find(id: string): Promise<DigestDelivery | null>
  /** Newest first. */
  list(digestId: string, limit: number): Promise<DigestDelivery[]>
}

export const MOST_TRIES = 12

const LEASE_MS = 5 * 60_000
const FIRST_PAUSE_MS = 30_000
const LONGEST_PAUSE_MS = 6 * 3_600_000
const MOST_REASON = 500

type Options = { dataSource: DataSource; now: () => Date; random: () => number }

export function createDigestDeliveries({ dataSource, now, random }: Options): DigestDeliveries {
  const repository = dataSource.getRepository(DigestDelivery)
  const worker = randomUUID()
  const mine = ({ id, attempts }: ClaimedDelivery) => ({ id, attempts, state: 'leased' as const, leasedBy: worker })

  /** Whether it was still ours; the digest then says what became of it. */
  async function finish(delivery: ClaimedDelivery, set: Partial<DigestDelivery>, digest: Partial<Digest>): Promise<void> {
    const { affected } = await repository.update(mine(delivery), { leaseUntil: null, leasedBy: null, ...set })
    if (affected === 1) await dataSource.getRepository(Digest).update({ id: delivery.digestId }, digest)
  }

  async function giveUp(delivery: ClaimedDelivery, reason: string, status?: number): Promise<void> {
    const lastError = reason.slice(0, MOST_REASON)
    await finish(delivery, { state: 'dead', reason: lastError, status: status ?? null, finishedAt: now() }, { lastError })
  }

  return {
    async schedule({ id }, week, asOf) {
      await dataSource.query(
        `INSERT INTO digest_deliveries (digest_id, kind, period_from, period_to, as_of, created_at, available_at)
         VALUES ($1, 'scheduled', $2, $3, $4, $4, $4)
         ON CONFLICT (digest_id, period_from) WHERE kind = 'scheduled' DO NOTHING`,
        [id, week.from, week.to, asOf],
      )
    },
    async begin({ id }, week, asOf) {
      const at = now()
      return repository.save(
        repository.create({
          digestId: id,
          kind: 'manual',
          periodFrom: week.from,
          periodTo: week.to,
          asOf,
          state: 'leased',
          attempts: 1,
          createdAt: at,
          availableAt: at,
          leaseUntil: new Date(at.getTime() + LEASE_MS),
          leasedBy: worker,
        }),
      )
    },
    async claim(limit) {
      const at = now()
      const [claimed] = (await dataSource.query(
        `UPDATE digest_deliveries SET state = 'leased', attempts = attempts + 1, leased_by = $1, lease_until = $2
         WHERE id IN (
           SELECT id FROM digest_deliveries
           WHERE ((state = 'pending' AND available_at <= $3) OR (state = 'leased' AND lease_until < $3))
             AND (kind = 'manual' OR digest_id IN (SELECT id FROM digests WHERE enabled))
           ORDER BY available_at, id LIMIT $4 FOR UPDATE SKIP LOCKED)
         RETURNING id, digest_id AS "digestId", as_of AS "asOf", body, attempts`,
        [worker, new Date(at.getTime() + LEASE_MS), at, limit],
      )) as [ClaimedDelivery[], number]
      return claimed
    },
    async keepBody(delivery, body) {
      await repository.update(mine(delivery), { body })
    },
    complete: (delivery, status) =>
      finish(delivery, { state: 'sent', status, reason: null, finishedAt: now() }, { lastSentAt: now(), lastError: null }),
    async putOff(delivery, reason, { status, notBefore = 0 } = {}) {
      if (delivery.attempts >= MOST_TRIES) return await giveUp(delivery, reason, status)
      const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (delivery.attempts - 1)) * (0.5 + random() / 2)
      const latest = now().getTime() + LONGEST_PAUSE_MS
      const availableAt = new Date(Math.min(Math.max(now().getTime() + pause, notBefore), latest))
      const lastError = reason.slice(0, MOST_REASON)
      await finish(delivery, { state: 'pending', availableAt, reason: lastError, status: status ?? null }, { lastError })
    },
    giveUp,
    async release(delivery) {
      await repository.update(mine(delivery), { state: 'pending', attempts: delivery.attempts - 1, leaseUntil: null, leasedBy: null })
    },
    find: (id) => repository.findOneBy({ id }),
    list: (digestId, limit) => repository.find({ where: { digestId }, order: { createdAt: 'DESC', id: 'ASC' }, take: limit }),
  }
}
