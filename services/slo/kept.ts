import type { DataSource } from 'typeorm'
import { Setting } from '../store/control/entities/setting.js'

const KEY = 'telemetry.hours'

/** Up to where hours are made, and from when on minutes are all there. */
export type Kept = {
  /** When minutes were made that are in the hours, epoch milliseconds. */
  madeTo: number
  /** Before this, hours are to be read. Each minute from then on is kept. */
  minutesSince: Date
}

const NOTHING_MADE: Kept = { madeTo: 0, minutesSince: new Date(0) }

export async function readKept(dataSource: DataSource): Promise<Kept> {
  const value = (await dataSource.getRepository(Setting).findOneBy({ key: KEY }))?.value as { madeTo: number; minutesSince: string } | undefined
  return value ? { ...value, minutesSince: new Date(value.minutesSince) } : NOTHING_MADE
}

export async function saveKept(dataSource: DataSource, kept: Kept): Promise<void> {
  await dataSource.getRepository(Setting).upsert({ key: KEY, value: { ...kept, minutesSince: kept.minutesSince.toISOString() } }, ['key'])
}
