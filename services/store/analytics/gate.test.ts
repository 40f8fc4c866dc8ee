import { describe, expect, it } from 'vitest'
import { createGate } from './gate.js'

describe('a gate', () => {
  it('lets so many in at once, all in the end, and goes on after a failure', async () => {
    const gate = createGate(3)
    let [inside, most] = [0, 0]
    const task = (n: number) =>
      gate(async () => {
        inside += 1
        most = Math.max(most, inside)
        await new Promise((resolve) => setTimeout(resolve, n % 3))
        inside -= 1
        if (n % 5 === 0) throw new Error('failed')
        return n
      })
    const results = await Promise.allSettled(Array.from({ length: 30 }, (_, n) => task(n)))
    expect(most).toBe(3)
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(24)
    expect(await gate(async () => 'open')).toBe('open')
  })
})
