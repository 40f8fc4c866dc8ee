import { describe, expect, it } from 'vitest'
import { splitStats, statRows } from './stat-rows.js'

describe('the numbers beside a value', () => {
  it('come with their titles and units; what is null is unknown and never 0', () => {
    const described = [
      { name: 'p90', title: '90th percentile', unit: 'SECONDS' as const },
      { name: 'open', title: 'Still open', unit: 'COUNT' as const },
      { name: 'withinTarget', title: 'Share within 10 minutes', unit: 'RATIO' as const },
    ]
    expect(texts(described, { p90: 4620, open: 0, withinTarget: null })).toEqual([
      ['90th percentile', '1 h 17 min'],
      ['Still open', '0'],
      ['Share within 10 minutes', 'unknown'],
    ])
    expect(texts(described, {}).map(([, text]) => text)).toEqual(['unknown', 'unknown', 'unknown'])
  })

  it('say the states of a field in one row', () => {
    const described = ['verified', 'absent'].map((state) => ({ name: `sbom.${state}`, title: `sbom: ${state}`, unit: 'COUNT' as const }))
    expect(texts(described, { 'sbom.verified': 2, 'sbom.absent': 21 })).toEqual([['sbom', '2 verified, 21 absent']])
  })

  it('keep currencies apart', () => {
    const described = [{ name: 'cost.*', title: 'Cost, by currency', unit: 'COUNT' as const }]
    expect(texts(described, { 'cost.EUR': 1800, 'cost.USD': 12.5, 'cost.unknown': 3, customers: 9 })).toEqual([
      ['Cost, by currency', 'EUR 1,800 · USD 12.5 · 3 of no known currency'],
    ])
    expect(texts(described, { customers: 9 })).toEqual([['Cost, by currency', 'unknown']])
  })

  it('say of how many records a stage is known', () => {
    const described = ['review', 'build'].flatMap((stage) => [
      { name: stage, title: stage, unit: 'SECONDS' as const },
      { name: `${stage}Known`, title: `${stage} known`, unit: 'RATIO' as const },
    ])
    expect(texts(described, { review: 1800, reviewKnown: 0.25, build: null, buildKnown: 0 })).toEqual([
      ['review', '30 min, known for 25 %'],
      ['build', 'unknown'],
    ])
  })

  it('are in sight where they matter most, in that order, and behind the disclosure otherwise', () => {
    const described = ['mean', 'queueOldest', 'queue', 'granted'].map((name) => ({ name, title: name, unit: 'COUNT' as const }))
    const { inSight, rest } = splitStats('approval_lead_time', described, [{ name: 'queue', value: 1 }])
    expect(inSight.map(({ name }) => name)).toEqual(['queue', 'queueOldest'])
    expect(rest.map(({ name }) => name)).toEqual(['mean', 'granted'])
  })
})

function texts(described: Parameters<typeof statRows>[0], values: Record<string, number | null>) {
  const stats = Object.entries(values).map(([name, value]) => ({ name, value }))
  return statRows(described, stats).map(({ title, text }) => [title, text.replaceAll('\u00a0', ' ')])
}
