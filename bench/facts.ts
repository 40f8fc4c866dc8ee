import type { AnalyticsStore } from '@windsock/services/store/analytics/analytics-store.js'

export type History = { deployments: number; from: Date; to: Date; firstId: number }

const SERVICES = 400
const TEAMS = 20

/**
 * Fills the fact tables straight in the engine with a made-up history: six changes a deployment, one incident in ten of
 * them, spread evenly over time. What is drawn depends on the row's number alone.
 */
export async function fillFacts(analytics: AnalyticsStore, history: History): Promise<void> {
  const { deployments, from, to, firstId } = history
  const params = { n: deployments, first: firstId, from: from.getTime(), span: to.getTime() - from.getTime() }
  const settings = { max_partitions_per_insert_block: '0', max_insert_threads: '2' } as const
  const h = (salt: number) => `cityHash64(number, ${salt})`
  const common = (id: string) =>
    `concat('service-', toString(cityHash64(${id}, 1) % ${SERVICES})) AS service, concat('team-', toString(cityHash64(${id}, 1) % ${SERVICES} % ${TEAMS})) AS team`
  const at = (id: string) =>
    `fromUnixTimestamp64Milli(toInt64({from:Int64} + intDiv({span:Int64} * toInt128(${id} - {first:UInt64}), {n:UInt64})), 'UTC')`
  await analytics.command(
    `INSERT INTO deployments (service, team, anchor, id, environment, production, tier, release_id, version_name, outcome, kind, trigger, started_at, finished_at, received_at, change_count, failed, failed_without_incidents, version)
     SELECT ${common('number')}, ${at('number')} AS anchor, concat('d', toString(number)), 'production', true, '1', concat(service, '@', toString(number)), toString(number),
       multiIf(${h(2)} % 100 < 4, 'failed', ${h(2)} % 100 < 6, 'rolled_back', 'succeeded'), multiIf(${h(3)} % 100 < 4, 'rollback', ${h(3)} % 100 < 8, 'hotfix', 'change'),
       if(${h(4)} % 3 = 0, 'human', 'automatic'), anchor, anchor, anchor, 6, ${h(2)} % 100 < 9, ${h(2)} % 100 < 8, 1
     FROM numbers({first:UInt64}, {n:UInt64})`,
    params,
    settings,
  )
  await analytics.command(
    `INSERT INTO deployed_changes (service, team, anchor, deployment, repository, sha, environment, production, tier, trigger, kind, release_id, committed_at, state, lead_time_ms, cluster_size, leads_cluster, rollout_ms, version)
     SELECT ${common('d')}, ${at('d')} AS anchor, concat('d', toString(d)), service, hex(${h(5)}), 'production', true, '1', 'automatic', 'change', concat(service, '@', toString(d)),
       anchor, if(${h(6)} % 20 = 0, 'merge_commit', 'counted'), toInt64(exp(8 + 8 * (${h(7)} % 10000) / 10000) * 1000), 6, number % 6 = 0, 60000, 1
     FROM (SELECT number, intDiv(number, 6) AS d FROM numbers({first:UInt64} * 6, {n:UInt64} * 6))`,
    params,
    settings,
  )
  // As the projector would have written them from the rows above.
  await analytics.command(
    `INSERT INTO change_sets (service, team, anchor, environment, deployment, production, tier, trigger, kind, lead_times, rollout_ms, merge_commit, version)
     SELECT service, team, anchor, environment, deployment, any(production), any(tier), any(trigger), any(kind),
       arraySort(groupArrayIf(lead_time_ms, state = 'counted')), sumIf(rollout_ms, state = 'counted'), countIf(state = 'merge_commit'), 1
     FROM deployed_changes WHERE anchor >= {since:DateTime64(3, 'UTC')} AND anchor < {until:DateTime64(3, 'UTC')}
     GROUP BY service, team, anchor, environment, deployment`,
    { since: from, until: to },
    settings,
  )
  await analytics.command(
    `INSERT INTO incidents (service, team, id, services, production, severity, status, detected_at, mitigated_at, mitigated_by, anchor, attribution_method, attribution_confidence, attributed_deployments, attributed_service, attributed_team, version)
     SELECT ${common('d')}, concat('i', toString(number)), [service], true, 'sev2', 'resolved', ${at('d')} AS anchor, anchor + toIntervalSecond(${h(8)} % 7200), 'mitigated', anchor,
       if(${h(9)} % 3 = 0, 'unrelated', 'recent'), 0.55, [concat('d', toString(d))], service, team, 1
     FROM (SELECT number, number * 10 AS d FROM numbers(intDiv({first:UInt64}, 10), intDiv({n:UInt64}, 10)))`,
    params,
    settings,
  )
}

/** The first event of every service, without which counts are unknown. */
export async function fillServices(analytics: AnalyticsStore, from: Date): Promise<void> {
  await analytics.command(
    `INSERT INTO services (service, team, first_event_at, version) SELECT concat('service-', toString(number)), concat('team-', toString(number % ${TEAMS})), fromUnixTimestamp64Milli({from:Int64}, 'UTC'), 1 FROM numbers(${SERVICES})`,
    { from: from.getTime() },
  )
}
