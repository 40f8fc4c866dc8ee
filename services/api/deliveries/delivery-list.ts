import type { DataSource } from 'typeorm'
import type { Outcome } from '../../ingest/delivery.js'
import { badInput, type Page } from '../paging.js'

export interface DeliveryFilter {
  integrations?: readonly string[] | null
  sources?: readonly string[] | null
  /** As GraphQL names them: PENDING, LEASED, DONE, DEAD, REFUSED. */
  states?: readonly string[] | null
}

/** A delivery, or what is kept of a refused one, without its body. */
export interface DeliveryRow {
  kind: 'delivery' | 'refused'
  /** A 64-bit number as text. */
  number: string
  integration: string
  source: string
  deliveryId: string | null
  receivedAt: Date
  processedAt: Date | null
  state: string
  attempts: number
  size: number
  outcome: Outcome | null
  error: string | null
  headers: unknown
}

const all = `(
  SELECT 'delivery' AS kind, id AS number, integration, source, delivery_id AS "deliveryId", received_at AS "receivedAt",
    processed_at AS "processedAt", upper(state) AS state, attempts, size, outcome, error, headers
  FROM inbox
  UNION ALL
  SELECT 'refused', id, integration, source, NULL, at, at, 'REFUSED', 0, size, NULL, reason, NULL
  FROM refused_deliveries
) AS found`

const matches = `($1::text[] IS NULL OR integration = ANY($1)) AND ($2::text[] IS NULL OR source = ANY($2)) AND ($3::text[] IS NULL OR state = ANY($3))`

/** Newest first, with one more than the page holds if there is one. */
export async function listDeliveries(dataSource: DataSource, filter: DeliveryFilter, { limit, after }: Page): Promise<DeliveryRow[]> {
  const [receivedAt, kind, number] = after === null ? [null, null, null] : readKey(after)
  return await dataSource.query(
    `SELECT * FROM ${all} WHERE ${matches}
       AND ($4::timestamptz IS NULL OR ("receivedAt", kind, number) < ($4::timestamptz, $5::text, $6::bigint))
     ORDER BY "receivedAt" DESC, kind DESC, number DESC LIMIT $7`,
    [...filterValues(filter), receivedAt, kind, number, limit + 1],
  )
}

export async function countDeliveries(dataSource: DataSource, filter: DeliveryFilter): Promise<number> {
  const [row] = await dataSource.query<{ count: string }[]>(`SELECT count(*) AS count FROM ${all} WHERE ${matches}`, filterValues(filter))
  return Number(row?.count ?? 0)
}

export async function findDelivery(dataSource: DataSource, id: string): Promise<DeliveryRow | null> {
  const parts = readDeliveryId(id)
  if (!parts) return null
  const [row] = await dataSource.query<DeliveryRow[]>(`SELECT * FROM ${all} WHERE kind = $1 AND number = $2`, [parts.kind, parts.number])
  return row ?? null
}

export async function loadBodies(dataSource: DataSource, numbers: readonly string[]): Promise<(string | null)[]> {
  const rows = await dataSource.query<{ id: string; body: Buffer }[]>('SELECT id, body FROM inbox WHERE id = ANY($1::bigint[])', [numbers])
  const bodies = new Map(rows.map(({ id, body }) => [id, body.toString('utf8')]))
  return numbers.map((number) => bodies.get(number) ?? null)
}

export function deliveryKey({ receivedAt, kind, number }: DeliveryRow): readonly unknown[] {
  return [receivedAt.toISOString(), kind, number]
}

/** Deliveries are d1, d2, …; what is kept of refused ones r1, r2, …. */
export function deliveryIdOf({ kind, number }: Pick<DeliveryRow, 'kind' | 'number'>): string {
  return `${kind === 'refused' ? 'r' : 'd'}${number}`
}

export function readDeliveryId(id: string): Pick<DeliveryRow, 'kind' | 'number'> | null {
  const [, letter, number] = /^([dr])(\d{1,18})$/.exec(id) ?? []
  return number === undefined ? null : { kind: letter === 'r' ? 'refused' : 'delivery', number }
}

function filterValues({ integrations, sources, states }: DeliveryFilter): unknown[] {
  return [integrations ?? null, sources ?? null, states ?? null]
}

function readKey(key: readonly unknown[]): readonly unknown[] {
  const [receivedAt, kind, number] = key
  const good = typeof receivedAt === 'string' && !Number.isNaN(Date.parse(receivedAt)) && (kind === 'delivery' || kind === 'refused')
  if (!good || !/^\d{1,18}$/.test(String(number))) throw badInput('after must be a cursor from a page before.')
  return key
}
