import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import { groupBy as grouped } from '../../domain/fold.js'
import type { Asks } from '../../store/analytics/remembered.js'
import { LATEST_AFTER_DAYS, type Span } from './day-conditions.js'
import type { DayQuestion } from './day-source.js'
import { dayStarts } from './kept-days.js'
import { settledRows, type SettledRows } from './settled-rows.js'
import type { SumRow } from './sum-rows.js'

const DAY_MS = 86_400_000
/** Of all buckets together; a row takes about two kilobytes. */
const MOST_ROWS = 40_000

/** The rows of a bucket, by their measure; no other has its id. */
type BucketRows = { id: number; rows: ReadonlyMap<string, readonly SumRow[]> }

const buckets = new LRUCache<string, BucketRows>({
  maxSize: MOST_ROWS,
  sizeCalculation: ({ rows }) => [...rows.values()].reduce((sum, { length }) => sum + length, 1),
})
let bucketsMade = 0

/** What rows of the same buckets come to, by the ids of these and the measure: for as many rows again, which are nearly all the same. */
const settledRowsOf = new LRUCache<string, SettledRows>({
  maxSize: MOST_ROWS,
  sizeCalculation: (groups) => [...groups.values()].reduce((sum, { list }) => sum + list.length, 1),
})

/** Of this span rows are put together, so that where some change or are added, those of the others need not be. */
const TOGETHER_MS = 16 * DAY_MS

/** Asked beside each other: one at each end of a window, and one between. */
const MOST_STRETCHES = 3

export type Recalled = {
  /** Rows of a measure in buckets that are as they were when they were last asked for, in parts of some buckets each. */
  settledOf(key: string): SettledRows[]
  /** The question about all other buckets, by the stretches in which they lie. */
  left: DayQuestion[]
  /** The question about the buckets of rows that were given again, and what lies between them. */
  around(rows: readonly SumRow[]): DayQuestion[]
  /** Whether nothing but kept days tells the bucket of a row. */
  isSettled(row: SumRow): boolean
  /** Keeps those rows of each measure in the other buckets that are settled. */
  remember(rows: ReadonlyMap<string, readonly SumRow[]>): void
}

/**
 * Most days of a window are past and done with, whatever else changes: rows of their buckets are given again for as long as no
 * day in them was made anew. A bucket that is cut, or in which records must be read, is always asked for.
 */
export function recallBuckets(asks: Asks, question: DayQuestion): Recalled {
  const { bounds, context, groupBy } = question
  if (asks.remembersAs === undefined || bounds.length === 0) {
    return { settledOf: () => [], left: [question], around: () => [], isSettled: () => false, remember: () => undefined }
  }
  const spans = bounds.map((from, index): Span => ({ from: new Date(from), to: new Date(bounds[index + 1] ?? context.to) }))
  const days = dayStarts({ from: context.from, to: context.to, timeZone: question.timeZone, weekStart: 'MONDAY' })
  const settled = spans.filter(isSettled(question, days))
  const settledStarts = new Set(settled.map(({ from }) => from.getTime()))
  const nameOf = bucketNames(asks.remembersAs, question, days)
  const names = new Map(settled.map((span) => [span, nameOf(span)]))
  const known = new Map<Span, BucketRows>()
  for (const [span, name] of names) {
    const own = buckets.get(name)
    if (own) known.set(span, own)
  }
  const left = stretches(spans.filter((span) => !known.has(span)))
  const isLeft = ({ from, to }: Span) => left.some((stretch) => stretch.from <= from && to <= stretch.to)
  const given = [...known].filter(([span]) => !isLeft(span))
  const parts = grouped(given, ([{ from }]) => String(Math.floor(from.getTime() / TOGETHER_MS)))
  return {
    settledOf: (key) =>
      [...parts.values()].map((part) =>
        settledRowsIn(
          part.map(([, own]) => own),
          key,
          groupBy.length,
        ),
      ),
    left: left.map((stretch) => narrowed(question, days, stretch)),
    around(rows) {
      const starts = new Set(rows.map(({ bucket }) => Number(bucket)))
      return stretches([...known.keys()].filter(({ from }) => starts.has(from.getTime()))).map((stretch) => narrowed(question, days, stretch))
    },
    isSettled: ({ bucket }) => settledStarts.has(Number(bucket)),
    remember(rows) {
      const byStart = [...rows].map(([key, own]) => [key, grouped(own, ({ bucket }) => String(bucket))] as const)
      for (const [span, name] of names) {
        if (!isLeft(span)) continue
        const own = byStart.map(([key, starts]) => [key, starts.get(String(span.from.getTime())) ?? []] as const)
        buckets.set(name, { id: (bucketsMade += 1), rows: new Map(own) })
      }
    },
  }
}

function settledRowsIn(part: readonly BucketRows[], key: string, dimensions: number): SettledRows {
  const name = [key, ...part.map(({ id }) => id)].join(' ')
  const known = settledRowsOf.get(name)
  if (known) return known
  const made = settledRows(
    part.flatMap(({ rows }) => rows.get(key) ?? []),
    dimensions,
  )
  settledRowsOf.set(name, made)
  return made
}

/** Names what the rows of a bucket were made by, and by which days. */
function bucketNames(store: string, question: DayQuestion, starts: readonly number[]): (span: Span) => string {
  const { context, groupBy, days, stats, measures } = question
  const definitions = measures.map(({ definition }) => days.definitions.get(definition.key))
  const asked = createHash('sha1')
    .update(JSON.stringify([store, days.zone, context.scope, groupBy, stats, days.together, definitions]))
    .digest('base64')
  const versions = measures.map(({ definition }) => days.versions.get(definition.key))
  return ({ from, to }) => {
    const within = starts.filter((day) => day >= from.getTime() && day < to.getTime())
    const made = within.map((day) => versions.map((own) => own?.get(day) ?? '').join()).join(' ')
    // Not by its end, which may be the instant of the question: until the end of its last day there is nothing more.
    return `${from.getTime()} ${within.at(-1)} ${made} ${asked}`
  }
}

/**
 * Whether a bucket is of whole days, of which no record must be read. So is one in whose last day the window ends, unless that
 * day holds records behind the end: those would have to be left out, and the day be read from its records.
 */
function isSettled({ days, context }: DayQuestion, dayStarts: readonly number[]): (span: Span) => boolean {
  const starts = new Set([...dayStarts, context.to.getTime()])
  const reaches = [...new Set(days.unkept.days)].map((day) => reachOf(day, dayStarts))
  return (span) => starts.has(span.from.getTime()) && starts.has(span.to.getTime()) && !reaches.some((reach) => overlap(reach, span))
}

/** From where to where the rows can lie that are made of the rollouts of a UTC day: a day of the zone may begin before it. */
function reachOf(day: string, dayStarts: readonly number[]): Span {
  const start = Date.parse(day)
  const from = dayStarts.findLast((dayStart) => dayStart <= start) ?? start
  return { from: new Date(from), to: new Date(start + (1 + LATEST_AFTER_DAYS) * DAY_MS) }
}

function overlap(one: Span, other: Span): boolean {
  return one.from < other.to && other.from < one.to
}

/** Spans that follow each other as one; the whole of it where that would be many. */
function stretches(spans: readonly Span[]): Span[] {
  const result: Span[] = []
  for (const { from, to } of spans) {
    const last = result.at(-1)
    if (last && (last.to.getTime() === from.getTime() || result.length === MOST_STRETCHES)) last.to = to
    else result.push({ from, to })
  }
  return result
}

function narrowed(question: DayQuestion, dayStarts: readonly number[], { from, to }: Span): DayQuestion {
  const { context, bounds, days } = question
  const { services, days: names } = days.unkept
  const within = names.map((day) => overlap(reachOf(day, dayStarts), { from, to }))
  return {
    ...question,
    context: { ...context, from, to },
    bounds: bounds.filter((bound) => bound >= from.getTime() && bound < to.getTime()),
    days: {
      ...days,
      touched: days.touched.map((touched) => ({ from: from > context.from ? from : touched.from, to: to < context.to ? to : touched.to })),
      unkept: { services: services.filter((_, index) => within[index]), days: names.filter((_, index) => within[index]) },
    },
  }
}

/** The same question about all their buckets; null about none. */
export function asOne(parts: readonly DayQuestion[]): DayQuestion | null {
  const [first] = parts
  if (!first) return null
  const instants = (of: 'from' | 'to') => parts.map(({ context }) => context[of].getTime())
  return {
    ...first,
    context: { ...first.context, from: new Date(Math.min(...instants('from'))), to: new Date(Math.max(...instants('to'))) },
    bounds: [...new Set(parts.flatMap(({ bounds }) => bounds))].sort((a, b) => a - b),
    days: {
      ...first.days,
      touched: parts.flatMap(({ days }) => days.touched),
      unkept: { services: parts.flatMap(({ days }) => days.unkept.services), days: parts.flatMap(({ days }) => days.unkept.days) },
    },
  }
}
