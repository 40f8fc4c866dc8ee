import type { MetricOptions } from '../../metrics/options.js'
import type { Place } from './facts.js'

/** Under what a record counts. */
export type RecordPlace = Place & { severity: string; approver_group: string; risk: string }

/** One thing that could count: when, under what, and whether it does (`counted`) or why it does not. */
export type NaiveRecord = { at: number; state: string; value: number; place: RecordPlace; extra: Record<string, unknown> }

/** `coverage` where it is counted by hand too. */
export type Numbers = { value: number | null; coverage?: number | null; stats: Record<string, number | null> }

export type Span = { from: number; to: number; now: number; zone: string }

type Told = Partial<Place> & { severity?: string; approver_group?: string; risk?: string; teamThen?: string }

/** A record under the team that the options name. */
export function record(
  told: Told,
  options: MetricOptions,
  rest: Omit<NaiveRecord, 'place' | 'extra'> & { extra?: Record<string, unknown> },
): NaiveRecord {
  const { service = '', tier = '', environment = '', production = false, regions = [], trigger = '', kind = '' } = told
  const team = (options.ownership === 'historical' ? told.teamThen : told.team) ?? ''
  const { severity = '', approver_group = '', risk = '' } = told
  return { extra: {}, ...rest, place: { service, team, tier, environment, production, regions, trigger, kind, severity, approver_group, risk } }
}

export function countOf(records: readonly NaiveRecord[], holds: (record: NaiveRecord) => boolean): number {
  return records.filter(holds).length
}

export function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole
}

export function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length
}

/** Type 7. */
export function quantile(values: readonly number[], p: number): number | null {
  const sorted = [...values].sort((a, b) => a - b)
  if (sorted.length === 0) return null
  const place = (sorted.length - 1) * p
  const below = sorted[Math.floor(place)] as number
  const above = sorted[Math.ceil(place)] as number
  return below + (place - Math.floor(place)) * (above - below)
}
