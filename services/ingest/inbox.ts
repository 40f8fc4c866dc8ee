import { hostname } from 'node:os'
import { In, type DataSource } from 'typeorm'
import { InboxEntry } from '../store/control/entities/inbox-entry.js'
import { delayMs, MAX_ATTEMPTS } from './back-off.js'
import type { Accepted, NewDelivery, Outcome } from './delivery.js'
import { createGroupCommit } from './group-commit.js'

export interface Inbox {
  /** Resolves once the delivery is committed. One with the same delivery id again changes nothing. */
  add(delivery: NewDelivery): Promise<Accepted>
  /** Leases the oldest deliveries that are due to this process for a while, among them those whose lease ran out. */
  claim(limit: number): Promise<Claimed[]>
  /** The claimed deliveries whole. */
  load(ids: readonly string[]): Promise<InboxEntry[]>
  complete(entries: readonly { entry: Claimed; outcome: Outcome }[]): Promise<void>
  /** Puts off what may work later; a final failure, or one too many, makes a dead letter. */
  fail(entry: Claimed, error: string, options?: { final: boolean }): Promise<void>
  /** Hands deliveries back untried, because the stores are away. */
  release(entries: readonly Claimed[]): Promise<void>
  replay(id: string): Promise<boolean>
  replayDead(integration: string | null): Promise<number>
  /** Removes processed deliveries received before this. */
  removeOlderThan(before: Date): Promise<number>
}

export type Claimed = Pick<InboxEntry, 'id' | 'size' | 'attempts'>

export interface InboxOptions {
  dataSource: DataSource
  now: () => Date
  /** From 0 to 1. */
  random: () => number
  onAdded?: () => void
}

export const LEASE_MS = 60_000
const RELEASE_MS = 2_000
const columns = ['integration', 'source', 'delivery_id', 'received_at', 'headers', 'content_type', 'size', 'available_at', 'body'] as const

export function createInbox({ dataSource, now, random, onAdded }: InboxOptions): Inbox {
  const worker = `${hostname()}:${process.pid}`

  async function commit(deliveries: NewDelivery[]): Promise<Accepted[]> {
    const rows = deliveries.map((_, row) => `(${columns.map((_column, index) => `$${row * columns.length + index + 1}`).join(', ')})`)
    const inserted: { id: string; key: string }[] = await dataSource.query(
      `INSERT INTO inbox (${columns.join(', ')}) VALUES ${rows.join(', ')}
       ON CONFLICT (integration, source, delivery_id) DO NOTHING
       RETURNING id, jsonb_build_array(integration, source, delivery_id)::text AS key`,
      deliveries.flatMap((delivery) => valuesOf(delivery)),
    )
    if (inserted.length > 0) onAdded?.()
    return matchInserted(deliveries, inserted)
  }

  return {
    add: createGroupCommit({ commit, weight: ({ body }) => body.length, maxItems: 200, maxWeight: 8 * 1024 * 1024, waitMs: 2, atOnce: 1 }),
    async claim(limit) {
      const at = now()
      const claimed = await returning<Claimed>(
        dataSource,
        `UPDATE inbox SET state = 'leased', attempts = attempts + 1, leased_by = $1, lease_until = $2
         WHERE id IN (
           SELECT id FROM inbox
           WHERE (state = 'pending' AND available_at <= $3) OR (state = 'leased' AND lease_until < $3)
           ORDER BY id LIMIT $4 FOR UPDATE SKIP LOCKED)
         RETURNING id, size, attempts`,
        [worker, new Date(at.getTime() + LEASE_MS), at, limit],
      )
      return claimed.sort((a, b) => Number(a.id) - Number(b.id))
    },
    load: (ids) => dataSource.getRepository(InboxEntry).find({ where: { id: In([...ids]) }, order: { id: 'ASC' } }),
    async complete(entries) {
      if (entries.length === 0) return
      await dataSource.query(
        `UPDATE inbox SET state = 'done', outcome = done.outcome::jsonb, error = NULL, processed_at = $3, lease_until = NULL, leased_by = NULL
         FROM unnest($1::bigint[], $2::text[]) AS done (id, outcome)
         WHERE inbox.id = done.id AND inbox.state = 'leased' AND inbox.leased_by = $4`,
        [entries.map(({ entry }) => entry.id), entries.map(({ outcome }) => JSON.stringify(outcome)), now(), worker],
      )
    },
    async fail({ id, attempts }, error, { final } = { final: false }) {
      const dead = final || attempts >= MAX_ATTEMPTS
      await dataSource.query(
        `UPDATE inbox SET state = $2, error = $3, available_at = $4, processed_at = $5, lease_until = NULL, leased_by = NULL
         WHERE id = $1 AND state = 'leased' AND leased_by = $6`,
        [id, dead ? 'dead' : 'pending', error, new Date(now().getTime() + delayMs(attempts, random())), dead ? now() : null, worker],
      )
    },
    async release(entries) {
      await dataSource.query(
        `UPDATE inbox SET state = 'pending', attempts = attempts - 1, available_at = $2, lease_until = NULL, leased_by = NULL
         WHERE id = ANY($1::bigint[]) AND state = 'leased' AND leased_by = $3`,
        [entries.map(({ id }) => id), new Date(now().getTime() + RELEASE_MS), worker],
      )
    },
    async replay(id) {
      const replayed = await returning(dataSource, `${replaySql} WHERE id = $2 AND state <> 'leased' RETURNING id`, [now(), id])
      if (replayed.length > 0) onAdded?.()
      return replayed.length > 0
    },
    async replayDead(integration) {
      const sql = `${replaySql} WHERE state = 'dead' AND ($2::text IS NULL OR integration = $2) RETURNING id`
      const replayed = await returning(dataSource, sql, [now(), integration])
      if (replayed.length > 0) onAdded?.()
      return replayed.length
    },
    async removeOlderThan(before) {
      const removed = await returning(dataSource, `DELETE FROM inbox WHERE state IN ('done', 'dead') AND received_at < $1 RETURNING id`, [before])
      await dataSource.query('DELETE FROM refused_deliveries WHERE at < $1', [before])
      return removed.length
    },
  }
}

const replaySql = `UPDATE inbox SET state = 'pending', attempts = 0, available_at = $1, processed_at = NULL, error = NULL`

function valuesOf(delivery: NewDelivery): unknown[] {
  const { integration, source, deliveryId, receivedAt, headers, contentType, body } = delivery
  return [integration, source, deliveryId, receivedAt, JSON.stringify(headers), contentType, body.length, receivedAt, body]
}

/** Of several with one delivery id in the same commit the first is the one that was kept. */
function matchInserted(deliveries: readonly NewDelivery[], inserted: readonly { id: string; key: string }[]): Accepted[] {
  const ids = new Map(inserted.map(({ id, key }) => [JSON.stringify(JSON.parse(key)), id]))
  return deliveries.map(({ integration, source, deliveryId }) => {
    const key = JSON.stringify([integration, source, deliveryId])
    const id = ids.get(key) ?? null
    ids.delete(key)
    return { id, duplicate: id === null }
  })
}

/** TypeORM gives the rows of an UPDATE or DELETE beside their count. */
async function returning<Row>(dataSource: DataSource, sql: string, params: unknown[]): Promise<Row[]> {
  const [rows] = (await dataSource.query(sql, params)) as [Row[], number]
  return rows
}
