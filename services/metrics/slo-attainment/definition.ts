import type { MeasureDefinition } from '../measure.js'

export const definition: MeasureDefinition = {
  key: 'slo_attainment',
  title: 'SLO attainment',
  unit: 'RATIO',
  direction: 'HIGHER_IS_BETTER',
  version: 1,
  summary: 'The share of what objectives count that was good.',
  formula:
    'Good divided by all, of what each objective counts: events, or slices of time where it is declared so. Several objectives are pooled, not averaged. Burn: bad divided by the bad that the targets allow; budget left: 1 less the burn.',
  population: 'The objectives in force, in production.',
  anchor:
    'The minute of the reading; its hour where the minutes are gone. Values and slices of time cannot be judged by the hour, and count only while their minutes are kept.',
  interval: 'None: bad events come in bursts, so that no interval of independent events is valid.',
  exclusions: [],
  options: [],
  stats: [
    { name: 'budgetLeft', title: 'Budget left', unit: 'RATIO' },
    { name: 'burn', title: 'Burn', unit: 'COUNT' },
    { name: 'good', title: 'Good', unit: 'COUNT' },
    { name: 'total', title: 'All', unit: 'COUNT' },
    { name: 'objectives', title: 'Objectives with data', unit: 'COUNT' },
  ],
  targets: [],
  evidenceColumns: [
    { name: 'indicator', title: 'Indicator' },
    { name: 'target_text', title: 'Target' },
    { name: 'good_text', title: 'Good' },
    { name: 'bad_text', title: 'Bad' },
    { name: 'burn_text', title: 'Burn' },
  ],
  maturesAfterMs: 0,
}
