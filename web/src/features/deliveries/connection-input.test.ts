import { expect, it } from 'vitest'
import { connectionInput } from './connection-input.js'

const main = { integration: 'gitlab', source: 'main', settings: { releases: false } }

function form(values: Record<string, string>): FormData {
  const given = new FormData()
  for (const [name, value] of Object.entries(values)) given.set(name, value)
  return given
}

it('leaves out what was not touched', async () => {
  const given = form({ secret: '', settings: JSON.stringify(main.settings, null, 2) })
  expect(await connectionInput(given, main)).toEqual({ integration: 'gitlab', source: 'main', secret: null, open: false, settings: null })
})

it('says what was changed, and that settings were emptied', async () => {
  const changed = form({ secret: ' s ', open: 'on', settings: 'releases:\n  environment: live' })
  expect(await connectionInput(changed, main)).toMatchObject({ secret: ' s ', open: true, settings: { releases: { environment: 'live' } } })
  expect(await connectionInput(form({ settings: '' }), main)).toMatchObject({ settings: {} })
})

it('begins with the name of the field where settings cannot be read', async () => {
  await expect(connectionInput(form({ settings: '{' }), main)).rejects.toThrow(/^settings cannot be read/)
})
