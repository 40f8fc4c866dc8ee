import { describe, expect, it } from 'vitest'
import { readSelector } from './indicator-input.js'

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
  })

  it.each(['', 'rate(a_total[5m])', 'a_total{code=5}', 'a_total{code="5" b="6"', 'a b'])('refuses %s', (text) => {
    expect(() => readSelector(text)).toThrow(/is no (metric|label)/)
  })
})
