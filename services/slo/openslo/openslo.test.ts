import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPattern } from '../pattern.js'
import type { Indicator, MetricSelector, Slo } from '../slo.js'
import { specsOf, type OpenSloObject } from './content.js'
import { readOpenSlo } from './read.js'
import { writeOpenSlo } from './write.js'

const GOOD = `apiVersion: openslo/v1
kind: SLI
metadata:
  name: availability
  displayName: Answers
spec:
  description: Requests that are answered
  ratioMetric:
    counter: true
    bad:
      metricSource:
        type: Prometheus
        spec:
          query: http_requests_total{code=~"5..", job!="probe"}
    total:
      metricSource:
        type: Prometheus
        spec:
          query: http_requests_total
          labels: { service: app }
---
apiVersion: openslo/v1
kind: SLO
metadata: { name: checkout-availability }
spec:
  service: checkout
  indicatorRef: availability
  timeWindow: [{ duration: 4w, isRolling: true }]
  budgetingMethod: Occurrences
  objectives: [{ targetPercent: 99.9 }]
---
apiVersion: openslo/v1
kind: SLO
metadata: { name: queue }
spec:
  service: orders
  indicator:
    metadata: { name: queue-length }
    spec:
      thresholdMetric:
        metricSource: { spec: { query: queue_length } }
  timeWindow: [{ duration: 7d, isRolling: true }]
  budgetingMethod: Timeslices
  objectives: [{ op: lte, value: 50, target: 0.95, timeSliceTarget: 0.9, timeSliceWindow: 5m }]
`

describe('an OpenSLO file', () => {
  it('gives indicators and objectives', () => {
    const { objects, problems } = readOpenSlo(GOOD)
    const [indicators, slos] = [specsOf(objects, 'SLI'), specsOf(objects, 'SLO')]
    expect(problems).toEqual([])
    expect(indicators).toMatchObject([
      {
        name: 'availability',
        displayName: 'Answers',
        labels: { service: 'app' },
        measure: {
          kind: 'ratio',
          good: null,
          bad: {
            metric: 'http_requests_total',
            matchers: [
              { label: 'code', op: '=~', value: '5..' },
              { label: 'job', op: '!=', value: 'probe' },
            ],
          },
          total: { metric: 'http_requests_total', matchers: [] },
        },
      },
      { name: 'queue-length', measure: { kind: 'gauge', value: { metric: 'queue_length', matchers: [] } } },
    ])
    expect(slos).toMatchObject([
      { name: 'checkout-availability', service: 'checkout', indicator: 'availability', windowSeconds: 28 * 86_400, objectives: [{ target: 0.999 }] },
      {
        name: 'queue',
        indicator: 'queue-length',
        budgetingMethod: 'Timeslices',
        objectives: [{ op: 'lte', value: 50, timeSliceTarget: 0.9, timeSliceSeconds: 300 }],
      },
    ])
  })

  const slo = (spec: string) => `apiVersion: openslo/v1\nkind: SLO\nmetadata: { name: a }\nspec:\n${spec}`
  const whole = (objectives: string, window = '[{ duration: 30d, isRolling: true }]') =>
    slo(`  service: cart\n  indicatorRef: availability\n  timeWindow: ${window}\n  objectives: ${objectives}\n`)

  it.each([
    ['another version', 'apiVersion: openslo/v2\nkind: SLO\nmetadata: { name: a }\n', 1, 'apiVersion is openslo/v1'],
    ['an unknown kind', 'apiVersion: openslo/v1\nkind: Slo\nmetadata: { name: a }\n', 2, 'there is no kind Slo'],
    ['no name', 'apiVersion: openslo/v1\nkind: SLO\nmetadata: {}\n', 3, 'metadata.name is missing'],
    ['a target that is no share', whole('[{ target: 99.9 }]'), 8, 'above 0 and below 1'],
    ['both targets', whole('[{ target: 0.9, targetPercent: 90 }]'), 8, 'either target or targetPercent'],
    ['a calendar window', whole('[{ target: 0.9 }]', '[{ duration: 1M, calendar: { startTime: 2026-01-01 } }]'), 7, 'only rolling windows'],
    ['a month', whole('[{ target: 0.9 }]', '[{ duration: 1M, isRolling: true }]'), 7, 'such as 30d'],
    ['a comparison without its value', whole('[{ target: 0.9, op: lt }]'), 8, 'go together'],
    ['a weight beside one indicator', whole('[{ target: 0.9, compositeWeight: 2 }]'), 8, 'Weights are for composites'],
    ['a weight of nothing', whole('[{ target: 0.9, compositeWeight: 0 }]'), 8, 'A weight is a number above 0'],
    ['a weight in words', whole('[{ target: 0.9, compositeWeight: much }]'), 8, 'a weight is a number'],
    [
      'no service',
      slo('  indicatorRef: x\n  timeWindow: [{ duration: 30d, isRolling: true }]\n  objectives: [{ target: 0.9 }]\n'),
      4,
      'An objective is of a service',
    ],
    [
      'an expression',
      'apiVersion: openslo/v1\nkind: SLI\nmetadata: { name: a }\nspec:\n  thresholdMetric:\n    metricSource:\n      spec: { query: "rate(a_total[5m])" }\n',
      7,
      'one metric with labels',
    ],
    [
      'another source',
      'apiVersion: openslo/v1\nkind: SLI\nmetadata: { name: a }\nspec:\n  thresholdMetric:\n    metricSource:\n      type: Datadog\n      spec: { query: a }\n',
      7,
      'not Datadog',
    ],
    ['neither metric', 'apiVersion: openslo/v1\nkind: SLI\nmetadata: { name: a }\nspec: {}\n', 4, 'either ratioMetric or thresholdMetric'],
    [
      'good and bad',
      'apiVersion: openslo/v1\nkind: SLI\nmetadata: { name: a }\nspec:\n  ratioMetric:\n    good: { metricSource: { spec: { query: a } } }\n    bad: { metricSource: { spec: { query: b } } }\n    total: { metricSource: { spec: { query: c } } }\n',
      4,
      'one of them',
    ],
    ['broken YAML', 'apiVersion: openslo/v1\nkind: [\n', 3, ''],
  ])('with %s is refused at its line', (_, text, line, message) => {
    const { problems, objects } = readOpenSlo(text)
    expect(problems[0]?.message).toContain(message)
    expect(problems.map((problem) => problem.line)).toContain(line)
    expect(objects).toEqual([])
  })

  it('gives a composite, its indicators in place or by name', () => {
    const inPlace = '{ metadata: { name: queue-length }, spec: { thresholdMetric: { metricSource: { spec: { query: queue_length } } } } }'
    const { objects, problems } = readOpenSlo(
      slo(
        `  service: cart
  timeWindow: [{ duration: 30d, isRolling: true }]
  budgetingMethod: Occurrences
  objectives:
    - { target: 0.999, indicatorRef: availability, compositeWeight: 3 }
    - { target: 0.95, op: lte, value: 50, indicator: ${inPlace} }
`,
      ),
    )
    expect(problems).toEqual([])
    expect(specsOf(objects, 'SLI')).toMatchObject([{ name: 'queue-length', measure: { kind: 'gauge' } }])
    expect(specsOf(objects, 'SLO')).toMatchObject([
      {
        indicator: null,
        objectives: [
          { indicator: 'availability', compositeWeight: 3 },
          { indicator: 'queue-length', compositeWeight: null },
        ],
      },
    ])
  })

  it('counts a time slice without a unit in minutes', () => {
    const timed = whole('[{ target: 0.9, timeSliceTarget: 0.9, timeSliceWindow: 5 }]').replace(
      '  objectives',
      '  budgetingMethod: Timeslices\n  objectives',
    )
    expect(specsOf(readOpenSlo(timed).objects, 'SLO')[0]?.objectives[0]?.timeSliceSeconds).toBe(300)
  })

  it('is read as what was written', () => {
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
    )
    const indicator: fc.Arbitrary<Indicator> = fc.record({
      name,
      displayName: words,
      description: words,
      service: fc.constant(null),
      unit: fc.constant('1'),
      measure,
      labels: fc.oneof(fc.constant({}), fc.record({ service: name })),
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
      fc.property(fc.array(object, { maxLength: 5 }), (objects) => {
        expect(readOpenSlo(writeOpenSlo(objects))).toMatchObject({ objects, notUsed: [], problems: [] })
      }),
      { numRuns: 300 },
    )
  })
})
