import type { MeasureDefinition } from '../measure.js'
import { PROVENANCE_FIELDS } from '../options.js'
import { STATES } from './query.js'

export const definition: MeasureDefinition = {
  key: 'provenance_completeness',
  title: 'Provenance completeness',
  unit: 'RATIO',
  direction: 'HIGHER_IS_BETTER',
  version: 1,
  summary: 'The share of deployments of which it is proven where they came from and what was checked.',
  formula:
    'Deployments whose artifact has every required field verified, divided by all. A deployment without a digest is incomplete. Which fields are required is set for the workspace and for each tier.',
  population: 'Rollouts to production that succeeded, of any kind.',
  anchor: 'The end of the rollout (finishedAt).',
  interval: 'Wilson, 95 %.',
  exclusions: [
    { reason: 'not_succeeded', description: 'The rollout did not succeed, so nothing of it runs.' },
    { reason: 'nothing_required', description: 'The tier of the service requires no field.' },
  ],
  options: ['provenanceState', 'ownership'],
  stats: [
    { name: 'complete', title: 'Complete', unit: 'COUNT' },
    { name: 'withoutDigest', title: 'Without a digest', unit: 'COUNT' },
    { name: 'meanShareOfFields', title: 'Mean share of the required fields', unit: 'RATIO' },
    ...PROVENANCE_FIELDS.flatMap((field) =>
      STATES.map((state) => ({ name: `${field}.${state}`, title: `${field}: ${state}`, unit: 'COUNT' as const })),
    ),
  ],
  targets: [{ label: 'Target', low: 1 }],
  evidenceColumns: [
    { name: 'version', title: 'Version' },
    { name: 'digest', title: 'Digest' },
    { name: 'complete', title: 'Complete' },
    { name: 'missing', title: 'Missing' },
  ],
  maturesAfterMs: 0,
}
