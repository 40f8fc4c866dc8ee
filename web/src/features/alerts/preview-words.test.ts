import { expect, it } from 'vitest'
import { wouldHaveTold } from './preview-words.js'

it('says how often someone would have been told', () => {
  expect(wouldHaveTold({ pages: 0, tickets: 1 })).toBe('It would have paged never and made a ticket once.')
  expect(wouldHaveTold({ pages: 3, tickets: 1200 })).toBe('It would have paged 3 times and made a ticket 1,200 times.')
})
