import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { findMeasure } from '../../metrics/index.js'
import { rootDirectory } from '../root.js'

type Expected = { key: string; title: string; of: string; service: string | null; from: string; to: string; expected: number; because: string }

/** The table of what the known-answer data must give, from the folder of that data. */
export async function readKnownAnswers() {
  const rows = JSON.parse(await readFile(join(rootDirectory, 'seed', 'known-answer', 'expected.json'), 'utf8')) as Expected[]
  return rows.map((row) => ({ ...row, unit: unitOf(row) }))
}

function unitOf({ key, of }: Expected) {
  const { definition } = findMeasure(key)
  if (of === 'n' || of.startsWith('excluded:')) return 'COUNT'
  return definition.stats.find(({ name }) => name === of)?.unit ?? definition.unit
}
