/** Tells open pages that something they show has changed. */
export interface LiveHub {
  publish(change: LiveChange): void
  subscribe(listener: (change: LiveChange) => void): () => void
}

/** `facts` are the numbers, `deliveries` the list of what came in. */
export interface LiveChange {
  what: 'facts' | 'deliveries'
  services?: readonly string[]
}

export function createLiveHub(): LiveHub {
  const listeners = new Set<(change: LiveChange) => void>()
  return {
    publish(change) {
      for (const listener of listeners) listener(change)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
