const ITEMS_A_QUERY = 2_000

/** Asks for so many items at a time; all answers one after the other. */
export async function inChunks<T>(items: readonly string[], run: (chunk: string[]) => Promise<T[]>): Promise<T[]> {
  const found: T[] = []
  for (let start = 0; start < items.length; start += ITEMS_A_QUERY) {
    for (const item of await run(items.slice(start, start + ITEMS_A_QUERY))) found.push(item)
  }
  return found
}
