import fc from 'fast-check'
import { expect, it } from 'vitest'
import { valuesAt } from './values-at.js'

const few = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 400 })
const many = fc.array(fc.integer({ min: 0, max: 2 ** 40 }), { maxLength: 400 })
const lists = fc.array(fc.oneof(few, many), { minLength: 1, maxLength: 8 }).filter((all) => all.flat().length > 0)

it('finds what sorting everything would put at a place and after it', () => {
  fc.assert(
    fc.property(lists, fc.nat(), (all, place) => {
      const sorted = all.flat().sort((a, b) => a - b)
      const at = (place % sorted.length) + 1
      const ascending = all.map((list) => Float64Array.from(list).sort())
      expect(valuesAt(ascending, at)).toEqual([sorted[at - 1], sorted[at] ?? 0])
    }),
    { numRuns: 500 },
  )
})
