export interface FailureLimit {
  /** False once an address has failed too often within the window. */
  allows(address: string): boolean
  record(address: string): void
}

const MAX_ADDRESSES = 10_000

/** Counts failed credentials by address, so that guessing costs no look-up after the first few. */
export function createFailureLimit(options: { limit: number; windowMs: number; now: () => number }): FailureLimit {
  const failures = new Map<string, { count: number; since: number }>()

  function current(address: string) {
    const entry = failures.get(address)
    return entry && options.now() - entry.since < options.windowMs ? entry : undefined
  }

  return {
    allows: (address) => (current(address)?.count ?? 0) < options.limit,
    record(address) {
      const entry = current(address) ?? { count: 0, since: options.now() }
      failures.delete(address)
      failures.set(address, { ...entry, count: entry.count + 1 })
      const oldest = failures.keys().next().value
      if (failures.size > MAX_ADDRESSES && oldest !== undefined) failures.delete(oldest)
    },
  }
}
