import { between, chance, randomFrom, shuffled } from '../random.js'

/** The same events in another order, a third of them twice, in batches of uneven sizes: the answers must not change. */
export function shuffledBatches<Event>(events: readonly Event[], seed: number): Event[][] {
  const random = randomFrom(seed)
  const repeated = events.filter(() => chance(random, 1 / 3))
  const waiting = shuffled(random, [...events, ...repeated])
  const batches: Event[][] = []
  while (waiting.length > 0) batches.push(waiting.splice(0, between(random, 1, 17)))
  return batches
}
