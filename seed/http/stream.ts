/** Cuts a stream into batches of `size` items; the last may be smaller. */
export function* inBatches<T>(items: Iterable<T>, size: number): Generator<T[]> {
  let batch: T[] = []
  for (const item of items) {
    batch.push(item)
    if (batch.length < size) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

/** Runs `work` over the items, at most `limit` at a time, drawing an item only when there is room. Stops at the first failure. */
export async function forEachConcurrently<T>(items: Iterable<T>, limit: number, work: (item: T) => Promise<void>): Promise<void> {
  const iterator = items[Symbol.iterator]()
  let stopped = false
  const drain = async () => {
    while (!stopped) {
      const next = iterator.next()
      if (next.done) return
      await work(next.value).catch((failure: unknown) => {
        stopped = true
        throw failure
      })
    }
  }
  await Promise.all(Array.from({ length: limit }, drain))
}
