import { describe, expect, it } from 'vitest'
import { type MetricChoices, optionLabel, optionValueTitle, readChoices, toOptions, writeChoices } from './metric-choices.js'
import { optionFields } from './option-fields.js'

function roundTrip(choices: MetricChoices): MetricChoices {
  const search = new URLSearchParams()
  writeChoices(search, choices)
  return readChoices(new URLSearchParams(search.toString()))
}

describe('choices in the address', () => {
  it('are none at first, and leave the numbers to the workspace', () => {
    expect(readChoices(new URLSearchParams())).toEqual({ profile: null, options: {}, unknown: [] })
    expect(toOptions({ profile: null, options: {} })).toBeNull()
  })

  it('come back as they were written', () => {
    for (const place of [0, -1]) {
      const options = Object.fromEntries(optionFields.map(({ name, values }) => [name, values.at(place)?.[0] ?? '']))
      expect(roundTrip({ profile: 'devlake-2023', options })).toEqual({ profile: 'devlake-2023', options, unknown: [] })
    }
  })

  it.each([
    ['failureSignals:outcome,revert', 'OUTCOME,REVERT', 'failureSignals:outcome,revert'],
    ['failureSignals:incident,hotfix,outcome,rollback', 'OUTCOME,ROLLBACK,HOTFIX,INCIDENT', 'failureSignals:outcome,rollback,hotfix,incident'],
    ['attributionMethods:recent,declared', 'DECLARED,RECENT', 'attributionMethods:declared,recent'],
    ['attributionWindowHours:pt48h', 'PT48H', 'attributionWindowHours:pt48h'],
    ['attributionWindowHours:P1D', 'PT24H', 'attributionWindowHours:pt24h'],
    ['attributionWindowHours:p1wt2h', 'PT170H', 'attributionWindowHours:pt170h'],
    ['attributionWindowHours:pt90m', 'PT90M', 'attributionWindowHours:pt90m'],
    ['minConfidence:0.65', '0.65', 'minConfidence:0.65'],
    ['minConfidence:1.0', '1', 'minConfidence:1'],
  ])('are also those that no list offers: %s', (text, value, written) => {
    const choices = readChoices(new URLSearchParams({ option: text }))
    expect([Object.values(choices.options), choices.unknown]).toEqual([[value], []])
    const search = new URLSearchParams()
    writeChoices(search, choices)
    expect(search.get('option')).toBe(written)
  })

  it.each([
    'option=weather:sunny',
    'option=aggregate:mode',
    'option=leadTimeClock:merged:x',
    'option=failureSignals:outcome,moon',
    'option=failureSignals:',
    'option=attributionWindowHours:pt0h',
    'option=attributionWindowHours:p',
    'option=attributionWindowHours:48',
    'option=minConfidence:1.1',
    'option=minConfidence:',
    'profile=<script>',
  ])('tell of what nobody knows: %s', (text) => {
    const search = new URLSearchParams(`${text}&option=ownership:historical`)
    expect(readChoices(search)).toEqual({ profile: null, options: { ownership: 'HISTORICAL' }, unknown: [text.split('=')] })
  })

  it('become one question, those of one kind together', () => {
    const options = { failureSignals: 'ROLLBACK,REVERT,HOTFIX', failureDenominator: 'SUCCEEDED', attributionWindowHours: 'none', aggregate: 'MEAN' }
    expect(toOptions({ profile: 'gitlab', options })).toEqual({
      profile: 'gitlab',
      aggregate: 'MEAN',
      failure: { signals: ['ROLLBACK', 'REVERT', 'HOTFIX'], denominator: 'SUCCEEDED' },
      attribution: { window: 'none' },
    })
    expect(toOptions({ profile: null, options: { attributionMethods: 'DECLARED,RECENT', attributionMatch: 'TEAM', minConfidence: '0.65' } })).toEqual(
      {
        attribution: { match: 'TEAM', methods: ['DECLARED', 'RECENT'] },
        minConfidence: 0.65,
      },
    )
  })
})

describe('an option in words', () => {
  it.each([
    ['rollbackBlames', 'first_after', 'A rollback blames', 'the first after what it returns to'],
    ['failureSignals', 'incident, hotfix, rollback, outcome', 'Failed is told by', 'outcome, rollback, hotfix, incident'],
    ['failureSignals', 'OUTCOME,REVERT', 'Failed is told by', 'outcome, revert'],
    ['attributionWindowHours', '24', 'Incidents reach back', '24 hours'],
    ['attributionWindowHours', 'PT72H', 'Incidents reach back', '3 days'],
    ['attributionWindowHours', 'PT48H', 'Incidents reach back', '48 hours'],
    ['attributionWindowHours', 'PT90M', 'Incidents reach back', '1.5 hours'],
    ['aggregate', 'default', 'Durations become one by', 'each measure’s own'],
    ['minConfidence', '0.65', 'Least confidence', '0.65'],
    ['attributionMethods', 'declared, recent', 'Evidence that lays incidents', 'declared, recent'],
  ])('%s %s', (name, value, label, title) => {
    expect(optionLabel(name)).toBe(label)
    expect(optionValueTitle(name, value)).toBe(title)
  })
})
