import type { ReleaseEffectRowFragment } from '../../generated/graphql.js'
import { formatCount, formatDuration } from '../../lib/formats.js'

type Effect = ReleaseEffectRowFragment

const none = '—'
const secondsPer: Record<string, number> = { s: 1, ms: 0.001, us: 1e-6, ns: 1e-9 }

export function shareText(share: number | null | undefined): string {
  return share === null || share === undefined ? none : `${(share * 100).toLocaleString('en-GB', { maximumSignificantDigits: 3 })}\u00a0%`
}

/** A change of a share in percentage points. */
export function changeText(change: number | null | undefined): string {
  if (change === null || change === undefined) return none
  const points = (change * 100).toLocaleString('en-GB', { maximumSignificantDigits: 3, signDisplay: 'exceptZero' }).replace('-', '−')
  return `${points}\u00a0points`
}

export function chanceText(pValue: number | null | undefined): string {
  if (pValue === null || pValue === undefined) return none
  return pValue < 0.0001 ? '< 0.01\u00a0%' : `${(pValue * 100).toLocaleString('en-GB', { maximumSignificantDigits: 2 })}\u00a0%`
}

/** The 95th percentile before and after; null without a histogram. */
export function latencyText({ before, after, unit }: Effect): string | null {
  const [first, second] = [before, after].map(({ quantiles }) => quantiles.find(({ name }) => name === 'p95')?.value ?? null)
  if (first == null && second == null) return null
  return `${quantityText(first, unit)} → ${quantityText(second, unit)}`
}

/** What a thousand requests cost before and after; null where no cost is reported. */
export function costText({ before, after }: Effect): string | null {
  const [first, second] = [before.costPerRequest, after.costPerRequest]
  if (first == null && second == null) return null
  return `${costOf(first)} → ${costOf(second)}`
}

function costOf(cost: number | null | undefined): string {
  return cost == null ? none : (cost * 1000).toLocaleString('en-GB', { maximumSignificantDigits: 3 })
}

/** A value in a UCUM unit; times as a person says them. */
export function quantityText(value: number | null | undefined, unit: string): string {
  if (value === null || value === undefined) return none
  const seconds = secondsPer[unit]
  if (seconds !== undefined) return formatDuration(value * seconds)
  return unit === '' || unit === '1' ? formatCount(value) : `${formatCount(value)}\u00a0${unit}`
}

type Verdict = { tone: 'good' | 'bad' | 'plain'; word: string }

export function verdictOf({ settled, regressed, change, objectives, objectivesMet, after }: Effect): Verdict {
  if (!settled) return { tone: 'plain', word: 'under way' }
  if (regressed) return { tone: 'bad', word: 'regressed' }
  if (objectives > objectivesMet) return { tone: 'bad', word: 'objective missed' }
  if (after.total === 0 && after.value == null && after.quantiles.length === 0) return { tone: 'plain', word: 'nothing after' }
  return change == null ? { tone: 'plain', word: 'not compared' } : { tone: 'good', word: 'no worse' }
}
