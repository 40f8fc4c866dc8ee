import type { DeployedChangeFact, DeploymentFact } from '../domain/facts.js'
import { bringsUnknown } from '../domain/deployed-changes.js'
import type { Stage } from '../domain/lead-time.js'
import type { FactRow } from './fact-rows.js'

/** The states in which a change is not counted, each a column of the same name. */
const LEFT_OUT = ['no_baseline', 'merge_commit', 'clock_skew', 'no_commit_time', 'path_filtered', 'ignored_author', 'already_in_production'] as const

/** What the changes of one rollout come to together; null where it brought none and none is missing. */
export function changeSetRow(changes: readonly DeployedChangeFact[], deployment: DeploymentFact): FactRow | null {
  const unknown = bringsUnknown(
    deployment,
    changes.map(({ state }) => state),
  )
  const unknownHere = bringsUnknown(
    deployment,
    changes.map(({ environmentState }) => environmentState),
  )
  if (changes.length === 0 && !unknown) return null
  const counted = changes.filter(({ state }) => state === 'counted')
  const withStage = (name: Stage) => counted.filter(({ knownStages }) => knownStages.includes(name))
  const stage = (name: Stage) => withStage(name).reduce((sum, { stages }) => sum + stages[name], 0)
  const row: FactRow = {
    environment: deployment.environment,
    deployment: deployment.id,
    production: deployment.production,
    regions: deployment.regions,
    trigger: deployment.trigger,
    kind: deployment.kind,
    risk: deployment.risk,
    lead_times: counted.map(({ leadTimeMs }) => leadTimeMs).sort((a, b) => a - b),
    coding_ms: stage('coding'),
    review_ms: stage('review'),
    merge_wait_ms: stage('mergeWait'),
    build_ms: stage('build'),
    approval_wait_ms: stage('approvalWait'),
    deploy_wait_ms: stage('deployWait'),
    rollout_ms: stage('rollout'),
    coding_known: withStage('coding').length,
    review_known: withStage('review').length,
    merge_wait_known: withStage('mergeWait').length,
    build_known: withStage('build').length,
    approval_wait_known: withStage('approvalWait').length,
    deploy_wait_known: withStage('deployWait').length,
    rollout_known: withStage('rollout').length,
    unknown_changes: Number(unknown),
    unknown_in_environment: Number(unknownHere),
  }
  for (const reason of LEFT_OUT) row[reason] = changes.filter(({ state }) => state === reason).length
  return row
}
