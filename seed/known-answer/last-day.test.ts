import { describe, expect, it } from 'vitest'
import { lastDay } from './last-day.js'

const NOW = Date.parse('2026-11-30T14:21:37Z')
const END = Date.parse('2026-11-30T14:21:00Z')
const told = [...lastDay(NOW)]
const of = (service: string) => told.filter((one) => one.service === service).map(({ counter }) => counter)
const at = (service: string, minutesLeft: number) => of(service).at(-1 - minutesLeft)

/** What happened between two minutes, counted back from the end. */
function between(service: string, from: number, to: number) {
  const [first, last] = [at(service, from), at(service, to)]
  if (!first || !last) throw new Error(`${service} tells nothing of ${from} to ${to}`)
  const slow = (counter: typeof first) => counter.latencies?.[4] ?? 0
  return { requests: last.ok + last.errors - first.ok - first.errors, errors: last.errors - first.errors, slow: slow(last) - slow(first) }
}

describe('the telemetry of the last day', () => {
  it('is of every minute of 24 hours, up to the last whole one', () => {
    for (const service of ['payments', 'storefront', 'search']) {
      expect(of(service)).toHaveLength(1440)
      expect(of(service).map((counter) => counter.at)).toEqual(Array.from({ length: 1440 }, (_, index) => END - (1439 - index) * 60_000))
    }
  })

  it('has running totals that never fall, and latencies of each request', () => {
    for (const service of ['payments', 'storefront', 'search']) {
      const counters = of(service)
      for (const [index, { ok, errors, latencies }] of counters.entries()) {
        const before = counters[index - 1]
        expect(Number.isInteger(ok) && ok >= (before?.ok ?? 0) && errors >= (before?.errors ?? 0)).toBe(true)
        expect(latencies?.reduce((sum, count) => sum + count, 0)).toBe(ok + errors)
      }
    }
  })

  it('has the troubles that it says it has, and few others', () => {
    const outage = between('storefront', 12, 0)
    expect(outage.errors / outage.requests).toBeCloseTo(0.9, 2)
    const slow = between('search', 500, 440)
    expect(slow.slow / slow.requests).toBeCloseTo(0.3, 1)
    const calm = between('payments', 1400, 400)
    expect(calm.errors / calm.requests).toBeLessThan(0.01)
  })
})
