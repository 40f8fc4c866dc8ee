import type { FieldError } from './errors.js'
import { parseInstant } from './instant.js'
import { isRecord } from './shape.js'

type Rule = (data: Record<string, unknown>, now: Date) => FieldError[]

/** Clocks differ by a little; what is further ahead is no reading. */
const AHEAD_MS = 10 * 60_000
/** As the schema says of each number by itself. */
const MOST_COUNT = 1e18

const rules: Record<string, Rule[]> = {
  'sli.sampled': [endsAfterItStarts, isOver, noMoreGoodThanTotal, histogramFits],
  'experiment.declared': [endsAfterItStarts],
  'artifact.published': [buildEndsAfterItStarts],
}

/** What a schema cannot say: relations between the fields of data that is valid by itself. */
export function checkRules(type: string, data: Record<string, unknown>, now: Date): FieldError[] {
  return (rules[type] ?? []).flatMap((rule) => rule(data, now))
}

function endsAfterItStarts({ from, to }: Record<string, unknown>): FieldError[] {
  return instantOf(to) > instantOf(from) ? [] : [{ path: 'data.to', message: 'to must be later than from' }]
}

function isOver({ to }: Record<string, unknown>, now: Date): FieldError[] {
  return instantOf(to) > now.getTime() + AHEAD_MS ? [{ path: 'data.to', message: 'to must not be more than ten minutes ahead' }] : []
}

function buildEndsAfterItStarts({ startedAt, finishedAt }: Record<string, unknown>): FieldError[] {
  if (instantOf(finishedAt) < instantOf(startedAt)) return [{ path: 'data.finishedAt', message: 'finishedAt must not be earlier than startedAt' }]
  return []
}

function noMoreGoodThanTotal({ good, total }: Record<string, unknown>): FieldError[] {
  if (typeof good === 'number' && typeof total === 'number' && good > total)
    return [{ path: 'data.good', message: 'good must not be greater than total' }]
  return []
}

function histogramFits({ histogram }: Record<string, unknown>): FieldError[] {
  if (!isRecord(histogram)) return []
  const bounds = histogram.bounds as number[]
  const counts = histogram.counts as number[]
  const errors: FieldError[] = []
  if (counts.length !== bounds.length + 1) errors.push({ path: 'data.histogram.counts', message: 'counts must have one number more than bounds' })
  if (counts.reduce((sum, count) => sum + count, 0) > MOST_COUNT)
    errors.push({ path: 'data.histogram.counts', message: `counts must add up to at most ${MOST_COUNT}` })
  if (bounds.some((bound, index) => index > 0 && bound <= (bounds[index - 1] ?? bound)))
    errors.push({ path: 'data.histogram.bounds', message: 'bounds must rise' })
  return errors
}

/** NaN where there is no time, so that every comparison with it is false. */
function instantOf(value: unknown): number {
  return typeof value === 'string' ? (parseInstant(value) ?? Number.NaN) : Number.NaN
}
