import { DENOMINATOR_EXCLUSIONS } from '../failures.js'
import type { MeasureDefinition } from '../measure.js'

export const definition: MeasureDefinition = {
  key: 'deployment_rework_rate',
  title: 'Deployment rework rate',
  unit: 'RATIO',
  direction: 'LOWER_IS_BETTER',
  version: 1,
  summary: 'The share of deployments that were not planned, but made to mend what users saw go wrong.',
  formula: 'Hotfixes divided by all rollouts of kind change or hotfix that succeeded, failed or were rolled back in place.',
  population: 'Rollouts to production, as for the change failure rate.',
  anchor: 'The end of the rollout (finishedAt).',
  interval: 'Wilson, 95 %.',
  exclusions: DENOMINATOR_EXCLUSIONS,
  options: ['failureDenominator', 'ownership'],
  stats: [{ name: 'hotfixes', title: 'Hotfixes', unit: 'COUNT' }],
  targets: [],
  evidenceColumns: [
    { name: 'version', title: 'Version' },
    { name: 'outcome', title: 'Outcome' },
    { name: 'kind', title: 'Kind' },
    { name: 'why', title: 'Why this kind' },
    { name: 'blames', title: 'Mends' },
  ],
  maturesAfterMs: 0,
}
