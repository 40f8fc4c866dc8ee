import { DateTime, IANAZone } from 'luxon'
import { DIMENSION_SQL } from '../metrics/aggregate.js'
import type { Interval, WeekStart, Window } from '../metrics/calendar/calendar.js'
import { firstInstantAt } from '../metrics/calendar/local-time.js'
import type { Dimension } from '../metrics/measure.js'
import type { OptionsInput } from '../metrics/options.js'
import { PROFILES } from '../metrics/profiles.js'
import type { Scope } from '../metrics/scope.js'
import { readOption } from './view-options.js'

/** What the query of a dashboard address says about measures. */
export type ViewState = {
  scope: Scope
  window: { preset: Preset } | { from: Date; to: Date }
  /** An IANA name. */
  timeZone: string
  /** Null lets the window's length choose. */
  interval: Interval | null
  compare: boolean
  groupBy: Dimension | null
  options: OptionsInput
}

export type Preset = '7d' | '30d' | '90d' | 'quarter'

/** The state cannot be kept or shown; the message says what of it. */
export class ViewRefused extends Error {
  override readonly name = 'ViewRefused'
}

export const MOST_STATE = 4000

const INTERVALS: readonly Interval[] = ['HOUR', 'DAY', 'WEEK', 'MONTH', 'QUARTER']
const DIMENSIONS = Object.keys(DIMENSION_SQL) as Dimension[]
const DAYS: Readonly<Record<Exclude<Preset, 'quarter'>, number>> = { '7d': 7, '30d': 30, '90d': 90 }
const PARAMETERS = new Set([
  'team',
  'service',
  'environment',
  'window',
  'from',
  'to',
  'zone',
  'interval',
  'compare',
  'group',
  'profile',
  'option',
  'id',
])
const DAY_MS = 86_400_000

/**
 * Reads the query of an address, such as `team=checkout&window=90d&zone=Europe%2FBerlin&profile=gitlab`. What it does not know
 * is refused, because leaving it out would show other numbers than were saved. `id` is the service of a service's page.
 */
export function readViewState(text: string): ViewState {
  if (text.length > MOST_STATE) throw new ViewRefused(`state is longer than ${MOST_STATE} characters.`)
  const query = new URLSearchParams(text)
  for (const name of query.keys()) {
    if (!PARAMETERS.has(name)) throw new ViewRefused(`state has the parameter "${name.slice(0, 50)}", which is not known.`)
  }
  return {
    scope: readScope(query),
    window: readWindow(query),
    timeZone: readZone(query.get('zone')),
    interval: readWord(query, 'interval', INTERVALS),
    compare: query.get('compare') !== 'no',
    groupBy: readWord(query, 'group', DIMENSIONS),
    options: readOptions(query),
  }
}

/** The instants that a state's window means at `now`: a preset begins with a whole day there and ends now. */
export function windowOf({ window, timeZone }: ViewState, now: Date, weekStart: WeekStart): Window {
  if ('from' in window) return { ...window, timeZone, weekStart }
  return { from: presetStart(window.preset, timeZone, now), to: now, timeZone, weekStart }
}

/** As the dashboard chooses it. */
export function intervalOf({ interval }: ViewState, { from, to }: Window): Interval {
  if (interval) return interval
  const days = (to.getTime() - from.getTime()) / DAY_MS
  if (days <= 2) return 'HOUR'
  if (days <= 45) return 'DAY'
  return days <= 400 ? 'WEEK' : 'MONTH'
}

function readScope(query: URLSearchParams): Scope {
  const [teams, services, environments] = ['team', 'service', 'environment'].map((name) => query.getAll(name)) as [string[], string[], string[]]
  const id = query.get('id')
  return {
    ...(teams.length > 0 ? { teams } : {}),
    ...(id !== null ? { services: [id] } : services.length > 0 ? { services } : {}),
    ...(environments.length > 0 ? { environments } : {}),
  }
}

function readOptions(query: URLSearchParams): OptionsInput {
  const profile = query.get('profile')
  if (profile && !PROFILES.some(({ name }) => name === profile)) throw new ViewRefused(`The profile "${profile.slice(0, 50)}" is not known.`)
  const options: OptionsInput[] = query.getAll('option').map((text) => {
    const option = readOption(text)
    if (!option) throw new ViewRefused(`The option "${text.slice(0, 80)}" is not known.`)
    return option
  })
  return Object.assign({}, profile ? { profile } : {}, ...options) as OptionsInput
}

function readWindow(query: URLSearchParams): ViewState['window'] {
  const name = query.get('window')
  if (name !== null && name !== 'custom' && name !== 'quarter' && !(name in DAYS))
    throw new ViewRefused(`The window "${name.slice(0, 50)}" is not known.`)
  const [from, to] = [query.get('from'), query.get('to')].map((text) => new Date(text ?? Number.NaN)) as [Date, Date]
  if (name === null || name === 'custom') {
    if (from < to) return { from, to }
    if (name === 'custom' || query.has('from') || query.has('to'))
      throw new ViewRefused('A window of its own needs from and to, the first before the second.')
  }
  return { preset: (name ?? '30d') as Preset }
}

function readZone(zone: string | null): string {
  if (zone === null) return 'UTC'
  if (!/^[A-Za-z]/.test(zone) || !IANAZone.isValidZone(zone))
    throw new ViewRefused(`"${zone.slice(0, 50)}" is not an IANA time zone such as Europe/Berlin or UTC.`)
  return zone
}

function readWord<Word extends string>(query: URLSearchParams, name: string, words: readonly Word[]): Word | null {
  const text = query.get(name)
  if (text === null) return null
  const word = words.find((known) => known === text.toUpperCase())
  if (!word) throw new ViewRefused(`${name} is "${text.slice(0, 50)}"; it is one of ${words.join(', ').toLowerCase()}.`)
  return word
}

function presetStart(preset: Preset, timeZone: string, now: Date): Date {
  const today = DateTime.fromJSDate(now, { zone: timeZone }).setZone('utc', { keepLocalTime: true }).startOf('day')
  const first = preset === 'quarter' ? today.startOf('quarter') : today.minus({ days: DAYS[preset] - 1 })
  return new Date(firstInstantAt(IANAZone.create(timeZone), first.toMillis()))
}
