import { useSyncExternalStore } from 'react'

const never = () => () => {}

/** Where this dashboard is reached, for addresses that are copied elsewhere; empty until it is in a browser. */
export function useOrigin(): string {
  return useSyncExternalStore(
    never,
    () => window.location.origin,
    () => '',
  )
}
