import { LRUCache } from 'lru-cache'
import type { Refusal } from './point.js'

/** A reason for which points of a source were refused: how many, when last, and what one of the last looked like. */
type CountedRefusal = Refusal & { lastAt: Date }

/** Of one source since the start of this process. A body that is refused whole counts as one point that was refused. */
export type SourceTraffic = {
  source: string
  points: number
  stored: number
  refused: number
  /** Those that came up last, first. */
  refusals: CountedRefusal[]
  series: number
  /** When it last sent, and the time of the latest reading that an indicator took. */
  lastAt: Date
  lastReadingAt: Date | null
}

type Taken = { points: number; stored: number; series: number; lastReadingAt: number; refused: readonly Refusal[] }

const MOST_REASONS = 50

type Counted = Omit<SourceTraffic, 'source' | 'refusals'> & { reasons: LRUCache<string, CountedRefusal> }

/** Counts what each source sends. */
export function createTraffic({ now }: { now: () => Date }) {
  const sources = new Map<string, Counted>()

  function counted(source: string): Counted {
    const reasons = new LRUCache<string, CountedRefusal>({ max: MOST_REASONS })
    const found = sources.get(source) ?? { points: 0, stored: 0, refused: 0, series: 0, lastAt: now(), lastReadingAt: null, reasons }
    sources.set(source, found)
    return found
  }

  return {
    note(source: string, { points, stored, series, lastReadingAt, refused }: Taken): void {
      const own = counted(source)
      own.points += points
      own.stored += stored
      own.series = series
      own.lastAt = now()
      if (stored > 0) own.lastReadingAt = new Date(Math.max(lastReadingAt, own.lastReadingAt?.getTime() ?? 0))
      for (const { reason, count, example } of refused) {
        own.refused += count
        own.reasons.set(reason, { reason, count: count + (own.reasons.get(reason)?.count ?? 0), example, lastAt: now() })
      }
    },
    list: (): SourceTraffic[] => [...sources].map(([source, { reasons, ...own }]) => ({ source, ...own, refusals: [...reasons.values()] })),
  }
}
