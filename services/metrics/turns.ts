import { setImmediate } from 'node:timers/promises'

let last: Promise<unknown> = Promise.resolve()

/**
 * Resolves in a turn of the event loop that no other caller has, with whatever arrived meanwhile served before: for the
 * pieces of work that would otherwise hold up the process for tens of milliseconds. Pieces are taken in the order of asking.
 */
export async function ownTurn(): Promise<void> {
  const turn = last.then(() => setImmediate())
  last = turn
  await turn
}
