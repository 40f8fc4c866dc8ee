import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, test } from 'vitest'
import { measures } from '../../metrics/index.js'
import { startTestApp, type TestApp } from '../../test/app.js'
import { rootDirectory } from '../root.js'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
  const data = { deployment: 'd-1', service: 'payments', environment: 'production', version: '1.0.0', outcome: 'failed' }
  const event = { id: 'finished', source: 'ci', type: 'deployment.finished', time: new Date(Date.now() - 3_600_000).toISOString(), data }
  await app.request('/v1/events', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify([event]) })
  await app.settled()
})
afterAll(() => app?.stop())

const set = (targets: string) => app.graphql(`mutation { updateWorkspace(input: { targets: ${targets} }) { targets { measure low high } } }`)

type Targets = { targets: object[]; ownTargets: object[] }

async function inForce(key: string): Promise<Targets | undefined> {
  const { data } = await app.graphql<{ metricDefinitions: ({ key: string } & Targets)[] }>(
    '{ metricDefinitions { key targets { label low high } ownTargets { label low high } } }',
  )
  const found = data.metricDefinitions.find((definition) => definition.key === key)
  return found && { targets: found.targets, ownTargets: found.ownTargets }
}

const badge = async () => (await app.request('/v1/badges/payments/change_failure_rate.svg')).text()
const GREEN = '#67ac09'
const RED = '#dd4343'

it('targets of the workspace are drawn and judged by; what it leaves out is as the measure says', async () => {
  const own = [{ label: 'Target', low: 0.1, high: 0.15 }]
  expect(await inForce('change_failure_rate')).toEqual({ targets: own, ownTargets: own })
  expect((await badge()).toLowerCase()).toContain(RED)
  const { data } = await set('[{ measure: change_failure_rate, low: 1 }, { measure: time_to_mitigate }, { measure: deployment_frequency, low: 20 }]')
  expect(data).toEqual({
    updateWorkspace: {
      targets: expect.arrayContaining([
        { measure: 'change_failure_rate', low: 1, high: null },
        { measure: 'time_to_mitigate', low: null, high: null },
        { measure: 'deployment_frequency', low: 20, high: null },
      ]),
    },
  })
  expect(await inForce('change_failure_rate')).toEqual({ targets: [{ label: 'Target', low: 1, high: null }], ownTargets: own })
  expect((await inForce('time_to_mitigate'))?.targets).toEqual([])
  expect((await inForce('deployment_frequency'))?.targets).toEqual([{ label: 'Target', low: 20, high: null }])
  expect((await inForce('time_to_rollback'))?.targets).toEqual([{ label: 'Target', low: null, high: 600 }])
  expect((await badge()).toLowerCase()).toContain(GREEN)
  await set('[]')
  expect((await inForce('change_failure_rate'))?.targets).toEqual(own)
})

it('a target whose bounds are the wrong way round is refused', async () => {
  const { errors } = await set('[{ measure: time_to_mitigate, low: 3600, high: 1800 }]')
  expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT')
  expect(errors?.[0]?.message).toBe('targets.time_to_mitigate: low must not be more than high')
})

test('the schema knows every measure', () => {
  const { properties } = JSON.parse(readFileSync(join(rootDirectory, 'schemas', 'workspace', 'workspace.schema.json'), 'utf8'))
  expect(Object.keys(properties.targets.properties).sort()).toEqual(measures.map(({ definition }) => definition.key).sort())
})
