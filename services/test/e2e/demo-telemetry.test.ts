import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readOptions } from '../../../seed/commands/options.js'
import { runKnownAnswer } from '../../../seed/commands/known-answer.js'
import { startTestApp, type TestApp } from '../app.js'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app?.stop())

type Standing = { node: { name: string; objectives: { attainment: number | null; dataTo: string | null; rules: { burning: boolean }[] }[] } }

const OBJECTIVES = '{ slos { edges { node { name objectives { attainment dataTo rules { burning } } } } } }'

describe('the known-answer data set, sent as the demo sends it', () => {
  it('gives what is expected, telemetry among it', async () => {
    const given = { url: app.url, token: app.localToken, shuffle: '3', timeout: '90' }
    expect(await runKnownAnswer(readOptions(given, {}, new Date()))).toBe(true)
  }, 120_000)

  it('gives a newcomer objectives with data of now, one of which burns', async () => {
    const { data } = await app.graphql<{ slos: { edges: Standing[] } }>(OBJECTIVES)
    const standing = Object.fromEntries(data.slos.edges.map(({ node }) => [node.name, node.objectives[0]]))
    expect(Object.keys(standing).sort()).toEqual(['payments-availability', 'search-latency', 'storefront-availability'])
    for (const objective of Object.values(standing)) {
      expect(objective?.attainment).toBeGreaterThan(0.9)
      expect(Date.now() - Date.parse(objective?.dataTo ?? '')).toBeLessThan(10 * 60_000)
    }
    expect(standing['storefront-availability']?.rules[0]?.burning).toBe(true)
    expect(standing['payments-availability']?.rules.map(({ burning }) => burning)).toEqual([false, false, false, false])
  })
})
