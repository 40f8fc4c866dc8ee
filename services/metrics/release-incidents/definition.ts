import { INCIDENT_EXCLUSIONS } from '../incident-records.js'
import type { MeasureDefinition } from '../measure.js'

export const definition: MeasureDefinition = {
  key: 'release_incidents',
  title: 'Release-related incidents',
  unit: 'COUNT',
  direction: 'LOWER_IS_BETTER',
  version: 1,
  summary: 'How many incidents a release caused.',
  formula:
    'The number of incidents laid at a release. Per 100 deployments: that number divided by the rollouts of kind change or hotfix that succeeded, failed or were rolled back, times 100. By chance alone: over the incidents of which nothing better is known than the latest deployment, the sum of the shares of the four weeks before each in which a deployment was recent; null under options other than those the facts were derived with, or with a higher confidence required.',
  population: 'Incidents in production.',
  anchor: 'When the incident started, else when it was detected.',
  interval: 'Exact Poisson, 95 %.',
  exclusions: INCIDENT_EXCLUSIONS,
  options: ['attributionWindowHours', 'attributionMatch', 'attributionMethods', 'minConfidence', 'ownership'],
  stats: [
    { name: 'shareOfAll', title: 'Share of all incidents', unit: 'RATIO' },
    { name: 'per100Deployments', title: 'Per 100 deployments', unit: 'COUNT' },
    { name: 'recent', title: 'Laid only at the latest deployment', unit: 'COUNT' },
    { name: 'recentByChance', title: 'So many of those by chance alone', unit: 'COUNT' },
    { name: 'customers', title: 'Customers affected, summed', unit: 'COUNT' },
    { name: 'impactTime', title: 'Time of impact, summed', unit: 'SECONDS' },
    { name: 'cost.*', title: 'Cost, by currency', unit: 'COUNT' },
  ],
  targets: [],
  evidenceColumns: [
    { name: 'severity', title: 'Severity' },
    { name: 'detected', title: 'Detected' },
    { name: 'impact', title: 'Impact' },
    { name: 'attribution', title: 'Laid at' },
    { name: 'why', title: 'Why' },
  ],
  maturesAfterMs: 0,
}
