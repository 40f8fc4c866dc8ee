import { expect, it } from 'vitest'
import { firstDraft } from './draft.js'

const jenkins = { id: 'generic-ci', title: 'Builds', presets: ['jenkins', 'circleci'], eventTypes: [] }
const connection = (source: string, settings: object) => ({ integration: 'generic-ci', source, open: false, settings })

it('begins with what is saved, else with a preset', () => {
  const saved = firstDraft(jenkins, [connection('new', {}), connection('main', { preset: 'circleci' })])
  expect({ ...saved, settings: JSON.parse(saved.settings) as unknown }).toEqual({ source: 'main', settings: { preset: 'circleci' } })
  expect(firstDraft(jenkins, [connection('new', {})])).toMatchObject({ source: 'new', settings: expect.stringContaining('jenkins') })
  expect(firstDraft(jenkins, [])).toMatchObject({ source: undefined, settings: expect.stringContaining('jenkins') })
})
