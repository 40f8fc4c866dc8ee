import { blindSpots } from '../slo/blind-spots.js'
import { keptName } from '../store/analytics/service-names.js'
import { IN_SCOPE, instantOf, scopeParams, type Finding, type FindingRule, type FindingScope } from './finding.js'

type Rollout = {
  service: string
  environment: string
  id: string
  release_id: string
  version_name: string
  served: string | null
  anchor: string
  slis_expected: string[]
  seen: string[]
  seen_ever: string[]
  depends_on: string[]
}

export const blindSpot: FindingRule = {
  kind: 'blind_spot',
  code: 'F6',
  title: 'Observability blind spot',
  description:
    'The version that runs in production did not send an indicator within half an hour that its service declares or has an objective for; or a service, or one that it depends on, has no indicator at all.',
  find: findBlindSpots,
}

/** The version that runs in each place, what it was to send and what it sent. */
const RUNNING = `SELECT service, environment, id, release_id, version_name, served, anchor, slis_expected, depends_on,
    arrayDistinct(arrayConcat(ifNull(told.seen, []), ifNull(recent.now_seen, []))) AS seen, ifNull(ever.seen_ever, []) AS seen_ever
  FROM (
    SELECT service, environment, id, release_id, version_name, coalesce(full_traffic_at, finished_at) AS served, anchor, slis_expected FROM deployments FINAL
    WHERE production AND outcome = 'succeeded' AND anchor >= {from:DateTime64(3)} AND anchor < {to:DateTime64(3)} AND ${IN_SCOPE}
    ORDER BY anchor DESC, id LIMIT 1 BY service, environment
  ) AS running
  LEFT JOIN (
    SELECT service, environment, deployment AS id, groupUniqArray(toString(sli)) AS seen FROM release_effects FINAL
    WHERE total_after > 0 OR value_after IS NOT NULL OR notEmpty(quantiles_after) GROUP BY service, environment, id
  ) AS told USING (service, environment, id)
  LEFT JOIN (SELECT ${keptName('told_as')} AS service, environment, version_name, groupUniqArray(toString(sli)) AS now_seen FROM (SELECT DISTINCT service AS told_as, environment, version_name, sli FROM sli_minutes WHERE minute >= {now:DateTime64(3)} - INTERVAL 1 DAY AND version_name != '') GROUP BY service, environment, version_name) AS recent
    USING (service, environment, version_name)
  LEFT JOIN (SELECT ${keptName('told_as')} AS service, groupUniqArray(toString(sli)) AS seen_ever FROM (SELECT DISTINCT service AS told_as, sli FROM sli_minutes) GROUP BY service) AS ever USING (service)
  LEFT JOIN (SELECT service, depends_on FROM services FINAL) AS declared USING (service)
  ORDER BY service, environment`

async function findBlindSpots(scope: FindingScope): Promise<Finding[]> {
  const rollouts = await scope.analytics.query<Rollout>(RUNNING, scopeParams(scope))
  const known = await watchedServices(scope)
  const isWatched = (service: string) => known.has(service) || (scope.objectives.get(service) ?? []).length > 0
  return rollouts.flatMap((rollout) => [
    ...unsent(rollout, scope),
    ...(isWatched(rollout.service) || rollout.slis_expected.length > 0 ? [] : [unwatched(rollout)]),
    ...rollout.depends_on.filter((service) => !isWatched(service)).map((service) => unwatchedDependency(rollout, service)),
  ])
}

/** Services that have telemetry of an indicator, or declare one. */
async function watchedServices({ analytics }: FindingScope): Promise<Set<string>> {
  const rows = await analytics.query<{ service: string }>(
    `SELECT DISTINCT ${keptName('told_as')} AS service FROM (SELECT DISTINCT service AS told_as FROM sli_minutes)
     UNION DISTINCT SELECT service FROM services FINAL WHERE notEmpty(slis)`,
  )
  return new Set(rows.map(({ service }) => service))
}

function unsent(rollout: Rollout, { objectives, now }: FindingScope): Finding[] {
  const expected = [...rollout.slis_expected, ...(objectives.get(rollout.service) ?? [])]
  const missing = blindSpots({ servedAt: instantOf(rollout.served)?.getTime() ?? null, expected, seen: rollout.seen }, now)
  if (missing.length === 0) return []
  const name = rollout.version_name || rollout.id
  const before = missing.filter((indicator) => rollout.seen_ever.includes(indicator))
  return [
    findingFor(rollout, {
      id: `blind_spot/${rollout.service}/${rollout.environment}/${rollout.id}`,
      title: `${rollout.service} ${name} does not send ${missing.join(', ')}`,
      detail:
        before.length > 0
          ? `Earlier versions sent ${before.join(', ')}, so a fault in it would not be seen.`
          : 'It was never sent by any version: the declaration, or the rule that finds it in the telemetry, may be wrong.',
      nextStep: 'Try the indicator under Objectives: it shows what the service sends. Mend its metrics or its declaration.',
      evidence: [
        { label: 'Expected', value: [...new Set(expected)].sort().join(', '), at: null },
        { label: 'Seen of this version', value: rollout.seen.join(', ') || 'nothing', at: null },
        { label: 'Served all traffic', value: name, at: instantOf(rollout.served) },
      ],
    }),
  ]
}

function unwatched(rollout: Rollout): Finding {
  return findingFor(rollout, {
    id: `blind_spot/${rollout.service}/no indicator`,
    title: `${rollout.service} has no indicator`,
    detail: 'It is deployed to production, and nothing tells whether it works: it declares no SLI, has no objective and sends no telemetry.',
    nextStep: 'Send its metrics, and declare under Objectives what of them says that it works.',
    evidence: [{ label: 'Latest deployment', value: rollout.id, at: new Date(rollout.anchor) }],
  })
}

function unwatchedDependency(rollout: Rollout, dependency: string): Finding {
  return findingFor(rollout, {
    id: `blind_spot/${rollout.service}/depends on ${dependency}`,
    title: `${rollout.service} depends on ${dependency}, which has no indicator`,
    detail: `When ${dependency} fails, only ${rollout.service} will show it.`,
    nextStep: `Declare an indicator of ${dependency}, or of the calls to it.`,
    evidence: [{ label: 'Depends on', value: rollout.depends_on.join(', '), at: null }],
  })
}

type Said = Pick<Finding, 'id' | 'title' | 'detail' | 'nextStep' | 'evidence'>

function findingFor({ service, environment, release_id, id: deployment, anchor }: Rollout, said: Said): Finding {
  return { kind: 'blind_spot', since: new Date(anchor), service, environment, release: release_id, deployment, ...said }
}
