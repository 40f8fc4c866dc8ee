/** An event as a normaliser makes it: in canonical shape, not yet checked. */
export interface EventInput {
  id: string
  source: string
  type: string
  time: string
  revision?: number
  data: Record<string, unknown>
}

/** What a delivery says. Without events there is a reason, in words for a person; a thrown error means poison. */
export interface Normalised {
  events: EventInput[]
  reason?: string
}
