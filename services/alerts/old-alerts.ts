import type { DataSource } from 'typeorm'
import { LessThan } from 'typeorm'
import { Alert } from '../store/control/entities/alert.js'

/** Removes alerts that were over before, with the log of what was sent of them. */
export async function removeOldAlerts(dataSource: DataSource, before: Date): Promise<void> {
  await dataSource.getRepository(Alert).delete({ state: 'resolved', resolvedAt: LessThan(before) })
}
