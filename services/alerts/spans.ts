/** From when until when something held; `to` is null where it goes on. */
export type Span<What> = { what: What; from: Date; to: Date | null }

export type Period = { from: Date; to: Date }

const MINUTE_MS = 60_000

/**
 * When things held, looked at once a minute from `from` to `to`, both inclusive. `turns` are the instants, in epoch
 * milliseconds, at or after which another answer may be given; between them `holdingAt` must say the same.
 */
export function spansOf<What extends { key: string }>(
  turns: Iterable<number>,
  { from, to }: Period,
  holdingAt: (at: number) => readonly What[],
): Span<What>[] {
  const open = new Map<string, Span<What>>()
  const found: Span<What>[] = []
  for (const at of minutesToLookAt(turns, { from, to })) {
    const holding = new Map(holdingAt(at).map((what) => [what.key, what]))
    for (const [key, span] of open) {
      if (holding.has(key)) continue
      span.to = new Date(at)
      open.delete(key)
    }
    for (const [key, what] of holding) {
      if (open.has(key)) continue
      const span = { what, from: new Date(at), to: null }
      open.set(key, span)
      found.push(span)
    }
  }
  return found
}

function minutesToLookAt(turns: Iterable<number>, { from, to }: Period): number[] {
  const first = Math.ceil(from.getTime() / MINUTE_MS)
  const last = Math.floor(to.getTime() / MINUTE_MS)
  const minutes = new Set(first <= last ? [first] : [])
  for (const turn of turns) {
    // What holds until an instant and with it, and what holds from it on.
    for (const minute of [Math.ceil(turn / MINUTE_MS), Math.floor(turn / MINUTE_MS) + 1]) if (minute > first && minute <= last) minutes.add(minute)
  }
  return [...minutes].sort((a, b) => a - b).map((minute) => minute * MINUTE_MS)
}
