import { expect, it } from 'vitest'
import { createSessionPool } from './session-pool.js'

type FakeSession = { set: string[]; closed: boolean; close(): void }

function poolOf(most: number) {
  const opened: FakeSession[] = []
  const pool = createSessionPool<FakeSession>({
    open: () => {
      const session: FakeSession = { set: [], closed: false, close: () => (session.closed = true) }
      opened.push(session)
      return session
    },
    set: async (session, settings) => {
      if (settings === 'bad') throw new Error('no such setting')
      session.set.push(settings)
    },
    most,
  })
  return { pool, opened }
}

it('gives a session again under the settings it was set by, and under no others', async () => {
  const { pool, opened } = poolOf(4)
  const [one, other] = [await pool.take('a'), await pool.take('b')]
  pool.give('a', one)
  pool.give('b', other)
  expect(await pool.take('b')).toBe(other)
  expect(await pool.take('a')).toBe(one)
  expect(await pool.take('a')).not.toBe(one)
  expect(opened.map(({ set }) => set)).toEqual([['a'], ['b'], ['a']])
})

it('closes what was longest not asked for where there are too many, and all at the end', async () => {
  const { pool, opened } = poolOf(2)
  for (const settings of ['a', 'b', 'c']) pool.give(settings, await pool.take(settings))
  expect(opened.map(({ closed }) => closed)).toEqual([true, false, false])
  pool.close()
  expect(opened.every(({ closed }) => closed)).toBe(true)
})

it('closes a session whose settings are refused', async () => {
  const { pool, opened } = poolOf(2)
  await expect(pool.take('bad')).rejects.toThrow('no such setting')
  expect(opened.map(({ closed }) => closed)).toEqual([true])
})
