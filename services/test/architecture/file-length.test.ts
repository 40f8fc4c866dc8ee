import { expect, test } from 'vitest'
import { isGenerated, readSource, repositoryFiles } from './source-files.js'

const MOST_LINES = 350

function tooLong(files: readonly { path: string; text: string }[]): string[] {
  return files.filter(({ text }) => text.split('\n').length > MOST_LINES).map(({ path }) => path)
}

test(`no file has more than ${MOST_LINES} lines`, () => {
  const files = repositoryFiles()
    .filter((path) => /\.(ts|tsx|mjs)$/.test(path) && !isGenerated(path))
    .map((path) => ({ path, text: readSource(path) }))
  expect(files.length).toBeGreaterThan(250)
  expect(tooLong(files)).toEqual([])
})

test('one that has is found', () => {
  const text = 'x\n'.repeat(MOST_LINES)
  expect(
    tooLong([
      { path: 'planted.ts', text },
      { path: 'short.ts', text: 'x\n' },
    ]),
  ).toEqual(['planted.ts'])
})
