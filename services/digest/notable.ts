import type { MeasureDefinition } from '../metrics/measure.js'
import type { DigestContent, DigestRow, DigestValue } from './content.js'

export type NotableChange = {
  definition: MeasureDefinition
  row: DigestRow
  against: 'before' | 'fourWeeks'
  sense: 'better' | 'worse' | 'neutral'
  /** How far apart the values are, in halves of both intervals together; above 1 the intervals part. */
  size: number
}

export type Notable = {
  /** The largest first, one for each measure of each team. */
  changes: NotableChange[]
  /** How many pairs of values were compared. */
  compared: number
}

const MOST = 5

/** The largest moves of values whose intervals do not overlap. */
export function notableChanges({ measures }: DigestContent): Notable {
  let compared = 0
  const changes: NotableChange[] = []
  for (const { definition, rows } of measures) {
    for (const row of rows) {
      const moves = (['before', 'fourWeeks'] as const).flatMap((against) => {
        const size = apart(row.week, row[against])
        if (size === null) return []
        compared += 1
        return isApart(row.week, row[against]) ? [{ definition, row, against, sense: senseOf(definition, row.week, row[against]), size }] : []
      })
      const [largest] = moves.sort((a, b) => b.size - a.size)
      if (largest) changes.push(largest)
    }
  }
  return { changes: changes.sort((a, b) => b.size - a.size).slice(0, MOST), compared }
}

/** Null where either has no interval. */
function apart(a: DigestValue, b: DigestValue): number | null {
  if (a.value === null || b.value === null || a.low === null || a.high === null || b.low === null || b.high === null) return null
  const halves = (a.high - a.low + (b.high - b.low)) / 2
  if (halves === 0) return a.value === b.value ? 0 : Number.MAX_VALUE
  return Math.abs(a.value - b.value) / halves
}

function isApart(a: DigestValue, b: DigestValue): boolean {
  return (a.low ?? 0) > (b.high ?? 0) || (a.high ?? 0) < (b.low ?? 0)
}

function senseOf({ direction }: MeasureDefinition, week: DigestValue, reference: DigestValue): NotableChange['sense'] {
  if (direction === 'NEUTRAL') return 'neutral'
  return (week.value ?? 0) > (reference.value ?? 0) === (direction === 'HIGHER_IS_BETTER') ? 'better' : 'worse'
}
