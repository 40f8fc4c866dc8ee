import { describe, expect, it } from 'vitest'
import { brokenReferences } from './content.js'
import { readOpenSlo } from './read.js'

describe('alert policies', () => {
  const policy = (spec: string) => `apiVersion: openslo/v1\nkind: AlertPolicy\nmetadata: { name: fast }\nspec:\n${spec}`
  const inPlace = (condition: string, severity = 'critical') => `  conditions:
    - kind: AlertCondition
      metadata: { name: fast-burn }
      spec:
        severity: ${severity}
        condition: ${condition}
`

  it('have a condition and targets, in place or by name', () => {
    const { objects, references, problems } = readOpenSlo(
      policy(
        `${inPlace('{ kind: burnrate, threshold: 2, lookbackWindow: 1h, alertAfter: 5m }')}  alertWhenResolved: false\n  notificationTargets: [{ targetRef: on-call }]\n`,
      ),
    )
    expect(problems).toEqual([])
    expect(objects).toEqual([
      {
        kind: 'AlertCondition',
        name: 'fast-burn',
        spec: { name: 'fast-burn', displayName: '', description: '', severity: 'page', threshold: 2, lookbackSeconds: 3_600, alertAfterSeconds: 300 },
      },
      {
        kind: 'AlertPolicy',
        name: 'fast',
        spec: {
          name: 'fast',
          displayName: '',
          description: '',
          whenBreaching: true,
          whenResolved: false,
          whenNoData: false,
          condition: 'fast-burn',
          targets: ['on-call'],
        },
      },
    ])
    expect(brokenReferences(references, objects)).toMatchObject([{ line: 12, message: 'there is no AlertNotificationTarget on-call' }])
    expect(
      brokenReferences(references, [
        ...objects,
        { kind: 'AlertNotificationTarget', name: 'on-call', spec: { name: 'on-call', displayName: '', description: '', target: 'slack' } },
      ]),
    ).toEqual([])
  })

  it.each([
    ['no condition', '  notificationTargets: []\n', 4, 'one condition'],
    ['two conditions', '  conditions: [{ conditionRef: a }, { conditionRef: b }]\n', 5, 'one condition'],
    ['a severity that is none', inPlace('{ threshold: 2, lookbackWindow: 1h }', 'loud'), 9, 'severity is page'],
    ['another kind of condition', inPlace('{ kind: errors, threshold: 2, lookbackWindow: 1h }'), 10, 'of kind burnrate'],
    ['no threshold', inPlace('{ lookbackWindow: 1h }'), 10, 'threshold is a number above 0'],
    ['a month to look back on', inPlace('{ threshold: 2, lookbackWindow: 1M }'), 10, 'lookbackWindow is in minutes'],
    ['a burn that is too slow', inPlace('{ op: lt, threshold: 2, lookbackWindow: 1h }'), 10, 'op is gt'],
    ['a flag in words', `${inPlace('{ threshold: 2, lookbackWindow: 1h }')}  alertWhenNoData: sometimes\n`, 11, 'true or false'],
    ['a target without a name', `${inPlace('{ threshold: 2, lookbackWindow: 1h }')}  notificationTargets: [{}]\n`, 11, 'named by targetRef'],
  ])('with %s are refused at their line', (_, spec, line, message) => {
    const { problems, objects } = readOpenSlo(policy(spec))
    expect(problems).toMatchObject([{ line, message: expect.stringContaining(message) as string }])
    expect(objects.filter(({ kind }) => kind === 'AlertPolicy')).toEqual([])
  })
})

describe('a source of data', () => {
  it('can be read, and is there where one is named', () => {
    const source = 'apiVersion: openslo/v1\nkind: DataSource\nmetadata: { name: theirs }\nspec: { type: Datadog }\n'
    expect(readOpenSlo(source).problems).toMatchObject([{ line: 4, message: expect.stringContaining('not Datadog') as string }])
    const indicator =
      'apiVersion: openslo/v1\nkind: SLI\nmetadata: { name: a }\nspec: { thresholdMetric: { metricSource: { metricSourceRef: ours, spec: { query: a } } } }\n'
    const { references, objects } = readOpenSlo(indicator)
    expect(brokenReferences(references, objects)).toMatchObject([{ line: 4, message: 'there is no DataSource ours' }])
  })
})
