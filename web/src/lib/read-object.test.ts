import { expect, it } from 'vitest'
import { objectText, readObject } from './read-object.js'

it.each([
  ['{"deployJobs": [{"name": "deploy"}]}', { deployJobs: [{ name: 'deploy' }] }],
  ['deployJobs:\n  - name: deploy\n', { deployJobs: [{ name: 'deploy' }] }],
  ['{deployJobs: [{name: deploy}]}', { deployJobs: [{ name: 'deploy' }] }],
  ['# nothing yet', {}],
  [' \n', {}],
])('reads %j', async (text, value) => {
  expect(await readObject('settings', text)).toEqual(value)
})

it.each([
  ['{"a": 1', /^settings cannot be read as JSON or YAML: .* at line 1, column \d+\.$/],
  ['a: b: c', /^settings cannot be read as JSON or YAML: .* at line 1, column \d+\.$/],
  ['- a', /^settings must be an object, with names and values\.$/],
  ['words', /^settings must be an object, with names and values\.$/],
])('says of %j what is wrong, in one line', async (text, message) => {
  await expect(readObject('settings', text)).rejects.toThrow(message)
})

it('writes what it reads, and nothing for an empty object', async () => {
  const value = { mapping: [{ type: 'deployment.finished' }] }
  expect(await readObject('settings', objectText(value))).toEqual(value)
  expect([{}, null, undefined].map(objectText)).toEqual(['', '', ''])
})
