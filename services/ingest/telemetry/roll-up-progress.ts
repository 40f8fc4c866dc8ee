import { In, type DataSource } from 'typeorm'
import { Setting } from '../../store/control/entities/setting.js'

/** How far the minutes are, in epoch milliseconds. */
export type RollUpProgress = {
  /** What was received before this is in the minutes. */
  to: number
  /** When the last minutes were made. */
  at: number
}

const KEYS = { to: 'telemetry.rolledUpTo', at: 'telemetry.rolledUpAt' }

export async function readProgress(dataSource: DataSource): Promise<RollUpProgress> {
  const rows = await dataSource.getRepository(Setting).findBy({ key: In(Object.values(KEYS)) })
  const timeOf = (key: string) => Date.parse((rows.find((row) => row.key === key)?.value as string | undefined) ?? new Date(0).toISOString())
  return { to: timeOf(KEYS.to), at: timeOf(KEYS.at) }
}

export async function saveProgress(dataSource: DataSource, progress: RollUpProgress): Promise<void> {
  const rowOf = (name: keyof RollUpProgress) => ({ key: KEYS[name], value: new Date(progress[name]).toISOString() })
  await dataSource.getRepository(Setting).upsert([rowOf('to'), rowOf('at')], ['key'])
}
