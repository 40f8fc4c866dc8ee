import type { Direction, Unit } from '../generated/graphql.js'

const noValue = '—'
const minute = 60
const hour = 3600
const day = 86_400

export function formatValue(value: number | null | undefined, unit: Unit): string {
  if (value === null || value === undefined) return noValue
  if (unit === 'SECONDS') return formatDuration(value)
  if (unit === 'RATIO') return formatRatio(value)
  return formatCount(value)
}

export function formatCount(value: number): string {
  return value.toLocaleString('en-GB', { maximumFractionDigits: Math.abs(value) < 10 ? 2 : 1 })
}

/** A share from 0 to 1 as a percentage. */
export function formatRatio(value: number): string {
  const percent = value * 100
  const size = Math.abs(percent)
  // What is not nothing is not shown as 0.
  const digits = percent !== 0 && size < 0.01 ? { maximumSignificantDigits: 1 } : { maximumFractionDigits: size < 1 ? 2 : 1 }
  return `${percent.toLocaleString('en-GB', digits)}\u00a0%`
}

/** A share from 0 to 1 as a percentage with all its nines. */
export function formatPrecise(value: number): string {
  return `${(value * 100).toLocaleString('en-GB', { maximumFractionDigits: 4 })}\u00a0%`
}

/** Whole down to where `formatValue` rounds, for two values that it shows as one. */
export function formatExactly(value: number, unit: string): string {
  if (unit === 'SECONDS') return exactDuration(value)
  if (unit === 'RATIO') return formatPrecise(value)
  return value.toLocaleString('en-GB', { maximumFractionDigits: 6 })
}

function exactDuration(seconds: number): string {
  const parts: string[] = []
  let rest = Math.abs(seconds)
  for (const [size, name] of [
    [day, 'd'],
    [hour, 'h'],
    [minute, 'min'],
  ] as const) {
    const whole = Math.floor(rest / size)
    if (whole > 0) parts.push(`${whole}\u00a0${name}`)
    rest -= whole * size
  }
  if (rest > 0 || parts.length === 0) parts.push(`${rest.toLocaleString('en-GB', { maximumFractionDigits: 3 })}\u00a0s`)
  return `${seconds < 0 ? '−' : ''}${parts.join(' ')}`
}

/** Seconds as the two largest units a person would say. */
export function formatDuration(seconds: number): string {
  const size = Math.abs(seconds)
  const sign = seconds < 0 ? '−' : ''
  if (size === 0) return '0\u00a0s'
  if (size < 0.001) return `${sign}${trim(size * 1e6)}\u00a0µs`
  if (size < 0.9995) return `${sign}${trim(size * 1000)}\u00a0ms`
  if (size < 59.5) return `${sign}${trim(size)}\u00a0s`
  if (size < hour - 30) return `${sign}${pair(size, minute, 'min', 1, 's', size < 10 * minute)}`
  if (size < day - 1800) return `${sign}${pair(size, hour, 'h', minute, 'min', true)}`
  return `${sign}${pair(size, day, 'd', hour, 'h', size < 30 * day)}`
}

function pair(size: number, large: number, largeName: string, small: number, smallName: string, both: boolean): string {
  if (!both) return `${Math.round(size / large).toLocaleString('en-GB')}\u00a0${largeName}`
  const rounded = Math.round(size / small) * small
  const whole = Math.floor(rounded / large)
  const rest = Math.round((rounded - whole * large) / small)
  return rest === 0 ? `${whole}\u00a0${largeName}` : `${whole}\u00a0${largeName} ${rest}\u00a0${smallName}`
}

function trim(value: number): string {
  return value.toLocaleString('en-GB', { maximumFractionDigits: value < 10 ? 1 : 0 })
}

export type ChangeSense = 'better' | 'worse' | 'same' | 'neutral'

export interface ChangeText {
  text: string
  sense: ChangeSense
  spoken: string
}

/** How a value compares with the previous period; null when either side is missing. */
export function describeChange(
  value: number | null | undefined,
  previous: number | null | undefined,
  unit: Unit,
  direction: Direction,
): ChangeText | null {
  if (value === null || value === undefined || previous === null || previous === undefined) return null
  const difference = value - previous
  const sense = senseOf(difference, direction)
  const text = changeAmount(difference, previous, unit)
  return { text, sense, spoken: `${text} against the previous period (${formatValue(previous, unit)}), ${spokenSense(sense)}` }
}

function changeAmount(difference: number, previous: number, unit: Unit): string {
  if (difference === 0) return 'unchanged'
  const sign = difference > 0 ? '+' : '−'
  if (unit === 'RATIO') return `${sign}${formatCount(Math.abs(difference) * 100)}\u00a0points`
  if (previous === 0) return `${sign}${formatValue(Math.abs(difference), unit)}`
  const percent = Math.abs(difference / previous) * 100
  return `${sign}${percent.toLocaleString('en-GB', { maximumFractionDigits: percent < 10 ? 1 : 0 })}\u00a0%`
}

function senseOf(difference: number, direction: Direction): ChangeSense {
  if (difference === 0) return 'same'
  if (direction === 'NEUTRAL') return 'neutral'
  return difference > 0 === (direction === 'HIGHER_IS_BETTER') ? 'better' : 'worse'
}

function spokenSense(sense: ChangeSense): string {
  if (sense === 'same') return 'no change'
  return sense === 'neutral' ? 'neither better nor worse' : sense
}

interface Countable {
  value?: number | null
  n: number
  unit: Unit
  excluded: ReadonlyArray<{ count: number }>
}

/** Why there is no number, in a few words and in a sentence. */
export function explainMissing(measured: Countable): { short: string; long: string } {
  const excluded = measured.excluded.reduce((sum, exclusion) => sum + exclusion.count, 0)
  if (excluded > 0 && measured.n === 0) {
    return { short: 'all left out', long: `Nothing remains to count: all ${formatCount(excluded)} records were left out. Open it to see why.` }
  }
  if (measured.unit === 'COUNT') return { short: 'no data', long: 'No data: no event of this scope has arrived before or in this window.' }
  return { short: 'nothing to divide by', long: 'Nothing to divide by: no record in this window counts towards it.' }
}

const dateTimeStyle: Intl.DateTimeFormatOptions = {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
}

export function formatInstant(iso: string, zone: string): string {
  return new Date(iso).toLocaleString('en-GB', { ...dateTimeStyle, timeZone: zone })
}

export function formatDay(instant: number | string, zone: string): string {
  return new Date(instant).toLocaleDateString('en-GB', { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone: zone })
}

export function formatClock(iso: string, zone: string): string {
  return new Date(iso).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone })
}

export function utcTitle(iso: string): string {
  return `${new Date(iso).toISOString().replace('T', ' ').replace('Z', '')} UTC`
}

/** `rolled_back` and `ROLLED_BACK` as words. */
export function words(code: string): string {
  return code.replaceAll(/[_.]/g, ' ').toLowerCase()
}

export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

export function shortCommit(sha: string): string {
  return sha.slice(0, 8)
}

export function formatBytes(bytes: number): string {
  return bytes < 1024 ? `${bytes} B` : `${formatCount(bytes / 1024)} KiB`
}
