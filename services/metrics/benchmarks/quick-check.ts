import type { MetricKey } from '../measure.js'
import { MetricError } from '../metric-error.js'
import { QUICK_CHECK_SOURCES, type BenchmarkSource } from './sources.js'

export type QuickCheckEdition = keyof typeof QUICK_CHECK_SOURCES
export type QuickCheckKey = Extract<
  MetricKey,
  'change_lead_time' | 'deployment_frequency' | 'failed_deployment_recovery_time' | 'change_failure_rate' | 'deployment_rework_rate'
>

export type QuickCheckPart = {
  key: QuickCheckKey
  /** Rollouts per day, seconds, or a ratio from 0 to 1. */
  value: number | null
  /** 1, the worst, to 6; null for a percentage and for no value. */
  category: number | null
  /** What the survey would have had ticked; null without a value. */
  answer: string | null
  /** 0 to 10; null without a value. */
  score: number | null
  industryMean: number
}

export type QuickCheck = {
  edition: QuickCheckEdition
  /** The mean of the parts that have a score; null where none has. */
  score: number | null
  scored: number
  parts: QuickCheckPart[]
  industryMean: number
  source: BenchmarkSource
}

export const QUICK_CHECK_EDITIONS: readonly QuickCheckEdition[] = ['2024', '2025']

const INDUSTRY_MEANS: Readonly<Record<QuickCheckEdition, readonly (readonly [QuickCheckKey, number])[]>> = {
  '2024': [
    ['change_lead_time', 5.1],
    ['deployment_frequency', 5.3],
    ['failed_deployment_recovery_time', 7.5],
    ['change_failure_rate', 8.3],
  ],
  '2025': [
    ['change_lead_time', 5.5],
    ['deployment_frequency', 4.8],
    ['failed_deployment_recovery_time', 7.4],
    ['change_failure_rate', 8.1],
    ['deployment_rework_rate', 7.8],
  ],
}

const HOUR = 3600
const DAY = 24 * HOUR

/** A duration belongs to the category that it begins, so a whole day is "one day to one week"; in seconds. */
const DURATIONS = [
  { category: 6, answer: 'less than one hour', holds: (seconds: number) => seconds < HOUR },
  { category: 5, answer: 'less than one day', holds: (seconds: number) => seconds < DAY },
  { category: 4, answer: 'one day to one week', holds: (seconds: number) => seconds < 7 * DAY },
  { category: 3, answer: 'one week to one month', holds: (seconds: number) => seconds < 30 * DAY },
  { category: 2, answer: 'one to six months', holds: (seconds: number) => seconds <= 182.5 * DAY },
  { category: 1, answer: 'more than six months', holds: () => true },
] as const

/** A rate belongs to the category that it ends, so once per day is "between once per day and once per week"; per day. */
const RATES = [
  { category: 6, answer: 'on demand (multiple deploys per day)', holds: (perDay: number) => perDay > 24 },
  { category: 5, answer: 'between once per hour and once per day', holds: (perDay: number) => perDay > 1 },
  { category: 4, answer: 'between once per day and once per week', holds: (perDay: number) => perDay > 1 / 7 },
  { category: 3, answer: 'between once per week and once per month', holds: (perDay: number) => perDay > 1 / 30 },
  { category: 2, answer: 'between once per month and once every six months', holds: (perDay: number) => perDay >= 1 / 182.5 },
  { category: 1, answer: 'fewer than once per six months', holds: () => true },
] as const

export function quickCheckKeys(edition: string): QuickCheckKey[] {
  return INDUSTRY_MEANS[checkEdition(edition)].map(([key]) => key)
}

/** The score of the quick check of dora.dev: categories 1 to 6 become 0 to 10, percentages 0 to 100 become 10 to 0, and the mean of those known. */
export function scoreQuickCheck(edition: string, values: Readonly<Partial<Record<QuickCheckKey, number | null>>>): QuickCheck {
  const known = checkEdition(edition)
  const means = INDUSTRY_MEANS[known]
  const parts = means.map(([key, industryMean]) => ({ key, industryMean, ...scorePart(key, values[key] ?? null) }))
  const scores = parts.flatMap(({ score }) => (score === null ? [] : [score]))
  return {
    edition: known,
    score: scores.length === 0 ? null : mean(scores),
    scored: scores.length,
    parts,
    industryMean: mean(means.map(([, industryMean]) => industryMean)),
    source: QUICK_CHECK_SOURCES[known],
  }
}

function scorePart(key: QuickCheckKey, value: number | null): Omit<QuickCheckPart, 'key' | 'industryMean'> {
  const nothing = { value, category: null, answer: null, score: null }
  if (value === null) return nothing
  if (key === 'change_failure_rate' || key === 'deployment_rework_rate') {
    // Where incidents are counted beside deployments there may be more of them; the survey knows no such share.
    if (value < 0 || value > 1) return nothing
    return { value, category: null, answer: `${Number((value * 100).toFixed(1))} %`, score: (1 - value) * 10 }
  }
  const scale = key === 'deployment_frequency' ? RATES : DURATIONS
  const found = scale.find(({ holds }) => holds(value))
  return found ? { value, category: found.category, answer: found.answer, score: ((found.category - 1) / 5) * 10 } : nothing
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0) / numbers.length
}

function checkEdition(edition: string): QuickCheckEdition {
  const known = QUICK_CHECK_EDITIONS.find((candidate) => candidate === edition)
  if (!known) throw new MetricError('UNKNOWN_EDITION', `There is no quick check of ${edition}; there are ${QUICK_CHECK_EDITIONS.join(' and ')}.`)
  return known
}
