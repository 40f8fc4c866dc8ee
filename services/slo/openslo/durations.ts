const SECONDS: Record<string, number> = { m: 60, h: 3_600, d: 86_400, w: 7 * 86_400 }

/** A duration in OpenSLO's shorthand (`5m`, `30d`, `4w`) in seconds; null for months, quarters, years and anything else. */
export function readDuration(text: unknown): number | null {
  const [, count, unit] = typeof text === 'string' ? (/^(\d{1,6})([mhdw])$/.exec(text) ?? []) : []
  return count === undefined || unit === undefined ? null : Number(count) * (SECONDS[unit] ?? 0)
}

export function writeDuration(seconds: number): string {
  const [unit, length] = (['d', 'h', 'm'] as const).map((name) => [name, SECONDS[name] ?? 1] as const).find(([, size]) => seconds % size === 0) ?? [
    'm',
    60,
  ]
  return `${Math.round(seconds / length)}${unit}`
}
