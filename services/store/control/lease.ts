import type { DataSource } from 'typeorm'

const SECONDS = 60

/**
 * Takes what only one process may do at a time, or keeps it for another minute; answers whether `holder` has it. Whoever stops
 * without giving it back keeps others waiting for that minute.
 */
export async function takeLease(control: DataSource, name: string, holder: string): Promise<boolean> {
  const rows: unknown[] = await control.query(
    `INSERT INTO settings (key, value) VALUES ($1, jsonb_build_object('holder', $2::text, 'until', extract(epoch from now()) + ${SECONDS}))
     ON CONFLICT (key) DO UPDATE SET value = excluded.value
     WHERE settings.value->>'holder' = $2 OR (settings.value->>'until')::numeric < extract(epoch from now())
     RETURNING key`,
    [`lease.${name}`, holder],
  )
  return rows.length > 0
}

export async function giveBackLease(control: DataSource, name: string, holder: string): Promise<void> {
  await control.query(`DELETE FROM settings WHERE key = $1 AND value->>'holder' = $2`, [`lease.${name}`, holder])
}
