export interface IndicatorStep {
  at: string
  goodRatio?: number | null
  value?: number | null
  total: number
  quantiles: ReadonlyArray<{ name: string; value?: number | null }>
}

export interface IndicatorLine {
  name: string
  /** Of a distribution, from the middle to the tail: 0, 1, 2. */
  rank: number
}

export interface IndicatorRow {
  at: number
  total: number
  [line: string]: number | null
}

export interface IndicatorDrawing {
  /** What the numbers of the lines are: shares of good events in per cent, or values in the indicator's unit. */
  kind: 'good' | 'value' | 'latency'
  lines: IndicatorLine[]
  rows: IndicatorRow[]
  /** What no line reaches, since nothing is known of the steps beside it. */
  alone: { at: number; line: string; value: number }[]
  domain: [number, number]
}

const oneRank: Record<string, number> = { p50: 0, p95: 1, p99: 2 }

/** The lines of an indicator: its quantiles where it has histograms, its values, else its share of good events. Gaps stay gaps. */
export function prepareIndicator(points: readonly IndicatorStep[], stepSeconds: number): IndicatorDrawing {
  const kind = points.some(({ quantiles }) => quantiles.length > 0) ? 'latency' : points.some(({ value }) => value != null) ? 'value' : 'good'
  const names = kind === 'latency' ? Object.keys(oneRank) : [kind]
  const rows = withGaps(
    points.map((point) => ({
      at: Date.parse(point.at),
      total: point.total,
      ...Object.fromEntries(names.map((name) => [name, numberOf(point, kind, name)])),
    })),
    stepSeconds * 1000,
    names,
  )
  const numbers = rows.flatMap((row) => names.flatMap((name) => row[name] ?? []))
  const alone = rows.flatMap((row, index) =>
    names.flatMap((line) => {
      const value = row[line]
      const isReached = rows[index - 1]?.[line] != null || rows[index + 1]?.[line] != null
      return value == null || isReached ? [] : [{ at: row.at, line, value }]
    }),
  )
  return { kind, lines: names.map((name) => ({ name, rank: oneRank[name] ?? 0 })), rows, alone, domain: domainOf(numbers, kind) }
}

function numberOf(point: IndicatorStep, kind: IndicatorDrawing['kind'], name: string): number | null {
  if (kind === 'latency') return point.quantiles.find((quantile) => quantile.name === name)?.value ?? null
  if (kind === 'value') return point.value ?? null
  return point.goodRatio == null ? null : point.goodRatio * 100
}

function withGaps(rows: readonly IndicatorRow[], step: number, names: readonly string[]): IndicatorRow[] {
  const gap = (at: number): IndicatorRow => ({ at, total: 0, ...Object.fromEntries(names.map((name) => [name, null])) })
  return rows.flatMap((row, index) => {
    const before = rows[index - 1]
    return before && row.at - before.at > step ? [gap(before.at + step), row] : [row]
  })
}

function domainOf(numbers: readonly number[], kind: IndicatorDrawing['kind']): [number, number] {
  if (numbers.length === 0) return [0, 1]
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)]
  if (kind !== 'good') return [Math.min(0, low), high === 0 ? 1 : high * 1.08]
  const room = Math.max(0.05, (100 - low) * 0.15)
  return [Math.max(0, low - room), 100]
}
