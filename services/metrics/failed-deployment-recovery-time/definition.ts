import { DENOMINATOR_EXCLUSIONS } from '../failures.js'
import type { MeasureDefinition } from '../measure.js'

export const definition: MeasureDefinition = {
  key: 'failed_deployment_recovery_time',
  title: 'Failed deployment recovery time',
  unit: 'SECONDS',
  direction: 'LOWER_IS_BETTER',
  version: 2,
  summary: 'How long it takes to recover from a deployment that failed.',
  formula:
    'The median of recovery minus the start of the failure. The failure starts at the earlier of the end of the rollout and the start of its fault. Recovery is the last mitigation of its incidents; without incidents, the first end of a rollback, a hotfix, a revert or, after a failed rollout, the next one that succeeds. Where incidents are no signal of failure, they tell neither its start nor its end.',
  population: 'Deployments that failed, by the same rule as the change failure rate.',
  anchor: 'The recovery, but not before the end of the rollout nor more than 30 days after it; of one not recovered, the end of the rollout.',
  interval: 'Order statistics of the median, 95 %.',
  exclusions: [
    { reason: 'not_recovered', description: 'No recovery is known yet: an incident is open, or nothing has mended it.' },
    { reason: 'no_failure_start', description: 'No event told when it ended or when its fault began.' },
    { reason: 'clock_skew', description: 'It recovered before it failed.' },
    ...DENOMINATOR_EXCLUSIONS,
  ],
  options: [
    'recoveryClock',
    'aggregate',
    'failureSignals',
    'failureDenominator',
    'rollbackBlames',
    'attributionWindowHours',
    'attributionMatch',
    'attributionMethods',
    'minConfidence',
    'ownership',
  ],
  stats: [
    { name: 'median', title: 'Median', unit: 'SECONDS' },
    { name: 'mean', title: 'Mean', unit: 'SECONDS' },
    { name: 'p75', title: '75th percentile', unit: 'SECONDS' },
    { name: 'p90', title: '90th percentile', unit: 'SECONDS' },
    { name: 'p95', title: '95th percentile', unit: 'SECONDS' },
    { name: 'byIncident', title: 'Recovery known from incidents', unit: 'COUNT' },
    { name: 'open', title: 'Not recovered', unit: 'COUNT' },
  ],
  targets: [],
  evidenceColumns: [
    { name: 'version', title: 'Version' },
    { name: 'outcome', title: 'Outcome' },
    { name: 'failure_began', title: 'Failure began' },
    { name: 'recovered', title: 'Recovered' },
    { name: 'known_by', title: 'Known by' },
    { name: 'laid_incidents_text', title: 'Incidents' },
  ],
  maturesAfterMs: 24 * 3_600_000,
}
