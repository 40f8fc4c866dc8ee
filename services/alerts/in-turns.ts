const AT_ONCE = 8

/** Asks for a few at a time, so that a look at many leaves the store to others. */
export async function inTurns<Item, Result>(items: readonly Item[], ask: (item: Item) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = []
  for (let start = 0; start < items.length; start += AT_ONCE) results.push(...(await Promise.all(items.slice(start, start + AT_ONCE).map(ask))))
  return results
}
