import type { AnalyticsStore } from '../../store/analytics/analytics-store.js'
import type { Indicator } from '../../slo/slo.js'
import { createGroupCommit } from '../group-commit.js'
import { compileIndicators, type Matching, type Sample } from './match.js'
import { exampleOf, type Decoded, type Refusal, type TelemetryPoint } from './point.js'
import { createSeriesLimit } from './series-limit.js'
import { createSeriesList } from './series-list.js'
import { createTraffic, type SourceTraffic } from './traffic.js'

export type TelemetryIntake = {
  /** Resolves with all that was refused, once the other readings are stored; rejects where the store is away, so that the sender tries again. */
  take(decoded: Decoded, source: string): Promise<Refusal[]>
  /** Counts a body of which nothing could be taken. */
  refuse(reason: string, source: string): void
  sources(): SourceTraffic[]
}

export type TelemetryOptions = {
  analytics: AnalyticsStore
  indicators: () => Promise<readonly Indicator[]>
  now: () => Date
  /** Most series of one source in an hour that indicators ask for. */
  seriesLimit: number
}

const ROWS_AN_INSERT = 12_000
const WAIT_MS = 5

/** Takes points in, keeps what the indicators ask for, and stores what comes at about the same time as one block. */
export function createTelemetryIntake({ analytics, indicators, now, seriesLimit }: TelemetryOptions): TelemetryIntake {
  const traffic = createTraffic({ now })
  const limit = createSeriesLimit({ most: seriesLimit, now })
  const list = createSeriesList({ analytics, now })
  let compiled: { from: readonly Indicator[]; matching: Matching } | null = null
  const store = createGroupCommit<readonly Sample[], void>({
    commit: async (groups) => {
      await analytics.insert('sli_samples', groups.flat())
      return groups.map(() => undefined)
    },
    weight: (samples) => samples.length,
    maxItems: 10_000,
    maxWeight: ROWS_AN_INSERT,
    waitMs: WAIT_MS,
    atOnce: 2,
  })

  async function matching(): Promise<Matching> {
    const known = await indicators()
    if (compiled?.from !== known) compiled = { from: known, matching: compileIndicators(known) }
    return compiled.matching
  }

  /** What the indicators ask for and there is room for, and the points it is of. */
  async function kept(points: readonly TelemetryPoint[], source: string) {
    const match = await matching()
    const samples: Sample[] = []
    const asked: TelemetryPoint[] = []
    const unasked: TelemetryPoint[] = []
    const over: TelemetryPoint[] = []
    for (const point of points) {
      const found = match(point, source)
      if (found.length === 0) unasked.push(point)
      else if (!limit.admits(point.series, source)) over.push(point)
      else {
        asked.push(point)
        for (const sample of found) samples.push(sample)
      }
    }
    return { samples, asked, unasked, over }
  }

  function overTheLimit([point, ...others]: readonly TelemetryPoint[], source: string): Refusal[] {
    if (!point) return []
    return [{ reason: `the source ${source} sends more than ${seriesLimit} series in an hour`, count: 1 + others.length, example: exampleOf(point) }]
  }

  return {
    async take({ points, refused: before }, source) {
      const { samples, over, ...series } = await kept(points, source)
      const refused = [...before, ...overTheLimit(over, source)]
      if (samples.length > 0) await store(samples)
      await list.note(series, source)
      traffic.note(source, {
        points: points.length + before.reduce((sum, { count }) => sum + count, 0),
        stored: samples.length,
        series: limit.count(source),
        lastReadingAt: series.asked.reduce((last, { at }) => Math.max(last, at), 0),
        refused,
      })
      return refused
    },
    refuse(reason, source) {
      const refused = [{ reason, count: 1, example: '' }]
      traffic.note(source, { points: 1, stored: 0, series: limit.count(source), lastReadingAt: 0, refused })
    },
    sources: () => traffic.list(),
  }
}
