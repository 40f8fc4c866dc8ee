/** A minute as a person reads it, in UTC: `2026-11-02 09:29 UTC`. */
export function minuteText(at: number | string): string {
  return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`
}
