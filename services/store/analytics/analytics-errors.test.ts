import { ClickHouseError } from '@clickhouse/client'
import { describe, expect, it } from 'vitest'
import { AnalyticsQueryError, AnalyticsUnavailable, toAnalyticsError } from './analytics-errors.js'

describe('toAnalyticsError', () => {
  it.each([
    Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:8123'), { code: 'ECONNREFUSED' }),
    Object.assign(new Error('getaddrinfo ENOTFOUND x'), { code: 'ENOTFOUND' }),
    new Error('socket hang up'),
    new Error('Timeout error.'),
    new ClickHouseError({ message: 'Too many', code: '202', type: 'TOO_MANY_SIMULTANEOUS_QUERIES' }),
  ])('takes "%s" for a store that is away', (error) => {
    expect(toAnalyticsError(error)).toBeInstanceOf(AnalyticsUnavailable)
  })

  it('takes a refusal for a refusal, whatever its words', () => {
    const error = toAnalyticsError(new ClickHouseError({ message: 'Unknown table socket hang up', code: '60', type: 'UNKNOWN_TABLE' }))
    expect(error).toBeInstanceOf(AnalyticsQueryError)
    expect(error).toMatchObject({ code: '60', type: 'UNKNOWN_TABLE' })
  })

  it('leaves faults as they are', () => {
    const fault = new TypeError('x is not a function')
    expect(toAnalyticsError(fault)).toBe(fault)
  })
})
