import { expect, it } from 'vitest'
import { message, text } from '../../../test/protobuf-by-hand.js'
import { TelemetryMalformed } from '../point.js'
import { namedBy, senderOf } from './point-series.js'

const SENDER = senderOf({ 'service.name': 'cart' }, {})
const stringAttribute = (key: string, value: string) => [...text(1, key), ...message(2, text(1, value))]
const unread = (...attributes: number[][]) => attributes.map((bytes) => Buffer.from(bytes))

it('names a point by its resource, its metric and its attributes, and again the same', () => {
  const [a, b] = [stringAttribute('a', '1'), stringAttribute('b', '2')]
  const named = () => namedBy(SENDER, 'requests', unread(a, b))
  expect(named().labels).toEqual({ 'service.name': 'cart', a: '1', b: '2' })
  expect(named()).toEqual(
    namedBy(SENDER, 'requests', [
      { key: 'a', value: { stringValue: '1' } },
      { key: 'b', value: { stringValue: '2' } },
    ]),
  )
  const others = [
    namedBy(SENDER, 'request', unread(a, b)),
    namedBy(SENDER, 'requests', unread(a)),
    namedBy(senderOf({ 'service.name': 'search' }, {}), 'requests', unread(a, b)),
    namedBy(senderOf({ 'service.name': 'cart' }, { 'otel.scope.name': 'http' }), 'requests', unread(a, b)),
  ]
  expect(new Set([named(), ...others].map(({ series }) => series)).size).toBe(5)
})

it('tells two attributes from one whose bytes are those of both', () => {
  const [a, b] = [stringAttribute('a', '1'), stringAttribute('b', '2')]
  expect(namedBy(SENDER, 'joined', unread(a, b)).labels).toEqual({ 'service.name': 'cart', a: '1', b: '2' })
  // Of a field that comes twice, the last counts.
  expect(namedBy(SENDER, 'joined', unread([...a, ...b])).labels).toEqual({ 'service.name': 'cart', b: '2' })
})

it('refuses an attribute that is none, each time', () => {
  const broken = unread(stringAttribute('a', '1'), [0x0a, 0x7f, 0x61])
  for (let time = 0; time < 2; time += 1) expect(() => namedBy(SENDER, 'requests', broken)).toThrow(TelemetryMalformed)
})
