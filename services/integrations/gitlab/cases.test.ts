import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseEvent } from '../events/parse.js'
import type { Normalised } from '../result.js'
import { gitlab } from './index.js'

type Case = { title: string; settings?: Record<string, unknown>; body: unknown; expected: Normalised }

const folder = new URL('./cases/', import.meta.url)
const cases = readdirSync(folder).map((file) => ({ file, ...(JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Case) }))

function run({ settings = {}, body }: Case, receivedAt: string): Normalised {
  return gitlab.normalise({ headers: {}, body, source: 'main-connection', receivedAt, settings })
}

describe('cases', () => {
  it('are looked at', () => {
    expect(cases.length).toBeGreaterThanOrEqual(75)
  })

  it.each(cases)('$file: $title', (example) => {
    const result = run(example, '2026-03-04T00:00:00Z')
    expect(result).toEqual(example.expected)
    for (const event of result.events) expect(parseEvent(event, { now: new Date('2026-03-04T00:00:00Z') })).toMatchObject({ ok: true })
  })

  it.each(cases)('$file: does not depend on when it was received', (example) => {
    expect(run(example, '2031-01-01T00:00:00Z')).toEqual(run(example, '2026-03-04T00:00:00Z'))
  })
})
