// Everything that can be said of the source without running it: seconds, no database.
import { fileURLToPath } from 'node:url'
import { documentReferences } from './check/documents.mjs'
import { deadCode, formatting, lint, types } from './check/tools.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const gates = [formatting, lint, documentReferences, deadCode, types('tsconfig.json'), types('web/tsconfig.json')]

const wanted = process.argv.slice(2)
let failures = 0
for (const gate of gates.filter(({ title }) => wanted.length === 0 || wanted.some((word) => title.includes(word)))) {
  const began = Date.now()
  const { looked, problems } = await gate.look(root)
  if (looked === 0) problems.push('it looked at nothing, so it has shown nothing')
  failures += problems.length > 0 ? 1 : 0
  console.log(
    `${problems.length > 0 ? '✗' : '✓'} ${gate.title}: ${looked} ${gate.unit}, ${problems.length} problems (${((Date.now() - began) / 1000).toFixed(1)} s)`,
  )
  for (const problem of problems) console.log(`  ${problem}`)
}
console.log(failures > 0 ? `${failures} of the checks failed.` : 'All checks passed.')
process.exitCode = failures > 0 ? 1 : 0
