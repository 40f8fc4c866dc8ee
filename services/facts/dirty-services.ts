import type { DataSource } from 'typeorm'

/** A service to derive again. `fence` grows with every claim; a row written under a lower fence loses. */
export type DirtyService = { service: string; generation: string; fence: string }

const LEASE = '60 seconds'

export async function markDirty(control: DataSource, services: Iterable<string>): Promise<void> {
  const names = [...services].sort()
  if (names.length === 0) return
  await control.query(
    `INSERT INTO dirty_services (service, generation, since) SELECT name, 1, now() FROM unnest($1::text[]) AS name
     ON CONFLICT (service) DO UPDATE SET generation = dirty_services.generation + 1`,
    [names],
  )
}

/** Takes up to `limit` services under a lease, longest waiting first, but none of `resting`. */
export async function claimDirty(control: DataSource, worker: string, limit: number, resting: readonly string[]): Promise<DirtyService[]> {
  const answer: unknown = await control.query(
    `UPDATE dirty_services SET lease_until = now() + interval '${LEASE}', leased_by = $1, fence = nextval('fact_fence')
     WHERE service IN (
       SELECT service FROM dirty_services
       WHERE (lease_until IS NULL OR lease_until < now()) AND service <> ALL($3::text[])
       ORDER BY since LIMIT $2 FOR UPDATE SKIP LOCKED)
     RETURNING service, generation, fence`,
    [worker, limit, resting],
  )
  return updatedRows(answer)
}

/** Those of the claimed services that are still under this claim; one whose lease ran out belongs to another by now. */
export async function stillClaimed(control: DataSource, claimed: readonly DirtyService[]): Promise<DirtyService[]> {
  const rows: { service: string; fence: string }[] = await control.query(
    'SELECT service, fence FROM dirty_services WHERE service = ANY($1::text[])',
    [claimed.map(({ service }) => service)],
  )
  const fences = new Map(rows.map(({ service, fence }) => [service, fence]))
  return claimed.filter(({ service, fence }) => fences.get(service) === fence)
}

/** Lets go of services: each is done if nothing came in since it was claimed, else to be claimed again. */
export async function releaseDirty(control: DataSource, claimed: readonly DirtyService[]): Promise<void> {
  const fences = [claimed.map(({ service }) => service), claimed.map(({ fence }) => fence)]
  await control.query(
    `DELETE FROM dirty_services USING unnest($1::text[], $2::bigint[], $3::bigint[]) AS done (service, fence, generation)
     WHERE dirty_services.service = done.service AND dirty_services.fence = done.fence AND dirty_services.generation = done.generation`,
    [...fences, claimed.map(({ generation }) => generation)],
  )
  await control.query(
    `UPDATE dirty_services SET lease_until = NULL, leased_by = NULL, since = now()
     FROM unnest($1::text[], $2::bigint[]) AS done (service, fence)
     WHERE dirty_services.service = done.service AND dirty_services.fence = done.fence`,
    fences,
  )
}

export async function countDirty(control: DataSource): Promise<number> {
  const [row] = await control.query('SELECT count(*)::int AS count FROM dirty_services')
  return row.count
}

/** Fences never fall behind the clock, so that a control store made anew still outranks the rows of the old one. */
export async function raiseFence(control: DataSource): Promise<void> {
  await control.query(`SELECT setval('fact_fence', greatest(nextval('fact_fence'), (extract(epoch from now()) * 1000)::bigint))`)
}

/** For UPDATE … RETURNING TypeORM answers [rows, count]. */
function updatedRows(answer: unknown): DirtyService[] {
  return (answer as [DirtyService[], number])[0]
}
