import type { Dimension, Interval, ScopeInput, WindowInput } from '../generated/graphql.js'
import { type AddressChoices, readChoices, writeChoices } from './metric-choices.js'
import { calendarDay, daysBefore, isZone, startOfDay } from './zone.js'

export type WindowPreset = '7d' | '30d' | '90d' | 'quarter' | 'custom'

export interface Filters extends AddressChoices {
  teams: string[]
  services: string[]
  environments: string[]
  preset: WindowPreset
  /** ISO instants; only read when the preset is custom. */
  from: string | null
  to: string | null
  zone: string
  /** Null lets the window's length choose. */
  interval: Interval | null
  compare: boolean
  groupBy: Dimension | null
}

export interface ResolvedWindow {
  from: string
  to: string
  timeZone: string
}

export const windowPresets: ReadonlyArray<{ id: WindowPreset; title: string }> = [
  { id: '7d', title: '7 days' },
  { id: '30d', title: '30 days' },
  { id: '90d', title: '90 days' },
  { id: 'quarter', title: 'This quarter' },
  { id: 'custom', title: 'From … to' },
]

export const intervals: readonly Interval[] = ['HOUR', 'DAY', 'WEEK', 'MONTH', 'QUARTER']
export const groupings: readonly Dimension[] = [
  'TEAM',
  'SERVICE',
  'ENVIRONMENT',
  'REGION',
  'TRIGGER',
  'TIER',
  'KIND',
  'SEVERITY',
  'APPROVER_GROUP',
  'RISK',
]

/** The parameters that a link to another page takes along. */
export const filterParameters = [
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
] as const

const dayMilliseconds = 86_400_000

export function readFilters(search: URLSearchParams, fallbackZone: string): Filters {
  const from = readInstant(search.get('from'))
  const to = readInstant(search.get('to'))
  const zone = search.get('zone')
  return {
    teams: search.getAll('team'),
    services: search.getAll('service'),
    environments: search.getAll('environment'),
    preset: readPreset(search.get('window'), from, to),
    from,
    to,
    zone: zone && isZone(zone) ? zone : fallbackZone,
    interval: oneOf(intervals, search.get('interval')),
    compare: search.get('compare') !== 'no',
    groupBy: oneOf(groupings, search.get('group')),
    ...readChoices(search),
  }
}

/** Writes the whole state, so that a copied link shows the same thing to anyone. Other parameters are kept. */
export function writeFilters(search: URLSearchParams, filters: Filters): URLSearchParams {
  const next = new URLSearchParams(search)
  for (const name of filterParameters) next.delete(name)
  for (const team of filters.teams) next.append('team', team)
  for (const service of filters.services) next.append('service', service)
  for (const environment of filters.environments) next.append('environment', environment)
  next.set('window', filters.preset)
  if (filters.preset === 'custom' && filters.from && filters.to) {
    next.set('from', filters.from)
    next.set('to', filters.to)
  }
  next.set('zone', filters.zone)
  if (filters.interval) next.set('interval', filters.interval.toLowerCase())
  if (!filters.compare) next.set('compare', 'no')
  if (filters.groupBy) next.set('group', filters.groupBy.toLowerCase())
  writeChoices(next, filters)
  for (const [parameter, text] of filters.unknown) next.append(parameter, text)
  return next
}

/** A preset ends now and begins with a whole day there; the quarter is the calendar's. `now` in epoch milliseconds. */
export function resolveWindow(filters: Filters, now: number): ResolvedWindow {
  if (filters.preset === 'custom' && filters.from && filters.to) {
    return { from: filters.from, to: filters.to, timeZone: filters.zone }
  }
  return { from: iso(presetStart(filters, now)), to: iso(now), timeZone: filters.zone }
}

function presetStart(filters: Filters, now: number): number {
  const today = calendarDay(now, filters.zone)
  if (filters.preset === 'quarter') {
    const month = Math.floor((today.month - 1) / 3) * 3 + 1
    return startOfDay({ year: today.year, month, day: 1 }, filters.zone)
  }
  return startOfDay(daysBefore(today, presetDays(filters.preset) - 1), filters.zone)
}

function presetDays(preset: WindowPreset): number {
  if (preset === '7d') return 7
  return preset === '90d' ? 90 : 30
}

export function resolveInterval(filters: Filters, window: ResolvedWindow): Interval {
  if (filters.interval) return filters.interval
  const days = (Date.parse(window.to) - Date.parse(window.from)) / dayMilliseconds
  if (days <= 2) return 'HOUR'
  if (days <= 45) return 'DAY'
  return days <= 400 ? 'WEEK' : 'MONTH'
}

/** The same period of any later day: a preset turned into the instants it means now. */
export function pinWindow(filters: Filters, now: number): Filters {
  const { from, to } = resolveWindow(filters, now)
  return { ...filters, preset: 'custom', from, to }
}

export function toScope(filters: Pick<Filters, 'teams' | 'services' | 'environments'>): ScopeInput {
  return {
    ...(filters.teams.length > 0 && { teams: filters.teams }),
    ...(filters.services.length > 0 && { services: filters.services }),
    ...(filters.environments.length > 0 && { environments: filters.environments }),
  }
}

export function toWindowInput(window: ResolvedWindow): WindowInput {
  return { from: window.from, to: window.to, timeZone: window.timeZone }
}

function readPreset(text: string | null, from: string | null, to: string | null): WindowPreset {
  const preset = oneOf(
    windowPresets.map(({ id }) => id),
    text,
  )
  const bounded = from !== null && to !== null && from < to
  if (preset === 'custom' || preset === null) return bounded ? 'custom' : '30d'
  return preset
}

function readInstant(text: string | null): string | null {
  const instant = text === null ? Number.NaN : Date.parse(text)
  return Number.isNaN(instant) ? null : iso(instant)
}

function oneOf<Option extends string>(options: readonly Option[], text: string | null): Option | null {
  return options.find((option) => option.toLowerCase() === text?.toLowerCase()) ?? null
}

function iso(instant: number): string {
  return new Date(instant).toISOString()
}
