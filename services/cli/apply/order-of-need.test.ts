import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changesBetween } from '../../workspace/changes.js'
import { checkSpec } from '../../workspace/check-spec.js'
import { kinds, type Declaration } from '../../workspace/specs.js'
import { inOrderOfNeed } from './order-of-need.js'

const NAMES = ['a', 'b', 'c', 'd', 'e']

function service(name: string, dependsOn: string[]): Declaration {
  const checked = checkSpec('Service', { dependsOn, aliases: [`also-${name}`] })
  if (!checked.ok) throw new Error('the specification is not valid')
  return { kind: 'Service', name, spec: checked.spec }
}

const services = fc.tuple(...NAMES.map((name) => fc.subarray([...NAMES, 'also-a', 'also-b']).map((dependsOn) => service(name, dependsOn))))

test('no service is declared before what it depends on, and in the end each is as it was wanted', () => {
  fc.assert(
    fc.property(services, fc.subarray(NAMES), (wanted, there) => {
      const before = there.map((name) => service(name, []))
      const known = new Set(there.flatMap((name) => [name, `also-${name}`]))
      const state = new Map(before.map((declaration) => [declaration.name, declaration]))
      for (const { declaration } of inOrderOfNeed(changesBetween(before, wanted, kinds))) {
        if (declaration.kind !== 'Service') continue
        const { name } = declaration
        known.add(name).add(`also-${name}`)
        expect(declaration.spec.dependsOn.filter((needed) => !known.has(needed))).toEqual([])
        state.set(name, declaration)
      }
      expect(NAMES.map((name) => state.get(name))).toEqual(wanted)
    }),
  )
})

test('only what depends on itself by way of others is declared twice', () => {
  const namesOf = (...wanted: Declaration[]) => inOrderOfNeed(changesBetween([], wanted, kinds)).map(({ declaration }) => declaration.name)
  expect(namesOf(service('a', ['b', 'a']), service('b', ['c']), service('c', []))).toEqual(['c', 'b', 'a'])
  expect(namesOf(service('a', ['b']), service('b', ['a']))).toEqual(['b', 'a', 'b'])
})
