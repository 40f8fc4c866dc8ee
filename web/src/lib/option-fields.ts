import type { MetricOptionsInput } from '../generated/graphql.js'
import { oneWord, reach, severalWords, share } from './option-values.js'

type Values = ReadonlyArray<readonly [value: string, title: string]>

interface OptionField {
  name: string
  label: string
  /** What there is to choose from. An address may say more where `read` takes more. */
  values: Values
  /** The one way to write a value; null where it is none. */
  read: (text: string) => string | null
  toInput: (value: string) => MetricOptionsInput
}

function option(
  name: string,
  label: string,
  values: Values,
  toInput: (word: never) => MetricOptionsInput,
  read = oneWord(values.map(([word]) => word)),
): OptionField {
  // Only what `read` gives is ever passed on, and its words are those of the enum.
  return { name, label, values, read, toInput: toInput as (value: string) => MetricOptionsInput }
}

/** The options that can be chosen one by one; the names are those that definitions give. */
export const optionFields: readonly OptionField[] = [
  option(
    'leadTimeUnit',
    'Lead time is of',
    [
      ['COMMIT', 'each commit'],
      ['PULL_REQUEST', 'each pull request'],
    ],
    (unit) => ({ leadTime: { unit } }),
  ),
  option(
    'leadTimeClock',
    'Lead time begins when',
    [
      ['COMMITTED', 'committed'],
      ['AUTHORED', 'authored'],
      ['OPENED', 'opened for review'],
      ['MERGED', 'merged'],
    ],
    (clock) => ({ leadTime: { clock } }),
  ),
  option(
    'aggregate',
    'Durations become one by',
    [
      ['MEDIAN_INTERPOLATED', 'median'],
      ['MEDIAN_LOWER', 'lower median'],
      ['MEAN', 'mean'],
      ['MEDIAN_OF_DAILY_MEDIANS', 'median of the days’ medians'],
      ['MEAN_OF_SERVICE_MEANS', 'mean of the services’ means'],
    ],
    (aggregate) => ({ aggregate }),
  ),
  option(
    'firstDeployment',
    'First deployment of a service',
    [
      ['EXCLUDE', 'left out'],
      ['INCLUDE', 'counted'],
    ],
    (firstDeployment) => ({ firstDeployment }),
  ),
  option(
    'productionEnvironments',
    'Several production environments',
    [
      ['FIRST', 'the first that took a change'],
      ['EACH', 'each of them'],
    ],
    (productionEnvironments) => ({ productionEnvironments }),
  ),
  option(
    'failureSignals',
    'Failed is told by',
    [
      ['OUTCOME', 'the outcome'],
      ['INCIDENT', 'incidents'],
      ['ROLLBACK', 'rollbacks'],
      ['OUTCOME,ROLLBACK,HOTFIX,INCIDENT', 'outcome, rollback, hotfix, incident'],
      ['ROLLBACK,HOTFIX,REVERT', 'rollback, hotfix, revert'],
      ['OUTCOME,ROLLBACK,HOTFIX,REVERT,INCIDENT', 'all five'],
    ],
    (signals: string) => ({ failure: { signals: signals.split(',') as never } }),
    severalWords(['OUTCOME', 'ROLLBACK', 'HOTFIX', 'REVERT', 'INCIDENT']),
  ),
  option(
    'failureDenominator',
    'Failures are divided by',
    [
      ['FINISHED', 'what ended'],
      ['SUCCEEDED', 'what succeeded'],
      ['NON_ROLLBACK', 'all but rollbacks'],
      ['WITH_KNOWN_COMMIT', 'what has a known commit'],
    ],
    (denominator) => ({ failure: { denominator } }),
  ),
  option(
    'attributionWindowHours',
    'Incidents reach back',
    [
      ['PT1H', '1 hour'],
      ['PT4H', '4 hours'],
      ['PT24H', '24 hours'],
      ['PT72H', '3 days'],
      ['PT168H', '7 days'],
      ['none', 'without limit'],
    ],
    (window) => ({ attribution: { window } }),
    reach,
  ),
  option(
    'attributionMatch',
    'Incidents are laid at',
    [
      ['SERVICE', 'their service'],
      ['TEAM', 'their team'],
      ['NONE', 'nothing'],
    ],
    (match) => ({ attribution: { match } }),
  ),
  option(
    'attributionMethods',
    'Evidence that lays incidents',
    [
      ['DECLARED', 'declared'],
      ['DECLARED,PERSON', 'declared, person'],
      ['DECLARED,PERSON,REMEDIATED', 'declared, person, remediated'],
      ['DECLARED,PERSON,REMEDIATED,REGRESSION', 'all but recent'],
      ['DECLARED,PERSON,REMEDIATED,REGRESSION,RECENT', 'all five'],
    ],
    (methods: string) => ({ attribution: { methods: methods.split(',') as never } }),
    severalWords(['DECLARED', 'PERSON', 'REMEDIATED', 'REGRESSION', 'RECENT']),
  ),
  option(
    'minConfidence',
    'Least confidence',
    [
      ['0', 'any'],
      ['0.5', '0.5'],
      ['0.7', '0.7'],
      ['0.9', '0.9'],
    ],
    (confidence: string) => ({ minConfidence: Number(confidence) }),
    share,
  ),
  option(
    'rollbackBlames',
    'A rollback blames',
    [
      ['REPLACED', 'what it replaced'],
      ['FIRST_AFTER', 'the first after what it returns to'],
    ],
    (blames) => ({ rollback: { blames } }),
  ),
  option(
    'recoveryClock',
    'Recovery begins with',
    [
      ['EARLIEST', 'the earliest sign'],
      ['DEPLOYMENT_FINISH', 'the end of the deployment'],
      ['INCIDENT_START', 'the start of the incident'],
      ['DETECTED', 'its detection'],
    ],
    (clock) => ({ recovery: { clock } }),
  ),
  option(
    'emptyPeriods',
    'Days without a deployment',
    [
      ['INCLUDE', 'count in averages'],
      ['SKIP', 'do not'],
    ],
    (emptyPeriods) => ({ calendar: { emptyPeriods } }),
  ),
  option(
    'approvalClock',
    'Approvals are timed by',
    [
      ['WALL', 'the clock'],
      ['BUSINESS', 'business hours'],
    ],
    (clock) => ({ approval: { clock } }),
  ),
  option(
    'provenanceState',
    'Provenance has to be',
    [
      ['VERIFIED', 'verified'],
      ['PRESENT', 'present'],
    ],
    (state) => ({ provenance: { state } }),
  ),
  option(
    'ownership',
    'History belongs to',
    [
      ['CURRENT', 'the team of today'],
      ['HISTORICAL', 'the team of then'],
    ],
    (ownership) => ({ ownership }),
  ),
]
