import { expect, test } from 'vitest'
import { without, withRow } from './trust-rows.js'

const rows = [
  { id: 'a', value: 1 },
  { id: 'b', value: 2 },
]
const idOf = ({ id }: { id: string }) => id

test('a row takes the place of the one it was, and a new one comes last', () => {
  expect(withRow(rows, idOf, 'a', { id: 'c', value: 3 }).map(idOf)).toEqual(['c', 'b'])
  expect(withRow(rows, idOf, '', { id: 'c', value: 3 }).map(idOf)).toEqual(['a', 'b', 'c'])
  expect(without(rows, idOf, 'a').map(idOf)).toEqual(['b'])
})
