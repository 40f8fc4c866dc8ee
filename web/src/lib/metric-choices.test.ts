import { describe, expect, it } from 'vitest'
import { type MetricChoices, optionFields, optionLabel, optionValueTitle, readChoices, toOptions, writeChoices } from './metric-choices.js'

function roundTrip(choices: MetricChoices): MetricChoices {
  const search = new URLSearchParams()
  writeChoices(search, choices)
  return readChoices(new URLSearchParams(search.toString()))
}

describe('choices in the address', () => {
  it('are none at first, and leave the numbers to the workspace', () => {
    expect(readChoices(new URLSearchParams())).toEqual({ profile: null, options: {} })
    expect(toOptions({ profile: null, options: {} })).toBeNull()
  })

  it('come back as they were written', () => {
    const every = Object.fromEntries(optionFields.map(({ name, values }) => [name, values.at(-1)?.[0] ?? '']))
    expect(roundTrip({ profile: 'devlake-2023', options: every })).toEqual({ profile: 'devlake-2023', options: every })
  })

  it('are left out where nobody knows them', () => {
    expect(readChoices(new URLSearchParams('profile=%3Cscript%3E&option=weather:sunny&option=aggregate:mode&option=aggregate:mean'))).toEqual({
      profile: null,
      options: { aggregate: 'MEAN' },
    })
  })

  it('become one question, those of one kind together', () => {
    const options = { failureSignals: 'ROLLBACK,REVERT,HOTFIX', failureDenominator: 'SUCCEEDED', attributionWindowHours: 'none', aggregate: 'MEAN' }
    expect(toOptions({ profile: 'gitlab', options })).toEqual({
      profile: 'gitlab',
      aggregate: 'MEAN',
      failure: { signals: ['ROLLBACK', 'REVERT', 'HOTFIX'], denominator: 'SUCCEEDED' },
      attribution: { window: 'none' },
    })
  })
})

describe('an option in words', () => {
  it.each([
    ['rollbackBlames', 'first_after', 'A rollback blames', 'the first after what it returns to'],
    ['failureSignals', 'incident, hotfix, rollback, outcome', 'Failed is told by', 'outcome, rollback, hotfix, incident'],
    ['attributionWindowHours', '24', 'Incidents reach back', '24 h'],
    ['aggregate', 'default', 'Durations become one by', 'each measure’s own'],
    ['minConfidence', '0.5', 'Least confidence', '0.5'],
  ])('%s %s', (name, value, label, title) => {
    expect(optionLabel(name)).toBe(label)
    expect(optionValueTitle(name, value)).toBe(title)
  })
})
