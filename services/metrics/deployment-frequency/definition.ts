import type { MeasureDefinition } from '../measure.js'

export const definition: MeasureDefinition = {
  key: 'deployment_frequency',
  title: 'Deployment frequency',
  unit: 'COUNT',
  direction: 'HIGHER_IS_BETTER',
  version: 1,
  summary: 'How many times a change or a hotfix went to production and succeeded.',
  formula: 'The number of successful rollouts of kind change or hotfix. Per day: that number divided by the days of the window that have passed.',
  population:
    'Rollouts to production. One rollout of one version of one service counts once, over however many regions, stages or jobs, and however many sources report it.',
  anchor: 'The end of the rollout (finishedAt); of one still running, its start.',
  interval: 'Exact Poisson, 95 %.',
  exclusions: [
    { reason: 'not_succeeded', description: 'The rollout failed, was rolled back in place, cancelled, superseded or skipped, or still runs.' },
    { reason: 'rollback', description: 'The rollout returned to a version that had run before.' },
    { reason: 'redeploy', description: 'The version was already running.' },
  ],
  options: ['emptyPeriods', 'ownership'],
  stats: [
    { name: 'perDay', title: 'Deployments per day', unit: 'COUNT' },
    { name: 'human', title: 'Triggered by a person', unit: 'COUNT' },
    { name: 'automatic', title: 'Triggered automatically', unit: 'COUNT' },
    { name: 'schedule', title: 'Triggered by a schedule', unit: 'COUNT' },
    { name: 'unknown', title: 'Trigger not told', unit: 'COUNT' },
    { name: 'medianGap', title: 'Median time between deployments', unit: 'SECONDS' },
    { name: 'daysPerWeek', title: 'Days with a deployment, per week', unit: 'COUNT' },
  ],
  targets: [],
  evidenceColumns: [
    { name: 'version', title: 'Version' },
    { name: 'outcome', title: 'Outcome' },
    { name: 'kind', title: 'Kind' },
    { name: 'why', title: 'Why this kind' },
    { name: 'trigger', title: 'Trigger' },
  ],
  maturesAfterMs: 0,
}
