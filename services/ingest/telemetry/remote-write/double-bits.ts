import type { Long } from '../long.js'

/** A double of which only the 64 bits were read. */
export type Bits = Long

const STALE_HIGH = 0x7ff00000
const STALE_LOW = 2

/** Whether it is the NaN by which Prometheus says that a series ends. */
export function isStale(value: Bits): boolean {
  return typeof value !== 'number' && value.high === STALE_HIGH && value.low === STALE_LOW
}

const bits = new DataView(new ArrayBuffer(8))

/** Of a double by its bits; a value left out is the default of its type. */
export function doubleOf(value: Bits): number {
  if (typeof value === 'number') return value
  bits.setInt32(0, value.high)
  bits.setInt32(4, value.low)
  return bits.getFloat64(0)
}
