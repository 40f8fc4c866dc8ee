import { afterAll, beforeAll, expect, it } from 'vitest'
import { openKnownAnswers, type KnownAnswers } from '../test/known-answers.js'

const STAGES = ['coding_ms', 'review_ms', 'merge_wait_ms', 'build_ms', 'approval_wait_ms', 'deploy_wait_ms', 'rollout_ms']
const LEFT_OUT = ['no_baseline', 'merge_commit', 'clock_skew', 'no_commit_time', 'path_filtered', 'ignored_author', 'already_in_production']
const PLACE = ['service', 'anchor', 'environment', 'deployment', 'production', 'team', 'team_then', 'tier', 'regions', 'trigger', 'kind', 'risk']

let known: KnownAnswers

beforeAll(async () => {
  known = await openKnownAnswers()
})
afterAll(() => known.close())

it('the changes of each rollout together are what they are one by one', async () => {
  const sums = STAGES.map((stage) => `sumIf(${stage}, state = 'counted') AS ${stage}`)
  const counts = LEFT_OUT.map((reason) => `countIf(state = '${reason}') AS ${reason}`)
  const oneByOne = await known.stores.analytics.query(
    `SELECT * FROM (SELECT ${PLACE.join(', ')}, arraySort(groupArrayIf(lead_time_ms, state = 'counted')) AS lead_times,
       ${[...sums, ...counts].map((column) => column.replace(/AS (\w+)$/, 'AS total_$1')).join(', ')}
     FROM deployed_changes FINAL GROUP BY ${PLACE.join(', ')}) ORDER BY service, anchor, deployment`,
  )
  const together = await known.stores.analytics.query(
    `SELECT ${PLACE.join(', ')}, lead_times, ${[...STAGES, ...LEFT_OUT].map((column) => `toInt64(${column}) AS total_${column}`).join(', ')}
     FROM change_sets FINAL ORDER BY service, anchor, deployment`,
  )
  expect(together).toEqual(oneByOne)
  expect(together.length).toBeGreaterThan(15)
})
