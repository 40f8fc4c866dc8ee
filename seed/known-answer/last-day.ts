import { inBatches } from '../http/stream.js'
import { postTelemetry, type Windsock } from '../http/windsock.js'
import { otlpBody } from '../telemetry/otlp-body.js'
import { LATENCY_BOUNDS, type Counter } from '../telemetry/story.js'

const MINUTE_MS = 60_000
const MINUTES = 24 * 60
const TOLD_AT_ONCE = 150

type Story = {
  service: string
  version: string
  /** Requests a minute, half as many again in the afternoon and half as many at night. */
  rate: number
  /** Share of the requests that fail, and that are slow, so many minutes before the end. */
  failing(minutesLeft: number): number
  slow(minutesLeft: number): number
}

const within = (minutesLeft: number, from: number, to: number) => minutesLeft <= from && minutesLeft > to

const STORIES: readonly Story[] = [
  { service: 'payments', version: '1.6.1', rate: 120, failing: (left) => (within(left, 200, 185) ? 0.25 : 0.002), slow: () => 0.01 },
  { service: 'storefront', version: '18', rate: 300, failing: (left) => (within(left, 12, 0) ? 0.9 : 0.001), slow: () => 0.02 },
  { service: 'search', version: 'v7', rate: 80, failing: () => 0.001, slow: (left) => (within(left, 500, 440) ? 0.3 : 0.02) },
]

/** What one process of a service told at the end of a minute. */
export type Told = { service: string; counter: Counter }

/**
 * The last 24 hours of the three services up to a time (epoch milliseconds), minute by minute, so that there is something on the
 * pages of objectives and alerts: payments fails for a while, search is slow for an hour, and storefront has been failing for
 * twelve minutes. No known answer rests on it.
 */
export function* lastDay(now: number): Generator<Told> {
  const end = Math.floor(now / MINUTE_MS) * MINUTE_MS
  const totals = STORIES.map((story) => ({ story, counter: fresh(story, end - MINUTES * MINUTE_MS) }))
  for (let left = MINUTES; left > 0; left -= 1) {
    for (const total of totals) {
      total.counter = after(total.counter, total.story, left, end - (left - 1) * MINUTE_MS)
      yield { service: total.story.service, counter: total.counter }
    }
  }
}

/** Sends it as an OpenTelemetry collector would, but the latest first, so that meanwhile nobody is told of a silence. */
export async function sendLastDay(windsock: Windsock, now: number): Promise<void> {
  for (const told of [...inBatches(lastDay(now), TOLD_AT_ONCE)].reverse()) await postTelemetry(windsock, otlpBody(told))
}

function fresh({ version }: Story, startedAt: number): Counter {
  return { at: startedAt, startedAt, region: 'eu', version, ok: 0, errors: 0, latencies: [0, ...LATENCY_BOUNDS.map(() => 0)] }
}

function after(counter: Counter, { rate, failing, slow }: Story, left: number, at: number): Counter {
  const requests = Math.round(rate * (1 + 0.5 * Math.sin((2 * Math.PI * (hourOf(at) - 9)) / 24)))
  // Whole numbers that add up to the share over the minutes.
  const errors = Math.floor(requests * failing(left) + (left % 10) / 10)
  const late = Math.floor(requests * slow(left) + (left % 10) / 10)
  const quick = requests - late
  const shares = [Math.floor(quick * 0.3), Math.floor(quick * 0.35), Math.floor(quick * 0.2)]
  const happened = [...shares, quick - shares.reduce((sum, count) => sum + count, 0), late, 0]
  return {
    ...counter,
    at,
    ok: counter.ok + requests - errors,
    errors: counter.errors + errors,
    latencies: happened.map((count, index) => count + (counter.latencies?.[index] ?? 0)),
  }
}

function hourOf(at: number): number {
  return (at % 86_400_000) / 3_600_000
}
