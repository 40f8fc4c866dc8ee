import snappy from 'snappyjs'
import { describe, expect, it } from 'vitest'
import { bitsOf, remoteWrite as request, sample, series, STALE } from '../../../test/protobuf-by-hand.js'
import { TelemetryMalformed } from '../point.js'
import { decodeRemoteWrite } from './decode.js'

const NOW = new Date('2026-11-02T10:00:00Z')
const MOST = 1024 * 1024

const QUIET_NAN = 0x7ff8000000000001n

describe('a remote write request', () => {
  it('gives a point for each sample, counters by their name', () => {
    const body = request(
      series(
        { __name__: 'http_requests_total', job: 'cart', code: '200' },
        sample(bitsOf(41), NOW),
        sample(bitsOf(42.5), new Date(NOW.getTime() + 15_000)),
      ),
      series({ __name__: 'queue_length', job: 'cart' }, sample(bitsOf(-3), NOW)),
    )
    const { points, refused } = decodeRemoteWrite(body, MOST, NOW)
    expect(refused).toEqual([])
    expect(points.map(({ metric, labels, at, temporality, value }) => ({ metric, labels, at, temporality, value }))).toEqual([
      { metric: 'http_requests_total', labels: { job: 'cart', code: '200' }, at: NOW.getTime(), temporality: 'cumulative', value: 41 },
      { metric: 'http_requests_total', labels: { job: 'cart', code: '200' }, at: NOW.getTime() + 15_000, temporality: 'cumulative', value: 42.5 },
      { metric: 'queue_length', labels: { job: 'cart' }, at: NOW.getTime(), temporality: 'gauge', value: -3 },
    ])
    expect(new Set(points.map((point) => point.series)).size).toBe(2)
  })

  it('tells the end of a series from a value that is no number', () => {
    const body = request(
      series({ __name__: 'a_total' }, sample(STALE, NOW), sample(QUIET_NAN, NOW), sample(bitsOf(Infinity), NOW), sample(bitsOf(1), NOW)),
    )
    const { points, refused } = decodeRemoteWrite(body, MOST, NOW)
    expect(points.map(({ value }) => value)).toEqual([1])
    expect(refused).toMatchObject([{ reason: 'a_total: NaN or infinity', count: 2 }])
  })

  it('refuses samples without a name, below zero, or of another time, and no others', () => {
    const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000)
    const body = request(
      series({ job: 'cart' }, sample(bitsOf(1), NOW)),
      series(
        { __name__: 'a_total' },
        sample(bitsOf(-1), NOW),
        sample(bitsOf(1), daysAgo(3)),
        sample(bitsOf(1), daysAgo(-1)),
        sample(bitsOf(5), daysAgo(1)),
      ),
    )
    const { points, refused } = decodeRemoteWrite(body, MOST, NOW)
    expect(points.map(({ value }) => value)).toEqual([5])
    expect(refused.map(({ reason }) => reason)).toEqual([
      'a point has no metric name',
      'a_total: a negative count',
      'a_total: a time more than two days ago',
      'a_total: a time more than ten minutes ahead',
    ])
  })

  it('that is no snappy block, no protobuf, or grows past the limit is refused whole', () => {
    const plain = Buffer.from('hello')
    const noProtobuf = Buffer.from(snappy.compress(Buffer.from([255, 255, 255])))
    const large = Buffer.from(snappy.compress(Buffer.alloc(MOST + 1)))
    for (const body of [plain, noProtobuf, large, Buffer.alloc(0)]) expect(() => decodeRemoteWrite(body, MOST, NOW)).toThrow(TelemetryMalformed)
  })
})
