import { describe, expect, it } from 'vitest'
import type { ReleaseEffectRowFragment } from '../../generated/graphql.js'
import { chanceText, changeText, costText, latencyText, quantityText, verdictOf } from './effect-words.js'

const side = { from: '', to: '', good: 90, total: 100, badRatio: 0.1, value: null, quantiles: [], costPerRequest: null }
const effect: ReleaseEffectRowFragment = {
  indicator: 'availability',
  unit: 'ms',
  part: 'ALL',
  partName: null,
  before: side,
  after: side,
  expectedBadRatio: 0.1,
  change: 0,
  pValue: 0.5,
  seasonalWeeks: 0,
  seasonalRatio: 1,
  dispersion: 1,
  settled: true,
  regressed: false,
  objectives: 1,
  objectivesMet: 1,
}

describe('words of effects', () => {
  it('says changes in points and chances as shares', () => {
    expect([changeText(0.0123), changeText(-0.5), changeText(0), changeText(null)]).toEqual([
      '+1.23\u00a0points',
      '−50\u00a0points',
      '0\u00a0points',
      '—',
    ])
    expect([chanceText(0.00001), chanceText(0.0342), chanceText(1), chanceText(null)]).toEqual(['< 0.01\u00a0%', '3.4\u00a0%', '100\u00a0%', '—'])
  })

  it('says latencies in their unit and costs by request, or nothing', () => {
    const p95 = (value: number) => ({ ...side, quantiles: [{ name: 'p95', value }] })
    expect(latencyText({ ...effect, before: p95(120), after: p95(1500) })).toBe('120\u00a0ms → 1.5\u00a0s')
    expect(latencyText({ ...effect, after: p95(2) })).toBe('— → 2\u00a0ms')
    expect(latencyText(effect)).toBeNull()
    expect(costText({ ...effect, after: { ...side, costPerRequest: 0.00012345 } })).toBe('— → 0.123')
    expect(costText(effect)).toBeNull()
    expect([quantityText(2, 'By'), quantityText(2, '1'), quantityText(null, 's')]).toEqual(['2\u00a0By', '2', '—'])
  })

  it('gives one verdict, the worst there is', () => {
    const words = (more: Partial<ReleaseEffectRowFragment>) => verdictOf({ ...effect, ...more }).word
    expect(words({})).toBe('no worse')
    expect(words({ settled: false, regressed: true })).toBe('under way')
    expect(words({ regressed: true, objectivesMet: 0 })).toBe('regressed')
    expect(words({ objectivesMet: 0 })).toBe('objective missed')
    expect(words({ objectives: 0, objectivesMet: 0, change: null })).toBe('not compared')
    expect(words({ change: null, after: { ...side, total: 0 } })).toBe('nothing after')
  })
})
