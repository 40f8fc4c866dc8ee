/** A 64-bit integer as protobuf is read. */
export type Long = { low: number; high: number } | number

/** Of a 64-bit integer; exact up to 2^53. */
export function numberOf(value: Long): number {
  if (typeof value === 'number') return value
  return value.high * 2 ** 32 + (value.low >>> 0)
}

/** Of a 64-bit integer without a sign. */
export function unsignedOf(value: Long): number {
  if (typeof value === 'number') return value
  return (value.high >>> 0) * 2 ** 32 + (value.low >>> 0)
}
