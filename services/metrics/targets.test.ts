import { expect, it } from 'vitest'
import { targetsInForce } from './targets.js'

const definition = { key: 'time_to_mitigate' as const, targets: [{ label: 'Target', low: 1800, high: 3600 }] }

it.each([
  ['the definition’s own, where the workspace says nothing', { change_failure_rate: { high: 0.2 } }, definition.targets],
  ['those of the workspace', { time_to_mitigate: { high: 900 } }, [{ label: 'Target', high: 900 }]],
  ['none, where the workspace wants none', { time_to_mitigate: {} }, []],
])('targets in force are %s', (_title, targets, expected) => {
  expect(targetsInForce(definition, { targets })).toEqual(expected)
})
