import type { MeasureDefinition } from '../measure.js'

export const definition: MeasureDefinition = {
  key: 'time_to_rollback',
  title: 'Time to rollback',
  unit: 'SECONDS',
  direction: 'LOWER_IS_BETTER',
  version: 1,
  summary: 'How long it takes from the decision to roll back until the rollback is done.',
  formula:
    'The median of the end of the rollback minus the decision. The decision is the first verdict of a gate, press of the button or declared decision to roll back; else the start of the rollback.',
  population: 'Rollbacks in production that succeeded, and rollouts that were rolled back in place.',
  anchor: 'The end of the rollback.',
  interval: 'Order statistics of the median, 95 %.',
  exclusions: [
    { reason: 'not_finished', description: 'The rollback still runs.' },
    { reason: 'rollback_failed', description: 'The rollback itself failed, was cancelled or was superseded.' },
    { reason: 'no_decision', description: 'No event told when it was decided or when it began.' },
    { reason: 'clock_skew', description: 'It ended before it was decided.' },
  ],
  options: ['aggregate', 'ownership'],
  stats: [
    { name: 'median', title: 'Median', unit: 'SECONDS' },
    { name: 'mean', title: 'Mean', unit: 'SECONDS' },
    { name: 'p75', title: '75th percentile', unit: 'SECONDS' },
    { name: 'p90', title: '90th percentile', unit: 'SECONDS' },
    { name: 'p95', title: '95th percentile', unit: 'SECONDS' },
    { name: 'automated', title: 'Decided automatically', unit: 'COUNT' },
    { name: 'manual', title: 'Decided by a person', unit: 'COUNT' },
    { name: 'automatedMedian', title: 'Median of those decided automatically', unit: 'SECONDS' },
    { name: 'manualMedian', title: 'Median of those decided by a person', unit: 'SECONDS' },
    { name: 'withinTarget', title: 'Share within target', unit: 'RATIO' },
  ],
  targets: [{ label: 'Target', high: 600 }],
  evidenceColumns: [
    { name: 'version', title: 'Version' },
    { name: 'way', title: 'Way' },
    { name: 'decided', title: 'Decided' },
    { name: 'finished', title: 'Finished' },
    { name: 'known_by', title: 'Decision known by' },
    { name: 'decided_by', title: 'Decided' },
  ],
  maturesAfterMs: 0,
}
