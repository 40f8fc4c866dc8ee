import { measures } from '../../metrics/index.js'
import type { MetricOptions } from '../../metrics/options.js'
import { runMetrics, type MetricGroup, type MetricResult } from '../../metrics/run-metrics.js'
import type { AnalyticsStore } from '../../store/analytics/analytics-store.js'

const DAY_MS = 86_400_000
const WINDOWS: readonly [name: string, days: number][] = [
  ['7d', 7],
  ['28d', 28],
]
/** More services than this are left out, and counted: a label has to stay a small set for Prometheus. */
const MOST_SERVICES = 400
const FRESH_MS = 60_000

type Asked = { analytics: AnalyticsStore; options: MetricOptions; now: Date }

const HELP = {
  value: 'A measure of one service over a window that ends now; durations in seconds, ratios from 0 to 1.',
  records: 'How many records the measure rests on.',
  low: 'Lower end of its 95 % interval.',
  high: 'Upper end of its 95 % interval.',
} as const

/** The measures of each service in Prometheus' text format, computed at most once a minute whoever asks. */
export function createMeasureGauges(ask: () => Promise<Asked>): () => Promise<string> {
  let known: { at: number; text: Promise<string> } | null = null
  return async () => {
    const { now, ...rest } = await ask()
    if (known && now.getTime() - known.at < FRESH_MS) return known.text
    const text = gauges({ ...rest, now })
    known = { at: now.getTime(), text }
    // One that failed is asked for again.
    text.catch(() => (known = null))
    return text
  }
}

async function gauges(asked: Asked): Promise<string> {
  const services = await chosenServices(asked)
  const lines: Record<keyof typeof HELP, string[]> = { value: [], records: [], low: [], high: [] }
  for (const [window, days] of WINDOWS) {
    for (const result of await measuresOver(asked, services.chosen, days)) addLines(lines, result, window)
  }
  const families = Object.entries(HELP).map(([name, help]) => family(`windsock_measure_${name}`, help, lines[name as keyof typeof HELP]))
  const left = `windsock_measure_services_left_out ${services.known - services.chosen.length}`
  return [...families, family('windsock_measure_services_left_out', 'Services beyond the limit, which have no gauges.', [left])].join('')
}

/** Those of which something was heard last. */
async function chosenServices({ analytics }: Asked): Promise<{ chosen: string[]; known: number }> {
  const rows = await analytics.query<{ service: string; known: string }>(
    'SELECT service, count() OVER () AS known FROM services FINAL ORDER BY last_event_at DESC, service LIMIT {most:UInt32}',
    { most: MOST_SERVICES },
  )
  return { chosen: rows.map(({ service }) => service), known: Number(rows[0]?.known ?? 0) }
}

function measuresOver({ analytics, options, now }: Asked, services: string[], days: number): Promise<MetricResult[]> {
  const window = { from: new Date(now.getTime() - days * DAY_MS), to: now, timeZone: 'UTC', weekStart: 'MONDAY' as const }
  const keys = measures.map(({ definition }) => definition.key)
  return runMetrics(analytics, { keys, scope: { services }, window, interval: null, groupBy: ['SERVICE'], options, compare: false }, now)
}

function addLines(lines: Record<keyof typeof HELP, string[]>, { definition, groups }: MetricResult, window: string): void {
  for (const group of groups) {
    const labels = `{measure="${definition.key}",service="${escaped(serviceOf(group))}",window="${window}"}`
    const { value, n, interval } = group.total
    lines.records.push(`windsock_measure_records${labels} ${n}`)
    if (value !== null) lines.value.push(`windsock_measure_value${labels} ${value}`)
    if (interval) lines.low.push(`windsock_measure_low${labels} ${interval.low}`)
    if (interval) lines.high.push(`windsock_measure_high${labels} ${interval.high}`)
  }
}

function serviceOf({ dimensions }: MetricGroup): string {
  return dimensions[0]?.value ?? ''
}

function escaped(label: string): string {
  return label.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')
}

function family(name: string, help: string, lines: readonly string[]): string {
  return `# HELP ${name} ${help}\n# TYPE ${name} gauge\n${lines.map((line) => `${line}\n`).join('')}`
}
