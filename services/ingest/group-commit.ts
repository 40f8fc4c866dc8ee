export interface GroupOptions<Item, Result> {
  /** Stores all items as one; the results are in the items' order. */
  commit(items: Item[]): Promise<Result[]>
  weight(item: Item): number
  maxItems: number
  maxWeight: number
  /** How long the first item waits for company, in milliseconds. */
  waitMs: number
  /** How many commits may run at once; one, where the order of items must be kept. */
  atOnce: number
}

interface Waiting<Item, Result> {
  item: Item
  resolve(result: Result): void
  reject(error: unknown): void
}

/** Lets calls that come at about the same time share one commit; each is settled by the commit its item was part of. */
export function createGroupCommit<Item, Result>(options: GroupOptions<Item, Result>): (item: Item) => Promise<Result> {
  let waiting: Waiting<Item, Result>[] = []
  let running = 0

  function takeGroup(): Waiting<Item, Result>[] {
    let weight = 0
    const end = waiting.findIndex(({ item }, index) => {
      weight += options.weight(item)
      return index > 0 && (index >= options.maxItems || weight > options.maxWeight)
    })
    const group = end === -1 ? waiting : waiting.slice(0, end)
    waiting = end === -1 ? [] : waiting.slice(end)
    return group
  }

  async function run(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, options.waitMs))
    while (waiting.length > 0) await commitGroup(takeGroup())
    running -= 1
  }

  async function commitGroup(group: Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await options.commit(group.map(({ item }) => item))
      group.forEach(({ resolve }, index) => resolve(results[index] as Result))
    } catch (error) {
      for (const { reject } of group) reject(error)
    }
  }

  return (item) =>
    new Promise<Result>((resolve, reject) => {
      waiting.push({ item, resolve, reject })
      if (running >= options.atOnce) return
      running += 1
      void run()
    })
}
