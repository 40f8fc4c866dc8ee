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

export type Standing = { word: string; tone: Tone; why: string }

/** How an objective stands, worst first. */
export function standingOf({ attainment, budgetLeft, rules }: Pick<ObjectiveStatusFragment, 'attainment' | 'budgetLeft' | 'rules'>): Standing {
  if (attainment === null || attainment === undefined) return { word: 'no data yet', tone: 'plain', why: 'Nothing was read in this window.' }
  const burning = rules.find((rule) => rule.burning && rule.severity === 'PAGE') ?? rules.find((rule) => rule.burning)
  if (burning?.severity === 'PAGE') return { word: 'burning', tone: 'bad', why: burnText(burning) }
  if ((budgetLeft ?? 0) <= 0) return { word: 'spent', tone: 'bad', why: 'The error budget of the window is spent.' }
  if (burning) return { word: 'burning slowly', tone: 'warn', why: burnText(burning) }
  if ((budgetLeft ?? 0) < 0.25) return { word: 'low', tone: 'warn', why: 'Less than a quarter of the error budget is left.' }
  return { word: 'healthy', tone: 'good', why: 'No rule of the alert table is burning.' }
}

function burnText({ longSeconds, shortSeconds, factor }: ObjectiveStatusFragment['rules'][number]): string {
  return `Burns more than ${factor} times as fast as the budget allows, over ${formatDuration(longSeconds)} and ${formatDuration(shortSeconds)}.`
}
