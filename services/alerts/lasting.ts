import type { EntityManager } from 'typeorm'
import { canonicalJson } from '../domain/event.js'
import type { Alert } from '../store/control/entities/alert.js'
import type { Condition } from './condition.js'

export type Lasting = { alert: Alert; condition: Condition }

/** Alerts that go on, as they are now; those whose condition changed are written, all in one statement. */
export async function keepLasting(manager: EntityManager, lasting: readonly Lasting[]): Promise<Alert[]> {
  const kept = lasting.map(({ alert, condition }) => ({ ...alert, condition: inItsPlace(alert, condition) }))
  const changed = kept.filter(({ condition }, index) => canonicalJson(condition) !== canonicalJson(lasting[index]?.alert.condition))
  if (changed.length > 0)
    await manager.query(
      `UPDATE alerts SET condition = found.condition FROM jsonb_to_recordset($1::jsonb) AS found (id uuid, condition jsonb) WHERE alerts.id = found.id`,
      [JSON.stringify(changed.map(({ id, condition }) => ({ id, condition })))],
    )
  return kept
}

/** Where it fired and under which release, whatever is deployed or measured since: receivers know it by that. */
function inItsPlace(alert: Alert, condition: Condition): Condition {
  const { release, version, commit, environment, environments } = alert.condition as Condition
  return { ...condition, release, version, commit, environment, environments }
}
