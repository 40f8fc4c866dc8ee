import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { integrations } from '../../integrations/index.js'
import { measures } from '../../metrics/index.js'
import { readSource, repositoryFiles, root } from './source-files.js'

const files = repositoryFiles()
const foldersWith = (pattern: RegExp) => files.flatMap((path) => pattern.exec(path)?.[1] ?? []).sort()

test('every integration that has a folder is in the list', () => {
  const found = foldersWith(/^services\/integrations\/([^/]+)\/index\.ts$/)
  expect(found.length).toBeGreaterThan(0)
  expect(integrations.map(({ id }) => id).sort()).toEqual(found)
})

test('every measure that has a folder is in the list, under its name', () => {
  const found = foldersWith(/^services\/metrics\/([^/]+)\/definition\.ts$/)
  expect(found.length).toBeGreaterThan(4)
  expect(measures.map(({ definition }) => definition.key.replaceAll('_', '-')).sort()).toEqual(found)
})

test('every type of event has a schema with valid and invalid examples', () => {
  const types = foldersWith(/^schemas\/events\/([a-z]+\.[a-z]+)\.schema\.json$/)
  expect(types.length).toBeGreaterThan(20)
  expect(readdirSync(join(root, 'schemas', 'events', 'examples')).sort()).toEqual(types)
  for (const type of types) {
    const examples = foldersWith(new RegExp(`^schemas/events/examples/${type.replace('.', '\\.')}/(valid|invalid)-`))
    expect([...new Set(examples)], type).toEqual(['invalid', 'valid'])
  }
})

test('every command of the command line is in its program and its documentation', () => {
  const commands = foldersWith(/^services\/cli\/commands\/([a-z]+)\.ts$/)
  expect(commands.length).toBeGreaterThan(5)
  const [program, page] = [readSource('services/cli/program.ts'), readSource('docs/api.md')]
  for (const command of commands) {
    expect(program).toContain(`./commands/${command}.js`)
    expect(page).toMatch(new RegExp(`\`${command}\\b`))
  }
})
