import { expect, it } from 'vitest'
import { parseSetup } from './parse-setup.js'

it('reads paragraphs, lists and fenced code', () => {
  expect(parseSetup('Open **it**,\nthen:\n\n1. Paste\n2. Save\n\n```sh\ncurl x \\\n  y\n```\n- a')).toEqual([
    { kind: 'text', text: 'Open **it**, then:' },
    { kind: 'list', ordered: true, items: ['Paste', 'Save'] },
    { kind: 'code', text: 'curl x \\\n  y' },
    { kind: 'list', ordered: false, items: ['a'] },
  ])
})
