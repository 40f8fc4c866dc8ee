import { expect, test } from 'vitest'
import { createGroupCommit } from './group-commit.js'

const limits = { weight: (item: number) => item, maxItems: 3, maxWeight: 100, waitMs: 1, atOnce: 1 }

test('calls of the same moment share a commit, in order and within the limits', async () => {
  const groups: number[][] = []
  const add = createGroupCommit<number, string>({
    ...limits,
    async commit(items) {
      groups.push(items)
      return items.map((item) => `stored ${item}`)
    },
  })
  const results = await Promise.all([1, 2, 3, 4, 90, 20, 500].map((item) => add(item)))
  expect(results).toEqual([1, 2, 3, 4, 90, 20, 500].map((item) => `stored ${item}`))
  expect(groups).toEqual([[1, 2, 3], [4, 90], [20], [500]])
})

test('a commit that fails fails its own calls only', async () => {
  let commits = 0
  const add = createGroupCommit<number, number>({
    ...limits,
    async commit(items) {
      if (commits++ === 0) throw new Error('away')
      return items
    },
  })
  const results = await Promise.allSettled([1, 2, 3, 4].map((item) => add(item)))
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected', 'fulfilled'])
  expect(await add(5)).toBe(5)
})

test('commits as many groups at once as it may, and no more', async () => {
  let running = 0
  const seen: number[] = []
  const add = createGroupCommit<number, number>({
    ...limits,
    maxItems: 1,
    atOnce: 2,
    commit: async (items) => {
      seen.push((running += 1))
      await new Promise((resolve) => setTimeout(resolve, 5))
      running -= 1
      return items
    },
  })
  expect(await Promise.all([1, 2, 3, 4, 5].map(add))).toEqual([1, 2, 3, 4, 5])
  expect(Math.max(...seen)).toBe(2)
})
