import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createLiveHub, type LiveChange } from './hub.js'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('deliveries are told of at once, then five times a second, and not again without cause', () => {
  const hub = createLiveHub()
  const heard: LiveChange[] = []
  hub.subscribe((change) => heard.push(change))
  for (let index = 0; index < 100; index++) hub.publish({ what: 'deliveries' })
  expect(heard).toHaveLength(1)
  vi.advanceTimersByTime(200)
  expect(heard).toHaveLength(2)
  vi.advanceTimersByTime(10_000)
  expect(heard).toHaveLength(2)
})

test('one of our own is not lost among those of other processes', () => {
  const hub = createLiveHub()
  const heard: LiveChange[] = []
  hub.publish({ what: 'deliveries', relayed: true })
  hub.subscribe((change) => heard.push(change))
  hub.publish({ what: 'deliveries', relayed: true })
  hub.publish({ what: 'deliveries' })
  hub.publish({ what: 'deliveries', relayed: true })
  vi.advanceTimersByTime(200)
  expect(heard).toEqual([{ what: 'deliveries' }])
})

test('numbers are told of each time, until one stops listening', () => {
  const hub = createLiveHub()
  const heard: LiveChange[] = []
  const stop = hub.subscribe((change) => heard.push(change))
  hub.publish({ what: 'facts', services: ['a'] })
  hub.publish({ what: 'facts', services: ['b'] })
  stop()
  hub.publish({ what: 'facts', services: ['c'] })
  expect(heard.map(({ services }) => services)).toEqual([['a'], ['b']])
})
