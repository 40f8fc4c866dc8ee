import { describe, expect, it } from 'vitest'
import { indicatorInputOf, readSelector, writeSelector } from './indicator-input.js'
import type { SelectorFragment } from '../../generated/graphql.js'

describe('readSelector', () => {
  it.each([
    ['http_requests_total', 'http_requests_total', []],
    ['http.server.request.duration{}', 'http.server.request.duration', []],
    [
      'a_total{code=~"5..", http.route!="/x", name="say \\"hi\\""}',
      'a_total',
      [
        { label: 'code', op: 'MATCHES', value: '5..' },
        { label: 'http.route', op: 'NOT_EQUAL', value: '/x' },
        { label: 'name', op: 'EQUAL', value: 'say "hi"' },
      ],
    ],
  ])('reads %s', (text, metric, matchers) => {
    expect(readSelector(text)).toEqual({ metric, matchers })
    expect(readSelector(writeSelector(readSelector(text) as SelectorFragment))).toEqual({ metric, matchers })
  })

  it.each(['', 'rate(a_total[5m])', 'a_total{code=5}', 'a_total{code="5" b="6"', 'a b'])('refuses %s', (text) => {
    expect(() => readSelector(text)).toThrow(/is no (metric|label)/)
  })
})

describe('what the form of an indicator says', () => {
  const formOf = (given: Record<string, string>) => {
    const form = new FormData()
    for (const [name, value] of Object.entries(given)) form.set(name, value)
    return indicatorInputOf(form)
  }
  const nothing = { displayName: '', description: '', service: null, unit: '1' }
  const noLabels = { service: null, environment: null, version: null, cohort: null, region: null }

  it('of good events and labels', () => {
    const given = { name: 'a', kind: 'RATIO', side: 'good', total: 't', good: 't{code="200"}', bad: 'ignored', 'label.region': 'zone' }
    expect(formOf(given)).toEqual({
      ...nothing,
      name: 'a',
      kind: 'RATIO',
      total: { metric: 't', matchers: [] },
      good: { metric: 't', matchers: [{ label: 'code', op: 'EQUAL', value: '200' }] },
      labels: { ...noLabels, region: 'zone' },
    })
  })

  it('of durations of one service, and of what is reported', () => {
    const given = { name: 'a', kind: 'LATENCY', histogram: 'h', threshold: '0.5', unit: 's', ofService: 'cart', description: 'd', displayName: 'A' }
    const histogram = { metric: 'h', matchers: [] }
    const named = { name: 'a', displayName: 'A', description: 'd', service: 'cart', unit: 's' }
    expect(formOf(given)).toEqual({ ...named, kind: 'LATENCY', histogram, threshold: 0.5, labels: noLabels })
    expect(formOf({ name: 'a', kind: 'REPORTED' })).toEqual({ ...nothing, name: 'a', kind: 'REPORTED', labels: noLabels })
  })
})
