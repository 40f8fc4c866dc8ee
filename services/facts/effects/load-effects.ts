import { instantOf } from '../../domain/instant.js'
import { effectsByRollout, type SliEffects } from '../../domain/sli-effect.js'
import type { AnalyticsStore } from '../../store/analytics/analytics-store.js'
import { inChunks } from '../in-chunks.js'

type Row = {
  service: string
  environment: string
  deployment: string
  sli: string
  first: string
  last: string
  is_regressed: number
  target_count: string
  met_count: string
  is_judged: number
}

/** What telemetry says of the rollouts of services, of those whose minutes are over. */
export async function loadEffects(analytics: AnalyticsStore, services: readonly string[]): Promise<SliEffects> {
  const rows = await inChunks(services, (chunk) =>
    analytics.query<Row>(
      `SELECT service, environment, deployment, sli, min(after_from) AS first, max(after_to) AS last, max(regressed) AS is_regressed,
         sumIf(length(targets), part_kind = 'all') AS target_count, sumIf(targets_met, part_kind = 'all') AS met_count,
         max(part_kind = 'all' AND p_value IS NOT NULL) AS is_judged
       FROM release_effects FINAL
       WHERE service IN {services:Array(String)} AND settled AND (total_after > 0 OR value_after IS NOT NULL OR notEmpty(quantiles_after))
       GROUP BY service, environment, deployment, sli ORDER BY service, environment, deployment, sli`,
      { services: chunk },
    ),
  )
  return effectsByRollout(
    rows.map((row) => {
      const regressed = Boolean(row.is_regressed)
      return {
        service: row.service,
        environment: row.environment,
        deployment: row.deployment,
        sli: row.sli,
        afterFrom: instantOf(row.first) ?? 0,
        afterTo: instantOf(row.last) ?? 0,
        regressed,
        passed: Number(row.target_count) > 0 ? row.target_count === row.met_count : row.is_judged ? !regressed : null,
      }
    }),
  )
}

/** Whether there is telemetry of any rollout at all. */
export async function anyEffects(analytics: AnalyticsStore): Promise<boolean> {
  return (await analytics.query('SELECT 1 FROM release_effects LIMIT 1')).length > 0
}
