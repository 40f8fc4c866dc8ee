import { describe, expect, it } from 'vitest'
import { forEachConcurrently, inBatches } from './stream.js'

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index)

describe('batches', () => {
  it('hold everything once, in order', () => {
    expect([...inBatches(upTo(7), 3)]).toEqual([[0, 1, 2], [3, 4, 5], [6]])
    expect([...inBatches([], 3)]).toEqual([])
  })
})

describe('work at a bounded pace', () => {
  it('does every item once, never more than the limit at a time, and draws no further ahead', async () => {
    const seen: number[] = []
    let atWork = 0
    let most = 0
    let drawn = 0
    function* source() {
      for (const item of upTo(50)) {
        drawn += 1
        expect(drawn - seen.length).toBeLessThanOrEqual(4)
        yield item
      }
    }
    await forEachConcurrently(source(), 4, async (item) => {
      atWork += 1
      most = Math.max(most, atWork)
      await new Promise((resume) => setTimeout(resume, item % 3))
      atWork -= 1
      seen.push(item)
    })
    expect(seen.sort((a, b) => a - b)).toEqual(upTo(50))
    expect(most).toBe(4)
  })

  it('stops at the first failure', async () => {
    const done: number[] = []
    const work = async (item: number) => {
      if (item === 5) throw new Error('refused')
      done.push(item)
    }
    await expect(forEachConcurrently(upTo(1000), 2, work)).rejects.toThrow('refused')
    expect(done.length).toBeLessThan(20)
  })
})
