import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openKnownAnswers, readKnownAnswerFile, type KnownAnswers } from '../test/known-answers.js'
import { measures } from './index.js'
import { PROFILES } from './profiles.js'
import { runMetrics } from './run-metrics.js'

type Cell = { key: string; profile: string; expected: number | null; because: string }

const cells = JSON.parse(readKnownAnswerFile('profiles.json')) as Cell[]
const page = readFileSync(join(import.meta.dirname, '../../docs/profiles.md'), 'utf8')

let known: KnownAnswers

beforeAll(async () => {
  known = await openKnownAnswers()
})
afterAll(() => known.close())

describe('the known-answer data under every profile', () => {
  it('has a cell for each measure and profile', () => {
    const wanted = measures.flatMap(({ definition }) => PROFILES.map(({ name }) => `${definition.key} ${name}`))
    expect(cells.map(({ key, profile }) => `${key} ${profile}`).sort()).toEqual(wanted.sort())
  })

  it.each(cells)('gives for $key under $profile: $expected, for $because', async ({ key, profile, expected }) => {
    const [result] = await runMetrics(known.stores.analytics, { ...known.request([key]), options: known.options({ profile }) }, known.now)
    const value = result?.groups[0]?.total.value ?? null
    if (expected === null) expect(value).toBeNull()
    else expect(value).toBeCloseTo(expected, 6)
  })

  it('is told in the documentation, cell by cell', () => {
    const rows = measures.map(({ definition: { key, title, unit } }) => {
      const own = PROFILES.map(({ name }) => cells.find((cell) => cell.key === key && cell.profile === name)?.expected ?? null)
      return `| ${title} | ${own.map((value) => shown(value, unit)).join(' | ')} |`
    })
    for (const row of rows) expect(page).toContain(row)
    for (const { because } of cells) expect(page).toContain(because)
  })
})

function shown(value: number | null, unit: string): string {
  if (value === null) return '–'
  if (unit === 'RATIO') return String(Number(value.toFixed(4)))
  return unit === 'SECONDS' ? `${Number(value.toFixed(1))} s` : String(value)
}
