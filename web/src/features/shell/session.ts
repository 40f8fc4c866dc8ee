import { useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()
let signedOut = false

/** Whether the last answer said that nobody is signed in. */
export function useSignedOut(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => signedOut,
    () => false,
  )
}

export function setSignedOut(next: boolean): void {
  if (next === signedOut) return
  signedOut = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
