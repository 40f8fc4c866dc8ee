import { expect, it } from 'vitest'
import { alerts, dataSource, later, messages, now, open, route, useAlerting, world } from '../test/alerting.js'
import { removeOldAlerts } from './old-alerts.js'

useAlerting()

it('removes alerts that were over before, with their messages, and no others', async () => {
  await route('pager')
  const [old, young] = [await open('page', 'old'), await open('page', 'young')]
  await open('page', 'still firing')
  const over = async (id: string) => await dataSource().query(`UPDATE alerts SET state = 'resolved', resolved_at = $2 WHERE id = $1`, [id, now()])
  await over(old.id)
  later(60)
  await over(young.id)
  await removeOldAlerts(dataSource(), new Date(world.clock - 30 * 60_000))
  expect((await alerts()).map(({ key }) => key).sort()).toEqual(['still firing', 'young'])
  expect(new Set((await messages()).map(({ alertId }) => alertId)).has(old.id)).toBe(false)
  expect(await messages()).toHaveLength(2)
})
