import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { csvOf } from './csv.js'

/** Rows without an end, which count how many were taken and whether the reading was ended. */
function endless() {
  const seen = { taken: 0, ended: false }
  async function* rows() {
    try {
      for (;;) yield { id: String((seen.taken += 1)), note: 'x'.repeat(200) }
    } finally {
      seen.ended = true
    }
  }
  return { seen, rows: rows() }
}

it('reads on only as fast as its reader, and no further once that has left', async () => {
  const { seen, rows } = endless()
  const csv = await csvOf(['id', 'note'], rows)
  await once(csv, 'readable')
  await pause(100)
  // A few buffers of 64 KiB at most lie between, whatever the length of the list.
  expect(seen.taken).toBeLessThan(2000)
  const before = seen.taken
  csv.destroy()
  await pause(100)
  expect(seen.ended).toBe(true)
  expect(seen.taken - before).toBeLessThan(50)
})

it('fails before anything is sent where the first row cannot be had', async () => {
  async function* rows() {
    yield* []
    throw new Error('the store is away')
  }
  await expect(csvOf(['id'], rows())).rejects.toThrow('the store is away')
})
