/**
 * A 64-bit integer as the stores give it (a decimal string, or null) as a number.
 * Throws where a number would not be exact.
 */
export function toInteger(value: string | number): number
export function toInteger(value: string | number | null): number | null
export function toInteger(value: string | number | null): number | null {
  if (value === null) return null
  const integer = typeof value === 'number' ? value : parse(value)
  if (!Number.isSafeInteger(integer)) throw new RangeError(`${value} is not an integer a number can hold exactly`)
  return integer
}

function parse(value: string): number {
  return /^-?\d+$/.test(value) ? Number(value) : Number.NaN
}
