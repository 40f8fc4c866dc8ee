/** A delivery that may be let in, its credentials scrubbed. */
export interface NewDelivery {
  integration: string
  source: string
  /** The sender's id of it, or one of ours where the sender gives none. */
  deliveryId: string
  receivedAt: Date
  headers: Record<string, string>
  contentType: string | null
  body: Buffer
}

/** What a delivery gave, kept beside it. */
export interface Outcome {
  sentence: string
  events: { id: string; source: string; type: string }[]
}

export interface Accepted {
  /** Null if the delivery waits in the spool. */
  id: string | null
  duplicate: boolean
}
