import type { MeasureDefinition } from '../measure.js'

export const definition: MeasureDefinition = {
  key: 'sli_validation_pass_rate',
  title: 'SLI validation pass rate',
  unit: 'RATIO',
  direction: 'HIGHER_IS_BETTER',
  version: 2,
  summary: 'The share of validated releases whose checks after the rollout passed in the end.',
  formula:
    'Rollouts of which the last result of every validation passed, divided by those with any. Validations are tests and gate verdicts of the rollout (a pause is no result), and each indicator in the 30 minutes after it, or until the next rollout: passed where it met its objectives, or without one where it did not regress. First try: the first result of every validation passed.',
  population: 'Rollouts of kind change or hotfix to production that ended.',
  anchor: 'The end of the rollout (finishedAt).',
  interval: 'Wilson, 95 %.',
  exclusions: [
    { reason: 'not_validated', description: 'No validation of it ended.' },
    { reason: 'not_finished', description: 'The rollout was cancelled, superseded or skipped, or still runs.' },
    { reason: 'rollback', description: 'It returned to a version that had been validated before.' },
    { reason: 'redeploy', description: 'The version was already running.' },
  ],
  options: ['ownership'],
  stats: [
    { name: 'passed', title: 'Passed', unit: 'COUNT' },
    { name: 'firstTry', title: 'Passed at the first try', unit: 'RATIO' },
    { name: 'validatedOfReleased', title: 'Validated, of all released', unit: 'RATIO' },
    { name: 'expectedSeen', title: 'Declared SLIs that were validated', unit: 'RATIO' },
    { name: 'neverSeen', title: 'Declared SLIs never seen', unit: 'COUNT' },
  ],
  targets: [],
  evidenceColumns: [
    { name: 'version', title: 'Version' },
    { name: 'validated_by', title: 'Validated by' },
    { name: 'failing', title: 'Failing' },
    { name: 'first_try', title: 'At the first try' },
    { name: 'never_seen', title: 'Never seen' },
  ],
  maturesAfterMs: 0,
}
