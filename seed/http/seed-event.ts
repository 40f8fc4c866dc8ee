/** A canonical event as it is sent. */
export type SeedEvent = {
  id: string
  source: string
  type: string
  /** RFC 3339. */
  time: string
  revision?: number
  data: Record<string, unknown>
}

/** Reads newline-delimited JSON. */
export function parseNdjson(text: string): SeedEvent[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as SeedEvent)
}

export function toNdjson(events: readonly SeedEvent[]): string {
  return events.map((event) => `${JSON.stringify(event)}\n`).join('')
}
