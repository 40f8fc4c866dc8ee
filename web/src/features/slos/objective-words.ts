import type { ObjectiveStatusFragment } from '../../generated/graphql.js'
import type { Tone } from '../../components/badge.js'
import { formatDuration, formatPrecise } from '../../lib/formats.js'

const comparisons = { LT: 'below', LTE: 'at most', GT: 'above', GTE: 'at least' } as const

/** The objective as a person would say it: 99.9 % over 30 d. */
export function targetText({ target, op, value }: Pick<ObjectiveStatusFragment, 'target' | 'op' | 'value'>, windowSeconds: number): string {
  const comparison = op ? ` ${comparisons[op]} ${value}` : ''
  return `${formatPrecise(target)}${comparison} over ${formatDuration(windowSeconds)}`
}

/** The target of a composite is the weighted mean of those of its parts. */
export function compositeText(target: number, windowSeconds: number): string {
  return `${formatPrecise(target)} over ${formatDuration(windowSeconds)}, composite`
}

/** The parts of a composite with their weights: availability ×3, latency ×1. */
export function partsText(objectives: readonly Pick<ObjectiveStatusFragment, 'indicator' | 'weight'>[]): string {
  return objectives.map(({ indicator, weight }) => `${indicator} ×${weight}`).join(', ')
}

/** `since` is when the state began, where that is known. */
export type Standing = { word: string; tone: Tone; why: string; since?: string }

/** As the alert that an indicator went silent has it. */
const SILENT_MS = 15 * 60_000
const MINUTE_MS = 60_000

type Spanned = { dataFrom?: string | null; dataTo?: string | null; timeSliceSeconds?: number | null }

/** From the first to the last data of any of them; `sliceSeconds` is how long the last of it may go on. */
export type Span = { at: string; dataFrom: string | null; dataTo: string | null; sliceSeconds: number }

export function spanOf(at: string, objectives: readonly Spanned[]): Span {
  const [from, to] = [objectives.flatMap(({ dataFrom }) => dataFrom ?? []), objectives.flatMap(({ dataTo }) => dataTo ?? [])]
  const sliceSeconds = Math.max(60, ...objectives.map(({ timeSliceSeconds }) => timeSliceSeconds ?? 0))
  return { at, dataFrom: from.sort()[0] ?? null, dataTo: to.sort().at(-1) ?? null, sliceSeconds }
}

/** Over how much data a budget is, where that is less than nine tenths of its window; null otherwise. */
export function dataText({ at, dataFrom }: Span, windowSeconds: number): string | null {
  if (dataFrom === null) return null
  const seconds = Math.max(60, Math.round((Date.parse(at) - Date.parse(dataFrom)) / MINUTE_MS) * 60)
  return seconds < 0.9 * windowSeconds ? `over ${formatDuration(seconds)} of data` : null
}

type Judged = Pick<ObjectiveStatusFragment, 'attainment' | 'budgetLeft' | 'rules'>

/** How an objective stands, worst first. */
export function standingOf({ attainment, budgetLeft, rules }: Judged, { at, dataTo, sliceSeconds }: Span): Standing {
  if (attainment === null || attainment === undefined) return { word: 'no data yet', tone: 'plain', why: 'Nothing was read in this window.' }
  const burning = rules.find((rule) => rule.burning && rule.severity === 'PAGE') ?? rules.find((rule) => rule.burning)
  if (burning?.severity === 'PAGE') return { word: 'burning', tone: 'bad', why: burnText(burning) }
  if (dataTo !== null && Date.parse(at) - Date.parse(dataTo) - sliceSeconds * 1000 >= SILENT_MS)
    return { word: 'silent since', tone: 'warn', why: 'Nothing was read of late, so that it cannot be judged.', since: dataTo }
  if ((budgetLeft ?? 0) <= 0) return { word: 'spent', tone: 'bad', why: 'The error budget of the window is spent.' }
  if (burning) return { word: 'burning slowly', tone: 'warn', why: burnText(burning) }
  if ((budgetLeft ?? 0) < 0.25) return { word: 'low', tone: 'warn', why: 'Less than a quarter of the error budget is left.' }
  return { word: 'healthy', tone: 'good', why: 'No rule of the alert table is burning.' }
}

function burnText({ longSeconds, shortSeconds, factor }: ObjectiveStatusFragment['rules'][number]): string {
  return `Burns more than ${factor} times as fast as the budget allows, over ${formatDuration(longSeconds)} and ${formatDuration(shortSeconds)}.`
}
