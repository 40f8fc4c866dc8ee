import { afterAll, beforeAll, expect, it } from 'vitest'
import { STAGES } from '../domain/lead-time.js'
import { stageColumn as columnOf } from '../metrics/change-lead-time/stages.js'
import { openKnownAnswers, type KnownAnswers } from '../test/known-answers.js'

const LEFT_OUT = ['no_baseline', 'merge_commit', 'clock_skew', 'no_commit_time', 'path_filtered', 'ignored_author', 'already_in_production']
const PLACE = ['service', 'anchor', 'environment', 'deployment', 'production', 'team', 'team_then', 'tier', 'regions', 'trigger', 'kind', 'risk']

let known: KnownAnswers

beforeAll(async () => {
  known = await openKnownAnswers()
})
afterAll(() => known.close())

it('the changes of each rollout together are what they are one by one', async () => {
  const sums = STAGES.map((stage) => `sumIf(${columnOf(stage)}_ms, state = 'counted' AND has(known_stages, '${stage}')) AS ${columnOf(stage)}_ms`)
  const knownOnes = STAGES.map((stage) => `countIf(state = 'counted' AND has(known_stages, '${stage}')) AS ${columnOf(stage)}_known`)
  const counts = LEFT_OUT.map((reason) => `countIf(state = '${reason}') AS ${reason}`)
  const oneByOne = await known.stores.analytics.query(
    `SELECT * FROM (SELECT ${PLACE.join(', ')}, arraySort(groupArrayIf(lead_time_ms, state = 'counted')) AS lead_times,
       ${[...sums, ...knownOnes, ...counts].map((column) => column.replace(/AS (\w+)$/, 'AS total_$1')).join(', ')}
     FROM deployed_changes FINAL GROUP BY ${PLACE.join(', ')}) ORDER BY service, anchor, deployment`,
  )
  const together = await known.stores.analytics.query(
    `SELECT ${PLACE.join(', ')}, lead_times, ${[...STAGES.map((stage) => `${columnOf(stage)}_ms`), ...STAGES.map((stage) => `${columnOf(stage)}_known`), ...LEFT_OUT].map((column) => `toInt64(${column}) AS total_${column}`).join(', ')}
     FROM change_sets FINAL ORDER BY service, anchor, deployment`,
  )
  expect(together).toEqual(oneByOne)
  expect(together.length).toBeGreaterThan(15)
})
