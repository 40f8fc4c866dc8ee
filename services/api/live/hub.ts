/** Tells open pages that something they show has changed. */
export interface LiveHub {
  publish(change: LiveChange): void
  subscribe(listener: (change: LiveChange) => void): () => void
}

/** `facts` are the numbers, `deliveries` the list of what came in. */
export interface LiveChange {
  what: 'facts' | 'deliveries'
  services?: readonly string[]
  /** It comes from another process, which tells the others itself. */
  relayed?: boolean
}

const DELIVERIES_MS = 200

/** Deliveries are told of at once and then, while more come in, five times a second. */
export function createLiveHub(): LiveHub {
  const listeners = new Set<(change: LiveChange) => void>()
  let resting = false
  let next: LiveChange | null = null

  function tell(change: LiveChange): void {
    for (const listener of listeners) listener(change)
  }

  function tellOfDeliveries(change: LiveChange): void {
    // One of our own stands for relayed ones, not the other way round, or the other processes would not hear of it.
    if (resting) next = next && !next.relayed ? next : change
    else {
      tell(change)
      resting = true
      setTimeout(endRest, DELIVERIES_MS).unref()
    }
  }

  function endRest(): void {
    const waiting = next
    resting = false
    next = null
    if (waiting) tellOfDeliveries(waiting)
  }

  return {
    publish: (change) => (change.what === 'deliveries' ? tellOfDeliveries(change) : tell(change)),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
