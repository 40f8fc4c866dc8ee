import type { MetricOptionsInput } from '../generated/graphql.js'
import { formatCount } from './formats.js'
import { optionFields } from './option-fields.js'
import { hoursOf } from './option-values.js'

/** How numbers are counted, where the page's address says so. */
export interface MetricChoices {
  /** Null is the workspace's own. */
  profile: string | null
  /** Single options over the profile, by their name: a word of their enum, a list of words, an ISO duration. */
  options: Readonly<Record<string, string>>
}

export interface AddressChoices extends MetricChoices {
  /** Parameters of the address that say nothing anybody knows. */
  unknown: ReadonlyArray<readonly [parameter: 'profile' | 'option', text: string]>
}

const profileName = /^[a-z0-9][a-z0-9-]{0,59}$/

export function readChoices(search: URLSearchParams): AddressChoices {
  const profile = search.get('profile')
  const isProfile = profile !== null && profileName.test(profile)
  const given = search.getAll('option').map((text) => ({ text, known: readOption(text) }))
  return {
    profile: isProfile ? profile : null,
    options: Object.fromEntries(given.flatMap(({ known }) => (known ? [known] : []))),
    unknown: [
      ...(profile && !isProfile ? [['profile', profile] as const] : []),
      ...given.flatMap(({ text, known }) => (known ? [] : [['option', text] as const])),
    ],
  }
}

function readOption(text: string): readonly [name: string, value: string] | null {
  const colon = text.indexOf(':')
  const field = optionFields.find(({ name }) => name === text.slice(0, Math.max(colon, 0)))
  const value = field?.read(text.slice(colon + 1)) ?? null
  return field && value !== null ? [field.name, value] : null
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
  return optionFields.find((field) => field.name === name)?.label ?? name
}

/** The value of an option, as definitions tell it or an address has it, in the words of the panel. */
export function optionValueTitle(name: string, value: string): string {
  if (name === 'aggregate' && value === 'default') return 'each measure’s own'
  const words = (text: string) => text.toLowerCase().split(/,\s*/)
  const isSame = (text: string) => words(text).sort().join() === words(value).sort().join()
  const known = optionFields.find((field) => field.name === name)?.values.find(([word]) => isSame(word))?.[1]
  if (known !== undefined) return known
  return name === 'attributionWindowHours' ? hoursTitle(value) : words(value).join(', ').replaceAll('_', ' ')
}

/** Definitions tell hours, addresses a duration. */
function hoursTitle(value: string): string {
  const hours = hoursOf(value) ?? Number(value)
  return hours === 1 ? '1 hour' : `${formatCount(hours)} hours`
}
