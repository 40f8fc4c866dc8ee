import { expect, it } from 'vitest'
import { faultOf } from './fault.js'

it.each([
  ['In the settings of this connection: deployjobs is not known', 'settings'],
  ['settings must be an object.', 'settings'],
  ['source must be letters', 'source'],
  ['sources must be letters', null],
  ['Windsock cannot be reached.', null],
])('%s is about %s', (message, field) => {
  expect(faultOf(new Error(message), ['settings', 'source'])).toEqual(field && { field, message })
})

it('without an error nothing is wrong', () => {
  expect(faultOf(null, ['settings'])).toBeNull()
})
