import { execFileSync } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readSource, root } from './source-files.js'

interface Gate {
  title: string
  look(folder: string): Promise<{ looked: number; problems: string[] }>
}

let folder: string
let gates: Record<string, Gate>

const planted: Record<string, string> = {
  'package.json': '{"name": "planted", "type": "module", "scripts": {}, "dependencies": {"left-behind": "1.0.0"}}',
  'tsconfig.json': '{"compilerOptions": {"module": "nodenext", "strict": true, "noEmit": true, "types": []}, "include": ["services"]}',
  'knip.json': '{"entry": ["services/main.ts"], "project": ["services/**/*.ts"]}',
  'services/main.ts': "import { total } from './domain/total.js'\n\nexport const twice = total * 2\n",
  'services/domain/total.ts': "import { port } from '../config/port.js'\n\nexport const total: any =   port\n",
  'services/config/port.ts': 'export const port: string = 4400\n',
  'services/orphan.ts': 'export const alone = 1\n',
  'README.md': '# Planted\n\n[nowhere](docs/nowhere.md), [no heading](#absent), `npm run nothing`, [here](README.md#planted)\n',
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'windsock-check-'))
  for (const [path, text] of Object.entries(planted)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  for (const name of ['.oxlintrc.json', '.oxfmtrc.json']) await cp(join(root, name), join(folder, name))
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
  execFileSync('git', ['init', '--quiet'], { cwd: folder })
  await writeFile(join(folder, '.gitignore'), 'node_modules\n')
  const tools = (await import(join(root, 'services/bin/check/tools.mjs'))) as Record<string, Gate> & { types(project: string): Gate }
  const documents = (await import(join(root, 'services/bin/check/documents.mjs'))) as Record<string, Gate>
  gates = { ...tools, ...documents, types: tools.types('tsconfig.json') }
})

afterAll(() => rm(folder, { recursive: true, force: true }))

async function problemsOf(name: string): Promise<string> {
  const { looked, problems } = await gates[name]!.look(folder)
  expect(looked).toBeGreaterThan(0)
  return problems.join('\n')
}

test('format finds what is not formatted', async () => {
  expect(await problemsOf('formatting')).toMatch(/services\/domain\/total\.ts/)
})

test('lint finds any, and an import that goes the wrong way', async () => {
  const problems = await problemsOf('lint')
  expect(problems).toMatch(/services\/domain\/total\.ts:3.*any/)
  expect(problems).toMatch(/services\/domain\/total\.ts:1.*restricted/)
})

test('types are checked', async () => {
  expect(await problemsOf('types')).toMatch(/services\/config\/port\.ts\(1,\d+\): error TS2322/)
})

test('dead code is found', async () => {
  const problems = await problemsOf('deadCode')
  expect(problems).toMatch(/services\/orphan\.ts nothing imports this file/)
  expect(problems).toMatch(/left-behind: a dependency that nothing uses/)
})

test('references that lead nowhere are found', async () => {
  expect((await problemsOf('documentReferences')).split('\n')).toEqual([
    'README.md: docs/nowhere.md leads nowhere',
    'README.md: #absent names a heading that is not there',
    'README.md: there is no script "nothing"',
  ])
})

test('lint knows the same directions as the test of the boundaries', async () => {
  const { allowedImports } = await import('./boundaries.js')
  const { overrides } = JSON.parse(readSource('.oxlintrc.json')) as { overrides: { files: string[]; rules: Record<string, unknown> }[] }
  const rooms = Object.keys(allowedImports)
  const expected = Object.fromEntries(
    rooms.map((room) => [room, rooms.filter((other) => other !== room && !allowedImports[room]?.includes(other)).sort()]),
  )
  const linted = overrides.flatMap(({ files, rules }) => {
    const room = /^services\/([\w-]+)\/\*\*/.exec(files[0] ?? '')?.[1]
    return room ? [[room, [...JSON.stringify(rules).matchAll(/\*\*\/\.\.\/([\w-]+)\/\*\*/g)].map(([, other]) => other).sort()]] : []
  })
  expect(Object.fromEntries(linted)).toEqual(expected)
})
