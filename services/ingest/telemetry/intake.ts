import type { AnalyticsStore } from '../../store/analytics/analytics-store.js'
import type { Indicator } from '../../slo/slo.js'
import { createGroupCommit } from '../group-commit.js'
import { compileIndicators, type Matching, type Sample } from './match.js'
import type { Refusal, TelemetryPoint } from './point.js'
import { createSeriesLimit } from './series-limit.js'
import { createSeriesList } from './series-list.js'

export type TelemetryIntake = {
  /** Resolves with what was refused, once the other readings are stored; rejects where the store is away, so that the sender tries again. */
  take(points: readonly TelemetryPoint[], source: string): Promise<Refusal[]>
  /** Since the start of this process, by source. */
  sources(): SourceTraffic[]
}

export type SourceTraffic = { source: string; points: number; stored: number; refused: number; lastRefusal: string; series: number; lastAt: Date }

export type TelemetryOptions = {
  analytics: AnalyticsStore
  indicators: () => Promise<readonly Indicator[]>
  now: () => Date
  /** Most series of one source in an hour that indicators ask for. */
  seriesLimit: number
}

const ROWS_AN_INSERT = 50_000
const WAIT_MS = 5

/** Takes points in, keeps what the indicators ask for, and stores what comes at about the same time as one block. */
export function createTelemetryIntake({ analytics, indicators, now, seriesLimit }: TelemetryOptions): TelemetryIntake {
  const traffic = new Map<string, SourceTraffic>()
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
  })

  async function matching(): Promise<Matching> {
    const known = await indicators()
    if (compiled?.from !== known) compiled = { from: known, matching: compileIndicators(known) }
    return compiled.matching
  }

  function note(source: string, points: number, stored: number, refused: readonly Refusal[]): void {
    const before = traffic.get(source) ?? { source, points: 0, stored: 0, refused: 0, lastRefusal: '', series: 0, lastAt: now() }
    const count = refused.reduce((sum, refusal) => sum + refusal.count, 0)
    const lastRefusal = refused[0]?.reason ?? before.lastRefusal
    traffic.set(source, {
      source,
      points: before.points + points,
      stored: before.stored + stored,
      refused: before.refused + count,
      lastRefusal,
      series: limit.count(source),
      lastAt: now(),
    })
  }

  /** What the indicators ask for and there is room for, and the points it is of. */
  async function kept(points: readonly TelemetryPoint[], source: string) {
    const match = await matching()
    const samples: Sample[] = []
    const asked: TelemetryPoint[] = []
    const unasked: TelemetryPoint[] = []
    let over = 0
    for (const point of points) {
      const found = match(point, source)
      if (found.length === 0) unasked.push(point)
      else if (!limit.admits(point.series, source)) over += 1
      else {
        asked.push(point)
        for (const sample of found) samples.push(sample)
      }
    }
    return { samples, asked, unasked, over }
  }

  return {
    async take(points, source) {
      const { samples, over, ...series } = await kept(points, source)
      const refused = over === 0 ? [] : [{ reason: `the source ${source} sends more than ${seriesLimit} series in an hour`, count: over }]
      if (samples.length > 0) await store(samples)
      await list.note(series, source)
      note(source, points.length, samples.length, refused)
      return refused
    },
    sources: () => [...traffic.values()],
  }
}
