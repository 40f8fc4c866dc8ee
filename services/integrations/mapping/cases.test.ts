import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseEvent } from '../events/parse.js'
import { genericCi } from '../generic-ci/index.js'
import { genericIncident } from '../generic-incident/index.js'
import type { Normalised } from '../result.js'

type Case = { title: string; settings: Record<string, unknown>; body: unknown; expected: Normalised }

const RECEIVED = '2026-03-04T00:00:00Z'

describe.each([genericCi, genericIncident])('cases of $id', (integration) => {
  const folder = new URL(`../${integration.id}/cases/`, import.meta.url)
  const cases = readdirSync(folder).map((file) => ({ file, ...(JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Case) }))

  it('show every preset', () => {
    const shown = cases.map(({ settings }) => settings.preset)
    expect(shown).toEqual(expect.arrayContaining(Object.keys(integration.presets)))
  })

  it.each(cases)('$file: $title', async ({ settings, body, expected }) => {
    const result = await integration.normalise({ headers: {}, body, source: 'main', receivedAt: RECEIVED, settings })
    expect(result).toEqual(expected)
    for (const event of result.events) expect(parseEvent(event, { now: new Date(RECEIVED) })).toMatchObject({ ok: true })
  })
})
