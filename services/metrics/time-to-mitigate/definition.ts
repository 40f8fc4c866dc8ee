import { INCIDENT_EXCLUSIONS } from '../incident-records.js'
import type { MeasureDefinition } from '../measure.js'

export const definition: MeasureDefinition = {
  key: 'time_to_mitigate',
  title: 'Time to mitigate',
  unit: 'SECONDS',
  direction: 'LOWER_IS_BETTER',
  version: 1,
  summary: 'How long the harm of an incident that a release caused goes on after it was noticed.',
  formula:
    'The mean of mitigated minus detected. Where no one said when it was mitigated, the end of the rollout that remedied it stands in, then the time it was resolved.',
  population: 'Incidents in production that are laid at a release with at least the confidence in force.',
  anchor: 'When it was mitigated; of one still open, its start.',
  interval: 'Student t over the mean, 95 %, robust to several incidents of one deployment, and never below zero.',
  exclusions: [
    ...INCIDENT_EXCLUSIONS,
    { reason: 'open', description: 'Not mitigated yet.' },
    { reason: 'no_detection', description: 'No event told when it was detected.' },
    { reason: 'clock_skew', description: 'Mitigated before it was detected.' },
  ],
  options: ['aggregate', 'attributionWindowHours', 'attributionMatch', 'attributionMethods', 'minConfidence', 'ownership'],
  stats: [
    { name: 'median', title: 'Median', unit: 'SECONDS' },
    { name: 'mean', title: 'Mean', unit: 'SECONDS' },
    { name: 'p90', title: '90th percentile', unit: 'SECONDS' },
    { name: 'open', title: 'Still open', unit: 'COUNT' },
  ],
  targets: [{ label: 'Target', low: 1800, high: 3600 }],
  evidenceColumns: [
    { name: 'severity', title: 'Severity' },
    { name: 'detected', title: 'Detected' },
    { name: 'mitigated', title: 'Mitigated' },
    { name: 'known_by', title: 'Known by' },
    { name: 'attribution', title: 'Laid at' },
    { name: 'why', title: 'Why' },
  ],
  maturesAfterMs: 0,
}
