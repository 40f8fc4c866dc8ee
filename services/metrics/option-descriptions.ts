import type { Choices } from './options.js'

/** What each choice is about, in one sentence. */
export const OPTION_DESCRIPTIONS: Readonly<Record<keyof Choices, string>> = {
  leadTimeUnit: 'Whether each commit or each pull request is one record of lead time. A pull request begins with its earliest commit.',
  leadTimeClock: 'Which instant starts lead time: when a change was committed, authored, merged, or its pull request was opened.',
  aggregate:
    'How durations become one number: the interpolated or the lower median, the mean, the median of the medians of days, or the mean of the means of services.',
  firstDeployment: 'Whether the first rollout of a service counts. Without a predecessor its changes are only those that were declared.',
  productionEnvironments:
    'Where a service has several production environments: whether a change counts once, in the one that took it first, or once in each.',
  failureSignals: 'What makes a rollout failed: its outcome, a rollback, a hotfix or a revert that takes it back, or an incident laid at it.',
  failureDenominator:
    'What failures are divided by: changes and hotfixes that ended (finished), every rollout that succeeded, every rollout but rollbacks, or changes whose commit is known.',
  attributionWindowHours: 'For how many hours after a rollout an incident without better evidence is laid at it; null for any time.',
  attributionMatch:
    'Whether such an incident is laid at a rollout of its service, or of its team, or whether incidents are counted beside rollouts without being laid at any.',
  attributionMethods: 'Which evidence may lay an incident at a rollout.',
  rollbackBlames: 'Whether a rollback blames the version it replaces, or the first one after the version it returns to.',
  recoveryClock:
    'When a failure begins: with the earlier of the end of the rollout and its fault, with that end, or when its incident began or was detected.',
  emptyPeriods: 'Whether days without a deployment count in averages over days.',
  approvalClock: 'Whether waiting for an approval is measured by the clock on the wall or in the business hours of the workspace.',
  provenanceState: 'Whether a field of provenance must be verified, or only be present.',
  ownership: 'Whether the history of a service follows it to its current team, or stays with the team that owned it then.',
  minConfidence: 'The least confidence at which an incident counts as caused by a release, from 0 to 1.',
}
