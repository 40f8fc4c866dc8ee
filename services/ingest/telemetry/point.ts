import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'

/** Counts of values by size: each bucket holds values above the bucket before it, up to `upper`, which may be Infinity. */
export type Distribution = { count: number; buckets: { upper: number; count: number }[] }

/** One point of telemetry, as any protocol gives it. Times are epoch milliseconds. */
export type TelemetryPoint = {
  metric: string
  labels: Readonly<Record<string, string>>
  /** See `seriesOf`. */
  series: string
  at: number
  /** When a running total began to count from zero; null where the sender does not say. */
  startAt: number | null
  /** `delta`: since the point before; `cumulative`: since the start; `gauge`: the value at the time. */
  temporality: 'delta' | 'cumulative' | 'gauge'
  /** Null with a distribution. */
  value: number | null
  distribution: Distribution | null
}

/** Points that were not taken, why, and what one of them looked like; empty where nothing was to be seen. */
export type Refusal = { reason: string; count: number; example: string }

export type Decoded = { points: readonly TelemetryPoint[]; refused: readonly Refusal[] }

/** The body is not what it says it is; nothing of it was taken. The message is for the sender. */
export class TelemetryMalformed extends Error {
  override readonly name = 'TelemetryMalformed'
}

const PAST_MS = 2 * 86_400_000
const FUTURE_MS = 10 * 60_000
/** Of dates. */
const LATEST_TIME = 8.64e15

/** Numbers are stored as integers of millionths; up to here, whole windows of them can be added up and multiplied. Events have the same limit. */
const MOST_NUMBER = 1e18

export type Collector = ReturnType<typeof createCollector>

/** Collects points, and of those that cannot be taken the reasons. */
export function createCollector(now: Date) {
  const points: TelemetryPoint[] = []
  const refused = new Map<string, Refusal>()
  function refuse(reason: string, count = 1, example = ''): void {
    const before = refused.get(reason)
    refused.set(reason, { reason, count: count + (before?.count ?? 0), example: before?.example || example })
  }
  return {
    add(point: TelemetryPoint): void {
      const reason = faultOf(point, now.getTime())
      if (reason === null) points.push(point)
      else refuse(reason, 1, refused.get(reason)?.example || exampleOf(point))
    },
    refuse,
    result: (): Decoded => ({ points, refused: [...refused.values()] }),
  }
}

const LONGEST_EXAMPLE = 300

/** A point as a person may look for it at its sender. */
export function exampleOf({ metric, labels, at, value, distribution }: TelemetryPoint): string {
  const selector = Object.entries(labels).map(([name, text]) => `${name}=${JSON.stringify(text)}`)
  const time = Math.abs(at) <= LATEST_TIME ? new Date(at).toISOString() : `${at} ms`
  const text = `${metric}{${selector.join(', ')}} ${value ?? distribution?.count ?? 'without a value'} at ${time}`
  return text.length > LONGEST_EXAMPLE ? `${text.slice(0, LONGEST_EXAMPLE)}…` : text
}

function faultOf({ metric, at, startAt, temporality, value, distribution }: TelemetryPoint, now: number): string | null {
  if (metric === '') return 'a point has no metric name'
  if (!(at >= now - PAST_MS)) return `${metric}: a time more than two days ago`
  if (at > now + FUTURE_MS) return `${metric}: a time more than ten minutes ahead`
  // Each reading of such a total would pass for a new beginning, and count whole.
  if (temporality !== 'gauge' && startAt !== null && startAt > at) return `${metric}: a count that starts after its time`
  if (value === null && distribution === null) return `${metric}: no value`
  if (value !== null && !Number.isFinite(value)) return `${metric}: NaN or infinity`
  if (value !== null && Math.abs(value) > MOST_NUMBER) return `${metric}: a number beyond ${MOST_NUMBER}`
  if (value !== null && value < 0 && temporality !== 'gauge') return `${metric}: a negative count`
  return distribution === null ? null : faultOfDistribution(metric, distribution)
}

function faultOfDistribution(metric: string, { count, buckets }: Distribution): string | null {
  if (!isCount(count) || !buckets.every((bucket) => isCount(bucket.count))) return `${metric}: a negative or broken count`
  if (count > MOST_NUMBER || buckets.some((bucket) => bucket.count > MOST_NUMBER)) return `${metric}: a number beyond ${MOST_NUMBER}`
  const ordered = buckets.every(({ upper }, index) => !Number.isNaN(upper) && (index === 0 || upper > (buckets[index - 1]?.upper ?? 0)))
  if (!ordered) return `${metric}: histogram bounds that do not rise`
  const sum = buckets.reduce((total, bucket) => total + bucket.count, 0)
  return buckets.length > 0 && sum !== count ? `${metric}: a histogram whose buckets do not add up to its count` : null
}

function isCount(count: number): boolean {
  return Number.isFinite(count) && count >= 0
}

export const SERIES_REMEMBERED = 100_000

/** Of a memory of series by what is said of them: in characters, of all together and of one, since a sender may say anything. */
export const seriesRemembered = {
  max: SERIES_REMEMBERED,
  maxSize: 32 * 2 ** 20,
  maxEntrySize: 8 * 2 ** 10,
  sizeCalculation: (_series: unknown, said: string) => said.length + 1,
}

const named = new LRUCache<string, string>(seriesRemembered)

/** Names a series by all that its sender says of it; the first 64 bits of SHA-1. */
export function seriesOf(metric: string, labels: Readonly<Record<string, string>>): string {
  const names = Object.keys(labels)
  const said = textOf(metric, labels, names)
  const before = named.get(said)
  if (before !== undefined) return before
  const text = textOf(metric, labels, names.sort())
  const series = createHash('sha1').update(text).digest().readBigUInt64BE(0).toString()
  named.set(said, series)
  return series
}

/** By lengths, so that no label can pass for another. */
function textOf(metric: string, labels: Readonly<Record<string, string>>, names: readonly string[]): string {
  let text = metric
  for (const name of names) {
    const value = labels[name] ?? ''
    text += `\n${name.length} ${value.length} ${name} ${value}`
  }
  return text
}
