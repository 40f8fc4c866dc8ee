import snappy from 'snappyjs'
import { describe, expect, it } from 'vitest'
import { bitsOf, double, field, message, remoteWrite as request, sample, series, STALE, text, varint } from '../../../test/protobuf-by-hand.js'
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

  it('is the same series again with the same labels, wherever they stand in it', () => {
    const reading = sample(bitsOf(1), NOW)
    const [job, name] = [
      [...text(1, 'job'), ...text(2, 'c\u00e4rt')],
      [...text(1, '__name__'), ...text(2, 'a_total')],
    ]
    const together = message(1, [...message(1, name), ...message(1, job), ...reading])
    const apart = message(1, [...message(1, name), ...reading, ...message(1, job)])
    const turned = message(1, [...reading, ...message(1, job), ...message(1, name)])
    const { points } = decodeRemoteWrite(request(together, apart, turned, together), MOST, NOW)
    expect(points).toHaveLength(4)
    expect(new Set(points.map((point) => JSON.stringify(point))).size).toBe(1)
    expect(points[0]).toMatchObject({ metric: 'a_total', labels: { job: 'c\u00e4rt' } })
  })

  it('may hold fields that are not read, and series of another kind of field', () => {
    const unread = [...field(9, 0, ...varint(7n)), ...message(12, [1, 2, 3]), ...double(13, 1)]
    const body = request(unread, message(1, [...series({ __name__: 'a' }).slice(2), ...unread, ...sample(bitsOf(1), NOW)]), unread)
    expect(decodeRemoteWrite(body, MOST, NOW).points.map(({ metric, value }) => ({ metric, value }))).toEqual([{ metric: 'a', value: 1 }])
  })

  it('that ends in the middle of a series is refused whole', () => {
    const whole = series({ __name__: 'a' }, sample(bitsOf(1), NOW))
    for (const length of [1, 5, whole.length - 1])
      expect(() => decodeRemoteWrite(request(whole, whole.slice(0, length)), MOST, NOW), `${length}`).toThrow(TelemetryMalformed)
  })

  it.each([
    ['a label longer than its series', '0a030a060a0161120178'],
    ['a series longer than the request', '0a8080808010'],
    ['a tag of too many bytes', '8a80808080800000'],
    ['a field 0', '0000'],
    ['a group that another ends', '0b14'],
  ])('with %s is refused whole', (_what, bytes) => {
    const body = Buffer.from(snappy.compress(Buffer.from(bytes, 'hex')))
    expect(() => decodeRemoteWrite(body, MOST, NOW)).toThrow(TelemetryMalformed)
  })

  it('that is no snappy block, no protobuf, or grows past the limit is refused whole', () => {
    const plain = Buffer.from('hello')
    const noProtobuf = Buffer.from(snappy.compress(Buffer.from([255, 255, 255])))
    const large = Buffer.from(snappy.compress(Buffer.alloc(MOST + 1)))
    for (const body of [plain, noProtobuf, large, Buffer.alloc(0)]) expect(() => decodeRemoteWrite(body, MOST, NOW)).toThrow(TelemetryMalformed)
  })
})
