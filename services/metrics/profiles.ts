import type { Choices } from './options.js'

/** A set of choices under one name, which reproduces how somebody else counts. */
export type Profile = {
  name: string
  title: string
  summary: string
  /** The documentation it follows, and of when. */
  follows: { title: string; url: string; dated: string } | null
  choices: ProfileChoices
}

/** Whose team history stays with and, unless the profile says otherwise, how long blame reaches, are the workspace's own. */
export type ProfileChoices = Omit<Choices, 'ownership' | 'attributionWindowHours'> & { attributionWindowHours?: number }

const choices: ProfileChoices = {
  leadTimeUnit: 'commit',
  leadTimeClock: 'committed',
  aggregate: 'default',
  firstDeployment: 'exclude',
  productionEnvironments: 'first',
  failureSignals: ['outcome', 'rollback', 'hotfix', 'incident'],
  failureDenominator: 'finished',
  attributionMatch: 'service',
  attributionMethods: ['declared', 'person', 'remediated', 'regression', 'recent'],
  rollbackBlames: 'replaced',
  recoveryClock: 'earliest',
  emptyPeriods: 'include',
  approvalClock: 'wall',
  provenanceState: 'verified',
  minConfidence: 0.5,
}

export const PROFILES: readonly Profile[] = [
  { name: 'default', title: 'Windsock', summary: 'The definitions of this product.', follows: null, choices },
  {
    name: 'devlake-2023',
    title: 'Apache DevLake',
    summary:
      'Lower medians; an incident is laid at the latest successful production deployment before it, however long ago; failures are shares of the successes; recovery runs from the end of the deployment.',
    follows: { title: 'Apache DevLake, DORA metrics, version 0.19', url: 'https://devlake.apache.org/docs/DORA/', dated: '2023' },
    choices: {
      ...choices,
      leadTimeUnit: 'pull_request',
      leadTimeClock: 'authored',
      aggregate: 'median_lower',
      failureSignals: ['incident'],
      failureDenominator: 'succeeded',
      attributionWindowHours: Infinity,
      attributionMethods: ['recent'],
      recoveryClock: 'deployment_finish',
    },
  },
  {
    name: 'four-keys',
    title: 'Four Keys',
    summary: 'Only incidents that name their deployment make it failed; recovery runs from the start of the incident; medians.',
    follows: { title: 'dora-team/fourkeys, METRICS.md', url: 'https://github.com/dora-team/fourkeys/blob/main/METRICS.md', dated: '2023' },
    choices: {
      ...choices,
      aggregate: 'median_interpolated',
      firstDeployment: 'include',
      failureSignals: ['incident'],
      attributionMethods: ['declared', 'person'],
      recoveryClock: 'incident_start',
    },
  },
  {
    name: 'gitlab',
    title: 'GitLab',
    summary:
      'Incidents divided by deployments, whichever deployment they belong to, so the rate may exceed 1; lead time from merge; the median of the medians of the days.',
    follows: { title: 'GitLab, DORA metrics', url: 'https://docs.gitlab.com/user/analytics/dora_metrics/', dated: '2024' },
    choices: {
      ...choices,
      leadTimeUnit: 'pull_request',
      leadTimeClock: 'merged',
      aggregate: 'median_of_daily_medians',
      firstDeployment: 'include',
      failureSignals: ['incident'],
      failureDenominator: 'succeeded',
      attributionMatch: 'none',
      recoveryClock: 'incident_start',
    },
  },
  {
    name: 'datadog',
    title: 'Datadog',
    summary: 'Failures come from rollbacks, reverts and hotfixes; a rollback blames the first deployment after the one it returns to.',
    follows: {
      title: 'Datadog, DORA Metrics, change failure detection',
      url: 'https://docs.datadoghq.com/dora_metrics/change_failure_detection/',
      dated: '2025',
    },
    choices: {
      ...choices,
      aggregate: 'median_interpolated',
      firstDeployment: 'include',
      failureSignals: ['rollback', 'revert', 'hotfix'],
      rollbackBlames: 'first_after',
      recoveryClock: 'deployment_finish',
    },
  },
  {
    name: 'swarmia',
    title: 'Swarmia',
    summary: 'A deployment failed if a later one fixed it: a rollback, a revert or a hotfix; it blames what it replaced.',
    follows: { title: 'Swarmia, change failure rate and mean time to recovery', url: 'https://help.swarmia.com/change-failure-rate', dated: '2024' },
    choices: {
      ...choices,
      leadTimeUnit: 'pull_request',
      leadTimeClock: 'authored',
      aggregate: 'mean',
      failureSignals: ['rollback', 'revert', 'hotfix'],
      recoveryClock: 'deployment_finish',
    },
  },
  {
    name: 'pelorus',
    title: 'Pelorus',
    summary: 'Means, and over several services the plain mean of their means; deployments whose commit is known.',
    follows: {
      title: 'Pelorus, measures',
      url: 'https://pelorus.readthedocs.io/en/latest/philosophy/outcomes/SoftwareDeliveryPerformance/',
      dated: '2023',
    },
    choices: {
      ...choices,
      aggregate: 'mean_of_service_means',
      firstDeployment: 'include',
      failureSignals: ['incident'],
      failureDenominator: 'with_known_commit',
      recoveryClock: 'incident_start',
    },
  },
]
