import { DENOMINATOR_EXCLUSIONS } from '../failures.js'
import type { MeasureDefinition } from '../measure.js'

export const definition: MeasureDefinition = {
  key: 'change_failure_rate',
  title: 'Change failure rate',
  unit: 'RATIO',
  direction: 'LOWER_IS_BETTER',
  version: 2,
  summary: 'The share of changes to production that failed.',
  formula:
    'Failed rollouts divided by all. One failed if its outcome was failed or rolled back, if a rollback or a hotfix says it was bad, or if an incident is laid at it.',
  population: 'Rollouts of kind change or hotfix to production that succeeded, failed or were rolled back in place.',
  anchor: 'The end of the rollout (finishedAt).',
  interval: 'Wilson, 95 %; none where incidents are counted beside rollouts, since that ratio may exceed 1.',
  exclusions: DENOMINATOR_EXCLUSIONS,
  options: [
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
    { name: 'failed', title: 'Failed', unit: 'COUNT' },
    { name: 'byOutcome', title: 'Failed by outcome', unit: 'COUNT' },
    { name: 'byRollback', title: 'Rolled back later', unit: 'COUNT' },
    { name: 'byHotfix', title: 'Needed a hotfix', unit: 'COUNT' },
    { name: 'byRevert', title: 'Reverted later', unit: 'COUNT' },
    { name: 'byIncident', title: 'Laid at by an incident', unit: 'COUNT' },
  ],
  targets: [{ label: 'Target', low: 0.1, high: 0.15 }],
  evidenceColumns: [
    { name: 'version', title: 'Version' },
    { name: 'outcome', title: 'Outcome' },
    { name: 'kind', title: 'Kind' },
    { name: 'has_failed', title: 'Failed' },
    { name: 'why', title: 'Why' },
  ],
  maturesAfterMs: 24 * 3_600_000,
}
