import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export type Expected = { key: string; title: string; of: string; service: string | null; from: string; to: string; expected: number | null }

const folder = join(import.meta.dirname, '../../../seed/known-answer')

/** What the known-answer data must give. */
export const expectedRows = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Expected[]

/** A value as measures and GraphQL alike can be brought to: stats and exclusions by name. */
export type Answer = {
  value: number | null
  n: number
  low: number | null
  high: number | null
  stats: Record<string, number | null>
  excluded: Record<string, number>
}

/** A value, a stat, n, a bound, or the count of an exclusion, by its name in the table. */
export function pick(answer: Answer, of: string): number | null {
  if (of.startsWith('excluded:')) return answer.excluded[of.slice('excluded:'.length)] ?? 0
  if (of === 'value' || of === 'n' || of === 'low' || of === 'high') return answer[of]
  return answer.stats[of] ?? null
}

/** Whether they agree to the digits that the table gives. */
export function agrees(actual: number | null, expected: number | null): boolean {
  return actual === null || expected === null ? actual === expected : Math.abs(actual - expected) < 1e-5
}

/** Rows that differ only in what they pick ask one question. */
export function questionsOf(rows: readonly Expected[]): { question: Omit<Expected, 'of' | 'expected' | 'title'>; rows: Expected[] }[] {
  const groups = new Map<string, Expected[]>()
  for (const row of rows) {
    const key = JSON.stringify([row.key, row.service, row.from, row.to])
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  return [...groups.values()].map((group) => ({ question: group[0] as Expected, rows: group }))
}
