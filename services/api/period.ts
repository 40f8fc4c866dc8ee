import { badInput } from './paging.js'

export type PeriodAsked = { from?: Date | string | null; to?: Date | string | null }

const DAY_MS = 86_400_000
const USUAL_DAYS = 30
const LONGEST_DAYS = 92

/** The period that history is looked at over: what is asked for, else the last 30 days. Throws where it is none, or longer than 92 days. */
export function readPeriod(asked: PeriodAsked, now: Date): { from: Date; to: Date } {
  const to = asked.to ? new Date(asked.to) : now
  const from = asked.from ? new Date(asked.from) : new Date(to.getTime() - USUAL_DAYS * DAY_MS)
  if (!(from < to)) throw badInput('from must be before to.')
  if (to.getTime() - from.getTime() > LONGEST_DAYS * DAY_MS) throw badInput(`At most ${LONGEST_DAYS} days are looked at.`)
  return { from, to }
}
