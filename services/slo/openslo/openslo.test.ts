import { describe, expect, it } from 'vitest'
import type { Indicator } from '../slo.js'
import { brokenReferences, reportedIndicator, specsOf, type OpenSloObject } from './content.js'
import { readOpenSlo } from './read.js'

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

  const sli = (source: string) =>
    `apiVersion: openslo/v1\nkind: SLI\nmetadata: { name: a }\nspec:\n  thresholdMetric:\n    metricSource:\n      spec: ${source}\n`

  it.each([
    ['an objective', whole('[{ target: 0.9 }]').replace('  objectives', '  objctives'), 8, 3, 'there is no field objctives; objectives may be meant'],
    ['a target', whole('[{ tagret: 0.9 }]'), 8, 18, 'there is no field tagret; target may be meant'],
    ['the document', whole('[{ target: 0.9 }]').replace('metadata', 'metdata'), 3, 1, 'there is no field metdata; metadata may be meant'],
    ['a metric source', sli('{ query: a }').replace('metricSource', 'metricSorce'), 6, 5, 'there is no field metricSorce; metricSource may be meant'],
    ['a label', sli('{ query: a, labels: { servic: x } }'), 7, 35, 'labels are named for service, environment'],
  ])('with a mistyped field of %s is refused at its place', (_, text, line, column, message) => {
    const { problems } = readOpenSlo(text)
    expect(problems).toContainEqual(expect.objectContaining({ line, column, message: expect.stringContaining(message) }))
  })

  it('with labels of its own says that they are not kept', () => {
    const labelled = whole('[{ target: 0.9 }]').replace('{ name: a }', '{ name: a, labels: { team: x }, annotations: { a: b } }')
    expect(readOpenSlo(labelled)).toMatchObject({ problems: [], notUsed: ['labels of SLO a', 'annotations of SLO a'] })
  })

  it('with an object twice is refused at the second, and one that stands in place may stand again', () => {
    const one = whole('[{ target: 0.9 }]')
    expect(readOpenSlo(`${one}---\n${one}`).problems).toMatchObject([{ line: 12, message: 'SLO a is declared in this file already' }])
    const inPlace = (query: string) =>
      `{ target: 0.9, op: lt, value: 1, indicator: { metadata: { name: q }, spec: { thresholdMetric: { metricSource: { spec: { query: ${query} } } } } } }`
    const twice = (query: string) =>
      slo(`  service: cart\n  timeWindow: [{ duration: 30d, isRolling: true }]\n  objectives:\n    - ${inPlace('x')}\n    - ${inPlace(query)}\n`)
    expect(readOpenSlo(twice('x')).problems).toEqual([])
    expect(readOpenSlo(twice('y')).problems).toMatchObject([{ line: 9, message: 'SLI q is declared in this file already' }])
  })

  it('that refers to no indicator, or compares what has no value, is told at its line', () => {
    const broken = (objectives: string, ...known: OpenSloObject[]) => brokenReferences(readOpenSlo(whole(objectives)).references, known)
    const value: Indicator = { ...specsOf(readOpenSlo(sli('{ query: q }')).objects, 'SLI')[0]!, name: 'availability' }
    expect(broken('[{ target: 0.9 }]')).toMatchObject([{ line: 6, message: 'there is no SLI availability, and no reading of one' }])
    expect(broken('[{ target: 0.9 }]', reportedIndicator('availability'))).toEqual([])
    expect(broken('[{ target: 0.9 }]', { kind: 'SLI', name: 'availability', spec: value })).toMatchObject([
      { line: 8, path: 'spec.objectives.0.op', message: expect.stringContaining('op and value say what a good one is') },
    ])
    expect(broken('[{ target: 0.9, op: lt, value: 1 }]', { kind: 'SLI', name: 'availability', spec: value })).toEqual([])
  })

  it('of an indicator gives its service, its unit and its labels, which its sources agree on', () => {
    const ratio = (bad: string, total: string) =>
      `apiVersion: openslo/v1\nkind: SLI\nmetadata: { name: a }\nspec:\n  ratioMetric:\n    bad: { metricSource: { spec: { query: b, ${bad} } } }\n    total: { metricSource: { spec: { query: t, ${total} } } }\n`
    const [read] = specsOf(readOpenSlo(ratio('labels: { region: zone }', 'service: cart, unit: By')).objects, 'SLI')
    expect(read).toMatchObject({ service: 'cart', unit: 'By', labels: { region: 'zone' } })
    const { problems } = readOpenSlo(ratio('labels: { region: zone }', 'labels: { region: other }'))
    expect(problems).toMatchObject([{ line: 6, message: expect.stringContaining('say the same') }])
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
})
