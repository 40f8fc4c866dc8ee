import type { KnownActualsQuery, KnownAnswersQuery, MetricKey } from '../../generated/graphql.js'

export type KnownAnswer = KnownAnswersQuery['knownAnswers'][number]

export interface KnownQuestion {
  from: string
  to: string
  service: string | null
  keys: MetricKey[]
}

/** One question per period and service, with all the measures asked of it. */
export function groupQuestions(answers: readonly KnownAnswer[]): KnownQuestion[] {
  const questions = new Map<string, KnownQuestion>()
  for (const { from, to, service = null, key } of answers) {
    const name = questionName({ from, to, service })
    const question = questions.get(name) ?? { from, to, service, keys: [] }
    if (!question.keys.includes(key)) question.keys.push(key)
    questions.set(name, question)
  }
  return [...questions.values()]
}

export function questionName(question: { from: string; to: string; service?: string | null }): string {
  return `${question.from} ${question.to} ${question.service ?? ''}`
}

/** `undefined` when the answer holds no such number at all. */
export function findActual(actuals: KnownActualsQuery, { key, of }: KnownAnswer): number | null | undefined {
  const total = actuals.metrics.find((metric) => metric.key === key)?.groups[0]?.total
  if (!total) return undefined
  if (of === 'value' || of === 'n' || of === 'low' || of === 'high') return total[of] ?? null
  if (of.startsWith(EXCLUDED)) return total.excluded.find(({ reason }) => reason === of.slice(EXCLUDED.length))?.count ?? 0
  const stat = total.stats.find(({ name }) => name === of)
  return stat && (stat.value ?? null)
}

const EXCLUDED = 'excluded:'

/** The period that holds all the others: from the first start to the last end. */
export function wholePeriod(answers: readonly KnownAnswer[]): { from: string; to: string } {
  const starts = answers.map(({ from }) => from).sort()
  const ends = answers.map(({ to }) => to).sort()
  return { from: starts[0] ?? '', to: ends.at(-1) ?? '' }
}

/** Answers that stand for their measure; the others are its parts, bounds and exclusions. */
export function isHeadline({ of, service, from, to }: KnownAnswer, whole: { from: string; to: string }): boolean {
  return of === 'value' && service === null && from === whole.from && to === whole.to
}

/** Hand-worked bounds are written to six places. */
const tolerance = 1e-6

/** Equal but for the last digits. */
export function agrees(expected: number | null | undefined, actual: number | null | undefined): boolean {
  if (actual === undefined) return false
  const wanted = expected ?? null
  if (wanted === null || actual === null) return wanted === actual
  return Math.abs(wanted - actual) <= tolerance * Math.max(1, Math.abs(wanted))
}
