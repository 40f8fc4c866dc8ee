import { Duration } from 'luxon'
import type { Choices, OptionsInput } from '../metrics/options.js'

type Word = { [Name in keyof Choices]: Choices[Name] extends string ? Name : never }[keyof Choices]
type Words = { [Name in Word]: readonly Exclude<Choices[Name], 'default'>[] }

/** Options of one word, and their words. */
const WORDS: Words = {
  leadTimeUnit: ['commit', 'pull_request'],
  leadTimeClock: ['authored', 'committed', 'merged', 'opened'],
  aggregate: ['median_interpolated', 'median_lower', 'mean', 'median_of_daily_medians', 'mean_of_service_means'],
  firstDeployment: ['exclude', 'include'],
  productionEnvironments: ['first', 'each'],
  failureDenominator: ['finished', 'succeeded', 'non_rollback', 'with_known_commit'],
  attributionMatch: ['service', 'team', 'none'],
  rollbackBlames: ['replaced', 'first_after'],
  recoveryClock: ['earliest', 'deployment_finish', 'incident_start', 'detected'],
  emptyPeriods: ['include', 'skip'],
  approvalClock: ['wall', 'business'],
  provenanceState: ['verified', 'present'],
  ownership: ['current', 'historical'],
}

/** Options that take several words. */
const LISTS = {
  failureSignals: ['outcome', 'rollback', 'hotfix', 'revert', 'incident'],
  attributionMethods: ['declared', 'person', 'remediated', 'regression', 'recent'],
} satisfies { [Name in 'failureSignals' | 'attributionMethods']: Choices[Name] }

/** Reads `name:value` as the dashboard writes it into addresses, such as `leadTimeClock:merged`; null where it is not known. */
export function readOption(text: string): OptionsInput | null {
  const colon = text.indexOf(':')
  const [name, value] = [text.slice(0, Math.max(colon, 0)), text.slice(colon + 1).toLowerCase()]
  if (Object.hasOwn(WORDS, name)) return (WORDS[name as Word] as readonly string[]).includes(value) ? { [name]: value } : null
  if (Object.hasOwn(LISTS, name)) return readList(name as keyof typeof LISTS, value)
  if (name === 'minConfidence') return readShare(value)
  return name === 'attributionWindowHours' ? readHours(value) : null
}

function readList(name: keyof typeof LISTS, value: string): OptionsInput | null {
  const known: readonly string[] = LISTS[name]
  const words = value.split(',')
  return words.every((word) => known.includes(word)) ? { [name]: words } : null
}

function readShare(value: string): OptionsInput | null {
  return /^\d(\.\d{1,10})?$/.test(value) && Number(value) <= 1 ? { minConfidence: Number(value) } : null
}

function readHours(value: string): OptionsInput | null {
  if (value === 'none') return { attributionWindowHours: Infinity }
  const hours = Duration.fromISO(value.toUpperCase()).as('hours')
  return hours > 0 ? { attributionWindowHours: hours } : null
}
