import type { AnalyticsStore } from '../store/analytics/analytics-store.js'

/** One minute of an indicator; of a gauge its value. */
export type MinuteRow = {
  service?: string
  sli?: string
  environment?: string
  region?: string
  minute: string
  good?: number
  total?: number
  value?: number
  /** When it was made, epoch milliseconds. */
  version?: number
}

export async function storeMinutes(analytics: AnalyticsStore, rows: readonly MinuteRow[]): Promise<void> {
  await analytics.insert(
    'sli_minutes',
    rows.map(
      ({ service = 'cart', sli = 'availability', environment = 'production', region = '', minute, good = 0, total = 0, value, version = 1 }) => ({
        service,
        sli,
        environment,
        minute,
        region,
        cohort: '',
        version_name: '',
        good: String(good * 1e6),
        total: String(total * 1e6),
        value_sum: String((value ?? 0) * 1e6),
        value_count: value === undefined ? 0 : 1,
        value_min: '0',
        value_max: '0',
        cost: '0',
        bucket_index: [],
        bucket_count: [],
        samples: 1,
        version,
      }),
    ),
  )
}

/** What became of an indicator of a deployment; `part` names a region. */
export type EffectRow = {
  service?: string
  anchor?: Date

  id: string
  sli?: string
  change: number | null
  regressed?: boolean
  settled?: boolean
  part?: string
  totals?: [number, number]
  p95?: [number, number]
  unit?: string
}

const quantiles = (p95: number) => [p95 / 2, p95, p95 * 2].map((one) => Math.round(one * 1e6))

export async function storeEffects(analytics: AnalyticsStore, rows: readonly EffectRow[]): Promise<void> {
  for (const {
    id,
    service = 'cart',
    anchor = new Date('2026-11-03T10:00:00Z'),
    sli = 'availability',
    change,
    regressed = false,
    settled = true,
    part = '',
    totals: [before, after] = [100, 100],
    p95,
    unit = 's',
  } of rows) {
    await analytics.command(
      `INSERT INTO release_effects (service, anchor, environment, deployment, sli, part_kind, part, total_before, total_after, good_before, good_after, change, settled, regressed, unit, quantiles_before, quantiles_after, version)
       VALUES ({service:String}, {anchor:DateTime64(3)}, 'production', {id:String}, {sli:String}, {kind:String}, {part:String}, {before:Int64}, {after:Int64}, {before:Int64}, {after:Int64}, {change:Nullable(Int64)}, {settled:Bool}, {regressed:Bool}, {unit:String}, {q0:Array(Int64)}, {q1:Array(Int64)}, 1)`,
      {
        id,
        service,
        anchor,
        sli,
        part,
        kind: part === '' ? 'all' : 'region',
        before: before * 1e6,
        after: after * 1e6,
        change: change === null ? null : Math.round(change * 1e9),
        settled,
        regressed,
        unit,
        q0: p95 ? quantiles(p95[0]) : [],
        q1: p95 ? quantiles(p95[1]) : [],
      },
    )
  }
}
