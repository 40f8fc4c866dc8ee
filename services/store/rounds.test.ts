import { afterEach, describe, expect, it } from 'vitest'
import { inTurn, startRounds, type Rounds } from './rounds.js'

const LONG = 60_000
const turn = () => new Promise<void>((resolve) => setTimeout(resolve, 10))

describe('rounds', () => {
  let rounds: Rounds
  afterEach(() => rounds.stop())

  function start(...rests: (number | Error)[]) {
    const seen = { rounds: 0, errors: [] as unknown[] }
    rounds = startRounds({
      async round() {
        const rest = rests[seen.rounds] ?? LONG
        seen.rounds += 1
        await turn()
        if (rest instanceof Error) throw rest
        return rest
      },
      restMs: LONG,
      onError: (error) => seen.errors.push(error),
    })
    return seen
  }

  it('go on at once while there is more, and then rest until nudged', async () => {
    const seen = start(0, 0, LONG)
    await expect.poll(() => seen.rounds).toBe(3)
    await turn()
    await turn()
    expect(seen.rounds).toBe(3)
    rounds.nudge()
    await expect.poll(() => seen.rounds).toBe(4)
  })

  it('begin again when nudged in the middle of one', async () => {
    const seen = start(LONG)
    await expect.poll(() => seen.rounds).toBe(1)
    rounds.nudge()
    await expect.poll(() => seen.rounds).toBe(2)
  })

  it('rest after one that failed, and tell of it', async () => {
    const failure = new Error('away')
    const seen = start(failure)
    await expect.poll(() => seen.errors).toEqual([failure])
    expect(seen.rounds).toBe(1)
    rounds.nudge()
    await expect.poll(() => seen.rounds).toBe(2)
  })

  it('stop after the one under way, without resting', async () => {
    const seen = start(0, LONG)
    await rounds.stop()
    expect(seen.rounds).toBe(1)
  })
})

it('work in turn is never done twice at a time, and a failure does not keep the next from it', async () => {
  let under = 0
  const ended: number[] = []
  let calls = 0
  const work = inTurn(async () => {
    under += 1
    const call = (calls += 1)
    expect(under).toBe(1)
    await turn()
    under -= 1
    if (call === 2) throw new Error('away')
    ended.push(call)
  })
  const results = await Promise.allSettled([work(), work(), work()])
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(ended).toEqual([1, 3])
})
