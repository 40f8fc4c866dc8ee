import { useSyncExternalStore } from 'react'

const minute = 60_000
const listeners = new Set<() => void>()
let current = 0

/** Windows that end now end at this instant, epoch milliseconds. It moves only when told, so that a query's key holds still. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, readNow, () => 0)
}

export function refreshNow(): void {
  const next = nextMinute()
  if (next === current) return
  current = next
  for (const listener of listeners) listener()
}

function readNow(): number {
  if (current === 0) current = nextMinute()
  return current
}

function nextMinute(): number {
  return Math.ceil(Date.now() / minute) * minute
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
