/** Readers of what an address says of an option. Each gives the one way to write a value, and null for what is none. */
type Reader = (text: string) => string | null

/** The lengths that the server takes months and years for as well. */
const units = ['years', 'months', 'weeks', 'days', 'hours', 'minutes', 'seconds'] as const
const hoursIn = { years: 8760, months: 720, weeks: 168, days: 24, hours: 1, minutes: 1 / 60, seconds: 1 / 3600 }
const amount = String.raw`(\d{1,20}(?:\.\d{1,20})?)`
const duration = new RegExp(`^P(?:${amount}Y)?(?:${amount}M)?(?:${amount}W)?(?:${amount}D)?(?:T(?:${amount}H)?(?:${amount}M)?(?:${amount}S)?)?$`, 'i')

export function oneWord(words: readonly string[]): Reader {
  return (text) => words.find((word) => word.toLowerCase() === text.toLowerCase()) ?? null
}

/** Lists mean nothing by their order, so the words stand in that of `words`. */
export function severalWords(words: readonly string[]): Reader {
  return (text) => {
    const given = text.toUpperCase().split(',')
    return given.every((word) => words.includes(word)) ? words.filter((word) => given.includes(word)).join() : null
  }
}

/** An ISO 8601 duration, or `none` for no end. */
export const reach: Reader = (text) => {
  if (text.toLowerCase() === 'none') return 'none'
  const hours = hoursOf(text)
  if (hours === null) return null
  return Number.isInteger(hours) ? `PT${hours}H` : text.toUpperCase()
}

/** From 0 to 1. */
export const share: Reader = (text) => (/^\d(\.\d{1,10})?$/.test(text) && Number(text) <= 1 ? String(Number(text)) : null)

/** Null where the text is no ISO 8601 duration of more than nothing. */
export function hoursOf(text: string): number | null {
  const [, ...amounts] = duration.exec(text) ?? []
  const hours = units.reduce((sum, unit, index) => sum + Number(amounts[index] ?? 0) * hoursIn[unit], 0)
  return hours > 0 ? hours : null
}
