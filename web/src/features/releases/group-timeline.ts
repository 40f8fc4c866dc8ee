import { dateText } from '../../lib/zone.js'

export interface TimelineDay<Entry> {
  /** `2026-11-02` in the zone of the page. */
  day: string
  entries: Entry[]
}

/** Entries by calendar day of the zone, in time order. */
export function groupTimeline<Entry extends { at: string }>(entries: readonly Entry[], zone: string): Array<TimelineDay<Entry>> {
  const days: Array<TimelineDay<Entry>> = []
  for (const entry of [...entries].sort((one, other) => Date.parse(one.at) - Date.parse(other.at))) {
    const day = dateText(Date.parse(entry.at), zone)
    const current = days.at(-1)
    if (current?.day === day) current.entries.push(entry)
    else days.push({ day, entries: [entry] })
  }
  return days
}
