import { expect, test } from 'vitest'
import { readSource } from './source-files.js'

/** Every command of the README, and what runs it. */
const runBy: Record<string, string> = {
  'npm run demo': 'services/bin/launch/launch.test.ts',
  'npm start': 'services/bin/launch/launch.test.ts',
  'npm run windsock -- import git . --service windsock': 'services/cli/cli.test.ts',
  'npm run windsock -- record deployment.finished --service payments --environment production --deployment 41 --outcome succeeded':
    'services/cli/cli.test.ts',
  'npm run windsock -- token create --name pipeline --scope ingest --expires 90d': 'services/cli/cli.test.ts',
  'npm run windsock -- doctor': 'services/cli/cli.test.ts',
  'npm test': '.ci/run',
  'npm run check': '.ci/run',
  'npm run generate': '.ci/run',
}

const commandsOf = (text: string) => [...text.matchAll(/^```sh\n([\s\S]*?)^```/gm)].flatMap(([, block = '']) => block.trim().split('\n'))

test('every command of the README is run by a test or by .ci/run', () => {
  const commands = commandsOf(readSource('README.md'))
  expect(commands.length).toBeGreaterThan(5)
  expect(commands.sort()).toEqual(Object.keys(runBy).sort())
  for (const [command, place] of Object.entries(runBy)) expect(readSource(place), command).toMatch(wordsOf(command))
})

test('the scripts that the README names are those that start the launcher or the checks', () => {
  const { scripts } = JSON.parse(readSource('package.json')) as { scripts: Record<string, string> }
  expect(scripts).toMatchObject({
    demo: 'node services/bin/launch.mjs demo',
    start: 'node services/bin/launch.mjs start',
    test: 'node services/bin/launch.mjs test',
    windsock: 'node services/bin/launch.mjs cli',
    check: 'node services/bin/check.mjs',
  })
})

/** What the place that runs a command must name. */
function wordsOf(command: string): RegExp {
  const cli = /^npm run windsock -- (\w+)/.exec(command)?.[1]
  if (cli) return new RegExp(`'${cli}'`)
  return new RegExp(command.replace(/^npm (run )?/, '(npm (run )?(--silent )?)?'))
}
