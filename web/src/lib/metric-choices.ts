import type { MetricOptionsInput } from '../generated/graphql.js'

/** How numbers are counted, where the page's address says so. */
export interface MetricChoices {
  /** Null is the workspace's own. */
  profile: string | null
  /** Single options over the profile, by their name: a word of their enum, a list of words, an ISO duration. */
  options: Readonly<Record<string, string>>
}

interface OptionField {
  name: string
  label: string
  values: ReadonlyArray<readonly [value: string, title: string]>
  toInput: (value: string) => MetricOptionsInput
}

function option(name: string, label: string, values: OptionField['values'], toInput: (word: never) => MetricOptionsInput): OptionField {
  // Only a word of `values` is ever passed on, and those are the words of the enum.
  return { name, label, values, toInput: toInput as (value: string) => MetricOptionsInput }
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
      ['ROLLBACK,REVERT,HOTFIX', 'rollback, revert, hotfix'],
      ['OUTCOME,ROLLBACK,HOTFIX,REVERT,INCIDENT', 'all five'],
    ],
    (signals: string) => ({ failure: { signals: signals.split(',') as never } }),
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

const profileName = /^[a-z0-9][a-z0-9-]{0,59}$/

export function readChoices(search: URLSearchParams): MetricChoices {
  const profile = search.get('profile')
  const options = search.getAll('option').flatMap((text) => {
    const [name = '', value = ''] = text.split(':', 2)
    const field = optionFields.find((known) => known.name === name)
    const known = field?.values.find(([word]) => word.toLowerCase() === value.toLowerCase())
    return known ? [[name, known[0]] as const] : []
  })
  return { profile: profile && profileName.test(profile) ? profile : null, options: Object.fromEntries(options) }
}

/** Adds to an address that has no choices yet. */
export function writeChoices(search: URLSearchParams, { profile, options }: MetricChoices): void {
  if (profile) search.set('profile', profile)
  for (const { name } of optionFields) {
    const value = options[name]
    if (value !== undefined) search.append('option', `${name}:${value.toLowerCase()}`)
  }
}

/** What a question about measures takes; null leaves it to the workspace. */
export function toOptions({ profile, options }: MetricChoices): MetricOptionsInput | null {
  const given = optionFields.flatMap(({ name, toInput }) => (options[name] === undefined ? [] : [toInput(options[name])]))
  if (profile === null && given.length === 0) return null
  return given.reduce<MetricOptionsInput>((all, one) => merge(all, one), profile === null ? {} : { profile })
}

function merge(all: MetricOptionsInput, one: MetricOptionsInput): MetricOptionsInput {
  return {
    ...all,
    ...one,
    ...(all.leadTime && one.leadTime && { leadTime: { ...all.leadTime, ...one.leadTime } }),
    ...(all.failure && one.failure && { failure: { ...all.failure, ...one.failure } }),
    ...(all.attribution && one.attribution && { attribution: { ...all.attribution, ...one.attribution } }),
  }
}

export function optionLabel(name: string): string {
  return optionFields.find((field) => field.name === name)?.label ?? otherLabels[name] ?? name
}

const otherLabels: Readonly<Record<string, string>> = { attributionMethods: 'Evidence that lays incidents', minConfidence: 'Least confidence' }

/** The value of an option, as definitions tell it, in the words of the panel. */
export function optionValueTitle(name: string, value: string): string {
  const field = optionFields.find((known) => known.name === name)
  if (name === 'attributionWindowHours') return value === 'none' ? 'without limit' : `${value} h`
  if (name === 'aggregate' && value === 'default') return 'each measure’s own'
  const set = (text: string) => text.toLowerCase().split(/,\s*/).sort().join()
  return field?.values.find(([word]) => set(word) === set(value))?.[1] ?? value.replaceAll('_', ' ')
}
