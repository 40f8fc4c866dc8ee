import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, test } from 'vitest'
import { startTestApp, type TestApp } from '../../test/app.js'
import { readOption } from '../../views/view-options.js'
import { rootDirectory } from '../root.js'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app?.stop())

const set = (options: string) => app.graphql(`mutation { updateWorkspace(input: { options: ${options} }) { options { name value } } }`)

/** What is in force where a question says this much of options. */
async function inForce(given: string): Promise<Record<string, string>> {
  type Answer = { metricDefinitions: { options: { name: string; value: string }[] }[] }
  const { data } = await app.graphql<Answer>(`{ metricDefinitions${given} { options { name value } } }`)
  return Object.fromEntries(data.metricDefinitions.flatMap(({ options }) => options.map(({ name, value }) => [name, value])))
}

it('lie over the profile of the workspace, under what a question says, and leave a profile that is asked for as it is', async () => {
  const { data } = await set('{ leadTime: { clock: MERGED }, failure: { signals: [INCIDENT, OUTCOME] }, minConfidence: 0.7 }')
  expect(data).toEqual({
    updateWorkspace: {
      options: expect.arrayContaining([
        { name: 'leadTimeClock', value: 'merged' },
        { name: 'failureSignals', value: 'incident, outcome' },
        { name: 'minConfidence', value: '0.7' },
      ]),
    },
  })
  expect(await inForce('')).toMatchObject({ leadTimeClock: 'merged', failureSignals: 'incident, outcome', minConfidence: '0.7' })
  expect(await inForce('(options: { leadTime: { clock: AUTHORED } })')).toMatchObject({ leadTimeClock: 'authored', minConfidence: '0.7' })
  expect(await inForce('(options: { profile: "default" })')).toMatchObject({ leadTimeClock: 'committed', minConfidence: '0.5' })
  await app.graphql('mutation { updateWorkspace(input: { timeZone: "UTC" }) { profile } }')
  expect(await inForce('')).toMatchObject({ leadTimeClock: 'merged' })
  await set('{ aggregate: MEAN }')
  expect(await inForce('')).toMatchObject({ leadTimeClock: 'committed', aggregate: 'mean', minConfidence: '0.5' })
})

it.each([
  ['{ profile: "gitlab" }', /options.*profile/],
  ['{ ownership: HISTORICAL }', /options.*ownership/],
  ['{ attribution: { window: "PT1H" } }', /options.*attributionWindowHours/],
  ['{ minConfidence: 2 }', /options.minConfidence/],
  ['{ failure: { signals: [] } }', /options.failureSignals/],
])('%s is refused', async (options, message) => {
  const { errors } = await set(options)
  expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT')
  expect(errors?.[0]?.message).toMatch(message)
})

test('the words of the schema are those that addresses know', () => {
  type Words = { enum?: string[]; items?: { enum: string[] } }
  const { properties } = JSON.parse(readFileSync(join(rootDirectory, 'schemas', 'workspace', 'workspace.schema.json'), 'utf8'))
  const options = Object.entries(properties.options.properties as Record<string, Words>).filter(([name]) => name !== 'minConfidence')
  expect(options.length).toBe(14)
  for (const [name, { enum: words, items }] of options) {
    for (const word of words ?? items?.enum ?? []) expect([name, word, readOption(`${name}:${word}`)]).toEqual([name, word, expect.anything()])
  }
})
