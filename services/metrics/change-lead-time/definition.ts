import type { MeasureDefinition } from '../measure.js'

export const definition: MeasureDefinition = {
  key: 'change_lead_time',
  title: 'Change lead time',
  unit: 'SECONDS',
  direction: 'LOWER_IS_BETTER',
  version: 1,
  summary: 'How long a commit takes until it serves all traffic in production.',
  formula:
    'The median, over changes, of the time at which the rollout served all traffic (else ended) minus the commit time. Quantiles are of type 7.',
  population: 'The commits that a successful change or hotfix brought to production, each at the rollout that took it first.',
  anchor: 'When the rollout served all traffic (fullTrafficAt), else its end.',
  interval:
    'Order statistics of the median, 95 %, with the commits of one rollout held to be fully dependent: the sample counts as n² / Σm², m being the changes of each rollout.',
  exclusions: [
    { reason: 'no_baseline', description: 'The first deployment of the service here, which declared no changes: what it brought cannot be told.' },
    { reason: 'merge_commit', description: 'A merge brings no work of its own.' },
    { reason: 'clock_skew', description: 'Committed after it was deployed: a clock is wrong.' },
    { reason: 'no_commit_time', description: 'No event told when it was committed.' },
    { reason: 'path_filtered', description: 'It touches none of the paths of the service.' },
    { reason: 'already_in_production', description: 'Another rollout had taken it to production before.' },
  ],
  options: [
    { name: 'leadTimeClock', description: 'From when the clock runs: committed or authored.' },
    { name: 'firstDeployment', description: 'Whether changes without a baseline count: exclude or include.' },
  ],
  stats: [
    { name: 'p75', title: '75th percentile', unit: 'SECONDS' },
    { name: 'p90', title: '90th percentile', unit: 'SECONDS' },
    { name: 'p95', title: '95th percentile', unit: 'SECONDS' },
    { name: 'mean', title: 'Mean', unit: 'SECONDS' },
    { name: 'coding', title: 'Coding: commit to pull request', unit: 'SECONDS' },
    { name: 'review', title: 'Review: to approval', unit: 'SECONDS' },
    { name: 'mergeWait', title: 'Merge wait: to merge', unit: 'SECONDS' },
    { name: 'build', title: 'Build: to the artifact', unit: 'SECONDS' },
    { name: 'approvalWait', title: 'Approval wait: to the release approval', unit: 'SECONDS' },
    { name: 'deployWait', title: 'Deploy wait: to the start of the rollout', unit: 'SECONDS' },
    { name: 'rollout', title: 'Rollout: to all traffic', unit: 'SECONDS' },
    { name: 'deployments', title: 'Rollouts that brought them', unit: 'COUNT' },
  ],
  targets: [],
  evidenceColumns: [
    { name: 'commit', title: 'Commit' },
    { name: 'repository', title: 'Repository' },
    { name: 'committed', title: 'Committed' },
    { name: 'author', title: 'Author' },
    { name: 'deployment', title: 'Deployment' },
  ],
  maturesAfterMs: 0,
}
