import { expect, it } from 'vitest'
import { readRoots } from './read-roots.js'

it.each([
  [' \n', null],
  ['{"tlogs": []}', { tlogs: [] }],
  ['[{"tlogs": []}, {"ctlogs": []}]', [{ tlogs: [] }, { ctlogs: [] }]],
  ['{"tlogs": []}\n{"ctlogs": []}\n', [{ tlogs: [] }, { ctlogs: [] }]],
  ['{\n  "tlogs": []\n}\n', { tlogs: [] }],
])('reads %j', (text, roots) => {
  expect(readRoots(text)).toEqual(roots)
})

it.each(['{"tlogs": []', '{"tlogs": []}\n{"ctlogs"}'])('says that %j is no JSON', (text) => {
  expect(() => readRoots(text)).toThrow(/^trustedRoot cannot be read as JSON: /)
})
