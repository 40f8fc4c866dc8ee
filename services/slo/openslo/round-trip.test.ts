import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readPattern } from '../pattern.js'
import type { Indicator, MetricSelector, Slo } from '../slo.js'
import { specsOf, type OpenSloObject } from './content.js'
import { readOpenSlo } from './read.js'
import { writeOpenSlo } from './write.js'

it('an OpenSLO file is read as what was written', () => {
  const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/)
  const words = fc.stringMatching(/^[A-Za-z0-9 :#'"-]{0,30}$/)
  const matcher = fc.record({
    label: fc.stringMatching(/^[a-z][a-z_.]{0,10}$/),
    op: fc.constantFrom('=' as const, '!=' as const, '=~' as const, '!~' as const),
    value: fc.stringMatching(/^[a-z0-9 "\\.,}{|]{0,12}$/),
  })
  const isPattern = ({ op, value }: { op: string; value: string }) => op === '=' || op === '!=' || typeof readPattern(value) === 'function'
  const selector: fc.Arbitrary<MetricSelector> = fc.record({
    metric: fc.stringMatching(/^[a-z][a-z0-9_.]{0,20}$/),
    matchers: fc.array(matcher.filter(isPattern), { maxLength: 3 }),
  })
  const measure: fc.Arbitrary<Indicator['measure']> = fc.oneof(
    fc.record({ kind: fc.constant('ratio' as const), good: selector, bad: fc.constant(null), total: selector }),
    fc.record({ kind: fc.constant('ratio' as const), good: fc.constant(null), bad: selector, total: selector }),
    fc.record({
      kind: fc.constant('latency' as const),
      histogram: selector,
      threshold: fc.integer({ min: 1, max: 10_000 }).map((value) => value / 100),
    }),
    fc.record({ kind: fc.constant('gauge' as const), value: selector }),
    fc.record({ kind: fc.constant('reported' as const) }),
  )
  const indicator: fc.Arbitrary<Indicator> = fc.record({
    name,
    displayName: words,
    description: words,
    service: fc.option(name, { nil: null }),
    unit: fc.constantFrom('1', 's', 'ms', 'By', '{request}'),
    measure,
    labels: fc.record({ service: name, environment: name, version: name, cohort: name, region: name }, { requiredKeys: [] }),
  })
  const objective = fc.record({
    displayName: words,
    target: fc.integer({ min: 1, max: 9_999 }).map((value) => value / 10_000),
    op: fc.constantFrom('lt' as const, 'gte' as const),
    value: fc.integer({ min: -100, max: 100 }),
    timeSliceTarget: fc.constant(0.9),
    timeSliceSeconds: fc.constantFrom(60, 300, 3_600),
    indicator: fc.option(name, { nil: null }),
    compositeWeight: fc.constant(null),
  })
  const part = fc
    .tuple(
      objective,
      name,
      fc.option(
        fc.integer({ min: 1, max: 100 }).map((value) => value / 10),
        { nil: null },
      ),
    )
    .map(([rest, indicator, compositeWeight]) => ({ ...rest, indicator, compositeWeight }))
  const slo: fc.Arbitrary<Slo> = fc.record({
    name,
    displayName: words,
    description: words,
    service: name,
    indicator: name,
    windowSeconds: fc.integer({ min: 24, max: 2_160 }).map((hours) => hours * 3_600),
    budgetingMethod: fc.constantFrom('Occurrences' as const, 'Timeslices' as const, 'RatioTimeslices' as const),
    objectives: fc.array(objective, { minLength: 1, maxLength: 2 }),
    alertPolicies: fc.array(name, { maxLength: 2 }),
  })
  const composite = fc
    .tuple(slo, fc.array(part, { minLength: 2, maxLength: 3 }))
    .map(([rest, objectives]): Slo => ({ ...rest, indicator: null, objectives }))
  const alertTarget = fc.record({ name, displayName: words, description: words, target: fc.constantFrom('slack', 'email') })
  const condition = fc.record({
    name,
    displayName: words,
    description: words,
    severity: fc.constantFrom('page' as const, 'ticket' as const),
    threshold: fc.integer({ min: 1, max: 1_000 }).map((value) => value / 10),
    lookbackSeconds: fc.constantFrom(300, 3_600, 86_400),
    alertAfterSeconds: fc.constantFrom(0, 300),
  })
  const policy = fc.record({
    name,
    displayName: words,
    description: words,
    whenBreaching: fc.boolean(),
    whenResolved: fc.boolean(),
    whenNoData: fc.boolean(),
    condition: name,
    targets: fc.array(name, { maxLength: 2 }),
  })
  const one = <Kind extends OpenSloObject['kind']>(kind: Kind, spec: fc.Arbitrary<{ name: string }>) =>
    spec.map((value) => ({ kind, name: value.name, spec: value }) as OpenSloObject)
  const object = fc.oneof(
    one('Service', fc.record({ name, displayName: words })),
    one('DataSource', fc.record({ name, displayName: words, description: words, type: fc.constant('Prometheus') })),
    one('SLI', indicator),
    one('AlertNotificationTarget', alertTarget),
    one('AlertCondition', condition),
    one('AlertPolicy', policy),
    one('SLO', slo),
    one('SLO', composite),
  )
  fc.assert(
    fc.property(fc.uniqueArray(object, { maxLength: 5, selector: ({ kind, name: own }) => `${kind} ${own}` }), (objects) => {
      const { references, ...read } = readOpenSlo(writeOpenSlo(objects))
      expect(JSON.parse(JSON.stringify(read))).toEqual(JSON.parse(JSON.stringify({ objects, notUsed: [], problems: [] })))
      expect(references.length).toBeGreaterThanOrEqual(specsOf(objects, 'AlertPolicy').length)
    }),
    { numRuns: 300 },
  )
})
