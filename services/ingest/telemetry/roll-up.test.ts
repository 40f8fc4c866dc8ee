import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestStores, type TestStores } from '../../test/stores.js'
import { millionths, type Sample } from './match.js'
import { changedPlaces, rollUp } from './roll-up.js'

let stores: TestStores

beforeAll(async () => {
  stores = await openTestStores()
})

afterAll(async () => {
  await stores?.close()
})

beforeEach(async () => {
  for (const table of ['sli_samples', 'sli_minutes']) await stores.analytics.command(`TRUNCATE TABLE ${table}`)
})

const DAY = '2026-11-02T'

function reading(time: string, counts: { counter?: number; good?: number; total?: number; value?: number }, more: Partial<Sample> = {}): Sample {
  const { counter = counts.total ?? 0, good = 0, total = 0, value = 0 } = counts
  return {
    service: 'cart',
    sli: 'availability',
    environment: 'production',
    region: '',
    cohort: '',
    version_name: '',
    source: 'collector',
    series: '1',
    temporality: 'cumulative',
    at: new Date(`${DAY}${time}Z`).toISOString(),
    start_at: new Date(0).toISOString(),
    counter: millionths(counter),
    good: millionths(good),
    total: millionths(total),
    value: millionths(value),
    cost: '0',
    bucket_index: [],
    bucket_count: [],
    histogram: '0',
    bound: 0,
    rank: millionths(counter || value),
    ...more,
  }
}

type Minute = { minute: string; good: number; total: number; value_sum: number; value_count: number; buckets: [number[], number[]] }

/** Stored in these batches, rolled up after each as a worker would. */
async function minutesAfter(...batches: Sample[][]): Promise<Minute[]> {
  for (const batch of batches) {
    await stores.analytics.insert('sli_samples', batch)
    await rollUp(stores.analytics, await changedPlaces(stores.analytics, new Date(0)), new Date())
  }
  return await stores.analytics.query<Minute>(
    `SELECT formatDateTime(minute, '%H:%i') AS minute, toFloat64(good) / 1e6 AS good, toFloat64(total) / 1e6 AS total, toFloat64(value_sum) / 1e6 AS value_sum,
       toUInt32(value_count) AS value_count, (bucket_index, CAST(bucket_count, 'Array(UInt32)')) AS buckets
     FROM sli_minutes FINAL ORDER BY service, sli, environment, minute, region, cohort, version_name`,
  )
}

const totals = (minutes: Minute[]) => minutes.map(({ minute, good, total }) => [minute, good, total])

describe('minutes', () => {
  it('hold what a running total grew by, and begin again where it fell', async () => {
    const minutes = await minutesAfter([
      reading('10:00:30', { good: 90, total: 100 }),
      reading('10:01:00', { good: 110, total: 130 }),
      reading('10:01:30', { good: 150, total: 170 }),
      reading('10:02:30', { good: 5, total: 6 }),
      reading('10:03:00', { good: 15, total: 16 }),
    ])
    // The first reading is of an unknown past. 10:01:00 ends the minute of 10:00.
    expect(totals(minutes)).toEqual([
      ['10:00', 20, 30],
      ['10:01', 40, 40],
      ['10:02', 5 + 10, 6 + 10],
    ])
  })

  it('are the same when readings come late, twice and one by one', async () => {
    const story = [
      reading('10:00:30', { good: 90, total: 100 }),
      reading('10:01:30', { good: 150, total: 170 }),
      reading('10:02:30', { good: 5, total: 6 }),
      reading('10:14:00', { good: 25, total: 36 }),
    ]
    const inOrder = await minutesAfter(story)
    for (const table of ['sli_samples', 'sli_minutes']) await stores.analytics.command(`TRUNCATE TABLE ${table}`)
    const [first, second, third, fourth] = story as [Sample, Sample, Sample, Sample]
    const late = await minutesAfter([fourth, second], [third], [first], [second, third], story)
    expect(totals(late)).toEqual(totals(inOrder))
    expect(totals(inOrder)).toEqual([
      ['10:00', 0, 0],
      ['10:01', 60, 70],
      ['10:02', 5, 6],
      ['10:13', 20, 30],
    ])
  })

  it('count a total from its start where the sender says when that was', async () => {
    const start_at = new Date(`${DAY}10:00:10Z`).toISOString()
    const longAgo = new Date(`${DAY}01:00:00Z`).toISOString()
    const restarted = new Date(`${DAY}10:01:40Z`).toISOString()
    const minutes = await minutesAfter([
      reading('10:00:30', { good: 8, total: 9 }, { start_at }),
      reading('10:01:30', { good: 10, total: 12 }, { start_at }),
      // More than before, and yet from zero.
      reading('10:02:30', { good: 30, total: 40 }, { start_at: restarted }),
      reading('10:00:30', { good: 500, total: 600 }, { start_at: longAgo, series: '2' }),
    ])
    expect(totals(minutes)).toEqual([
      ['10:00', 8, 9],
      ['10:01', 2, 3],
      ['10:02', 30, 40],
    ])
  })

  it('count a series from zero that appears among others, as errors do with their first', async () => {
    const minutes = await minutesAfter([
      reading('10:00:30', { good: 90, total: 90 }),
      reading('10:02:30', { good: 100, total: 100 }),
      reading('10:02:30', { good: 0, total: 3 }, { series: '2' }),
      reading('10:02:30', { good: 0, total: 7 }, { series: '3', source: 'another' }),
    ])
    expect(totals(minutes)).toEqual([
      ['10:00', 0, 0],
      ['10:02', 10, 13],
    ])
  })

  it('take a total anew that was silent for longer than a quarter of an hour', async () => {
    const minutes = await minutesAfter([reading('10:00:30', { good: 90, total: 90 }), reading('10:15:31', { good: 190, total: 190 })])
    expect(totals(minutes)).toEqual([
      ['10:00', 0, 0],
      ['10:15', 0, 0],
    ])
  })

  it('add up deltas, values and histograms, each place for itself', async () => {
    const temporality = 'delta'
    const minutes = await minutesAfter([
      reading('10:00:30', { good: 9, total: 10 }, { temporality, bucket_index: [-8, 0], bucket_count: ['6', '4'] }),
      reading('10:00:50', { good: 4, total: 5 }, { temporality, bucket_index: [0, 8], bucket_count: ['4', '1'] }),
      reading('10:00:50', { good: 1, total: 2 }, { temporality, version_name: '2.0', series: '2' }),
      reading('10:00:10', { value: 1.5 }, { temporality: 'gauge', sli: 'queue' }),
      reading('10:00:40', { value: -0.25 }, { temporality: 'gauge', sli: 'queue' }),
    ])
    expect(minutes).toEqual([
      {
        minute: '10:00',
        good: 13,
        total: 15,
        value_sum: 0,
        value_count: 0,
        buckets: [
          [-8, 0, 8],
          [6, 8, 1],
        ],
      },
      { minute: '10:00', good: 1, total: 2, value_sum: 0, value_count: 0, buckets: [[], []] },
      { minute: '10:00', good: 0, total: 0, value_sum: 1.25, value_count: 2, buckets: [[], []] },
    ])
  })

  it('hold what cumulative histograms grew by', async () => {
    const histogram = (bucket_count: string[]) => ({ bucket_index: [0, 8], bucket_count })
    const minutes = await minutesAfter([
      reading('10:00:30', { good: 1, total: 3 }, histogram(['1', '2'])),
      reading('10:01:30', { good: 4, total: 10 }, histogram(['4', '6'])),
    ])
    expect(minutes.map(({ buckets }) => buckets)).toEqual([
      [[], []],
      [
        [0, 8],
        [3, 4],
      ],
    ])
  })

  it('leave out what cumulative histograms grew by while their buckets changed', async () => {
    const minutes = await minutesAfter([
      reading('10:00:30', { good: 1, total: 10 }, { bucket_index: [0, 8], bucket_count: ['4', '6'] }),
      reading('10:01:30', { good: 4, total: 12 }, { bucket_index: [4, 8], bucket_count: ['5', '7'] }),
      reading('10:02:30', { good: 5, total: 15 }, { bucket_index: [4, 8], bucket_count: ['6', '9'] }),
    ])
    expect(minutes.map(({ total, buckets }) => [total, buckets])).toEqual([
      [0, [[], []]],
      [2, [[], []]],
      [
        3,
        [
          [4, 8],
          [1, 2],
        ],
      ],
    ])
  })
})
