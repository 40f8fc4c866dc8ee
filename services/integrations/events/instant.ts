const RFC3339 = /^(\d{4})-(\d{2})-(\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(?:\.(\d+))?(?:[Zz]|([+-])(\d{2}):(\d{2}))$/
const LATEST = Date.UTC(2299, 11, 31, 23, 59, 59, 999)
const MINUTE_MS = 60_000

/**
 * Reads an RFC 3339 time of the years 1970 to 2299 and gives it as milliseconds since 1970, or undefined where there
 * is no such moment. Finer fractions are cut off; a leap second counts as the second after it.
 */
export function parseInstant(text: string): number | undefined {
  const parts = RFC3339.exec(text)
  if (!parts) return undefined
  const [year, month, day, hour, minute, second] = parts.slice(1, 7).map(Number) as [number, number, number, number, number, number]
  const offsetMinutes = readOffset(parts[8], Number(parts[9] ?? 0), Number(parts[10] ?? 0))
  if (offsetMinutes === undefined || !isDate(year, month, day) || hour > 23 || minute > 59 || second > 60) return undefined
  const startOfMinute = Date.UTC(year, month - 1, day, hour, minute) - offsetMinutes * MINUTE_MS
  if (second === 60 && !endsUtcDay(startOfMinute)) return undefined
  const milliseconds = Number((parts[7] ?? '').slice(0, 3).padEnd(3, '0'))
  const instant = startOfMinute + second * 1000 + milliseconds
  return instant >= 0 && instant <= LATEST ? instant : undefined
}

function readOffset(sign: string | undefined, hours: number, minutes: number): number | undefined {
  if (hours > 23 || minutes > 59) return undefined
  return (sign === '-' ? -1 : 1) * (hours * 60 + minutes)
}

function isDate(year: number, month: number, day: number): boolean {
  if (year < 1969 || month < 1 || month > 12 || day < 1) return false
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function endsUtcDay(startOfMinute: number): boolean {
  return new Date(startOfMinute + MINUTE_MS).toISOString().endsWith('T00:00:00.000Z')
}
