import { describe, expect, it } from 'vitest'
import { bitsOf, double, field, fixed64, message, remoteWrite, series, STALE, varint, zigzag } from '../../../test/protobuf-by-hand.js'
import { decodeRemoteWrite } from './decode.js'

const NOW = new Date('2026-11-02T10:00:00Z')
const MOST = 1024 * 1024

type Given = {
  schema?: number
  sum?: bigint
  zeroThreshold?: number
  resetHint?: number
  /** [offset, length] of each. */
  positiveSpans?: [number, number][]
  negativeSpans?: [number, number][]
} & (
  | { count: number; zero?: number; positiveDeltas?: number[]; negativeDeltas?: number[] }
  | { countFloat: number; zeroFloat?: number; positiveCounts?: number[] }
)

const whole = (number: number, value: number) => field(number, 0, ...varint(BigInt(value)))
const spans = (number: number, all: [number, number][] = []) =>
  all.flatMap(([offset, length]) => message(number, [...field(1, 0, ...zigzag(offset)), ...whole(2, length)]))
const packed = (number: number, values: number[] = []) => message(number, values.flatMap(zigzag))
const doubles = (number: number, values: number[] = []) =>
  message(
    number,
    values.flatMap((value) => double(0, value).slice(1)),
  )

/** `Histogram` of prompb/types.proto by its field numbers. */
function histogram({ schema = 0, sum = bitsOf(1), zeroThreshold = 0, resetHint = 0, ...given }: Given): number[] {
  const counts =
    'count' in given
      ? [...whole(1, given.count), ...whole(6, given.zero ?? 0), ...packed(9, given.negativeDeltas), ...packed(12, given.positiveDeltas)]
      : [...double(2, given.countFloat), ...double(7, given.zeroFloat ?? 0), ...doubles(13, given.positiveCounts)]
  return message(4, [
    ...counts,
    ...fixed64(3, sum),
    ...field(4, 0, ...zigzag(schema)),
    ...double(5, zeroThreshold),
    ...spans(8, given.negativeSpans),
    ...spans(11, given.positiveSpans),
    ...whole(14, resetHint),
    ...whole(15, NOW.getTime()),
  ])
}

function decoded(...all: Given[]) {
  return decodeRemoteWrite(remoteWrite(series({ __name__: 'took', job: 'cart' }, ...all.map(histogram))), MOST, NOW)
}

const bucketsOf = (given: Given) => decoded(given).points[0]?.distribution?.buckets
const reasonsOf = (given: Given) => decoded(given).refused.map(({ reason }) => reason)

describe('a native histogram', () => {
  it('of integers is a running total of its buckets, which come as differences', () => {
    // Buckets 1, 2 and 5 of schema 0 end at 2, 4 and 32; counts 3, 3 + 2, 5 − 4.
    const { points, refused } = decoded({
      count: 11,
      zero: 2,
      zeroThreshold: 0.001,
      positiveSpans: [
        [1, 2],
        [2, 1],
      ],
      positiveDeltas: [3, 2, -4],
    })
    expect(refused).toEqual([])
    expect(points).toHaveLength(1)
    expect(points[0]).toMatchObject({
      metric: 'took',
      labels: { job: 'cart' },
      at: NOW.getTime(),
      startAt: null,
      temporality: 'cumulative',
      value: null,
    })
    expect(points[0]?.distribution).toEqual({
      count: 11,
      buckets: [
        { upper: 0.001, count: 2 },
        { upper: 1, count: 0 },
        { upper: 2, count: 3 },
        { upper: 4, count: 5 },
        { upper: 16, count: 0 },
        { upper: 32, count: 1 },
      ],
    })
  })

  it('of floats has its counts as they are, and their sum within rounding', () => {
    const given = { countFloat: 0.30000000000000004, zeroFloat: 0, positiveSpans: [[0, 2]] as [number, number][], positiveCounts: [0.1, 0.2] }
    expect(bucketsOf(given)).toEqual([
      { upper: 0.5, count: 0 },
      { upper: 1, count: 0.1 },
      { upper: 2, count: 0.2 },
    ])
    expect(bucketsOf({ ...given, countFloat: 0.3 })).toHaveLength(3)
    expect(reasonsOf({ ...given, countFloat: 0.4 })).toEqual(['took: a histogram whose buckets do not add up to its count'])
  })

  it.each([
    [-4, 1, 2 ** 16],
    [-1, 1, 4],
    [3, 8, 2],
    [8, -256, 0.5],
    [8, 1, 2 ** (1 / 256)],
  ])('of schema %i has its bucket %i end at %d', (schema, index, upper) => {
    const buckets = bucketsOf({ schema, count: 1, positiveSpans: [[index, 1]], positiveDeltas: [1] })
    expect(buckets?.at(-1)?.upper).toBeCloseTo(upper, 12)
    expect(buckets?.at(0)?.upper).toBeCloseTo(2 ** ((index - 1) * 2 ** -schema), 12)
  })

  it('may hold values below zero', () => {
    expect(bucketsOf({ count: 5, negativeSpans: [[1, 2]], negativeDeltas: [1, 1], positiveSpans: [[0, 1]], positiveDeltas: [2] })).toEqual([
      { upper: -2, count: 2 },
      { upper: -1, count: 1 },
      { upper: 0.5, count: 0 },
      { upper: 1, count: 2 },
    ])
  })

  it('that was reset says so, and one that ends or is a level gives no point', () => {
    const given: Given = { count: 1, positiveSpans: [[0, 1]], positiveDeltas: [1] }
    expect(decoded({ ...given, resetHint: 1 }).points[0]?.startAt).toBe(NOW.getTime() - 1)
    expect(decoded({ ...given, resetHint: 2 }).points[0]?.startAt).toBeNull()
    expect(decoded({ ...given, sum: STALE })).toEqual({ points: [], refused: [] })
    expect(reasonsOf({ ...given, resetHint: 3 })).toEqual(['took: a gauge histogram, which does not count what happened'])
  })

  it('counts values that are no numbers above all bounds, where its sum is none either', () => {
    const given: Given = { count: 3, positiveSpans: [[0, 1]], positiveDeltas: [1] }
    expect(reasonsOf(given)).toEqual(['took: a histogram whose buckets do not add up to its count'])
    expect(bucketsOf({ ...given, sum: bitsOf(NaN) })?.at(-1)).toEqual({ upper: Infinity, count: 2 })
  })

  it('that is broken is refused with the reason, and no other', () => {
    const good: Given = { count: 1, positiveSpans: [[0, 1]], positiveDeltas: [1] }
    const bad: [Given, string][] = [
      [{ ...good, schema: -5 }, 'took: a native histogram of schema -5; -4 to 8 are read'],
      [{ ...good, schema: 9 }, 'took: a native histogram of schema 9; -4 to 8 are read'],
      [{ ...good, schema: -53 }, 'took: a native histogram of schema -53; -4 to 8 are read'],
      [{ ...good, positiveSpans: [[0, 2]] }, 'took: spans of buckets that do not fit their counts'],
      [{ ...good, positiveSpans: [[0, 4_000_000_000]] }, 'took: spans of buckets that do not fit their counts'],
      [{ ...good, positiveSpans: [] }, 'took: spans of buckets that do not fit their counts'],
      [{ ...good, zeroThreshold: -1 }, 'took: a negative or broken threshold of zero'],
      [{ ...good, count: 0, positiveSpans: [[0, 2]], positiveDeltas: [1, -2] }, 'took: a negative or broken count'],
      [{ countFloat: NaN, positiveSpans: [[0, 1]], positiveCounts: [NaN] }, 'took: a negative or broken count'],
      [
        {
          ...good,
          count: 2,
          positiveSpans: [
            [3, 1],
            [-2, 1],
          ],
          positiveDeltas: [1, 0],
        },
        'took: histogram bounds that do not rise',
      ],
    ]
    for (const [given, reason] of bad) expect(reasonsOf(given), reason).toEqual([reason])
    expect(decoded(...bad.map(([given]) => given), good).points).toHaveLength(1)
  })
})
