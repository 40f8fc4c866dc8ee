import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeBody } from './decode.js'
import { parseEvent } from './parse.js'
import { problemOf } from './undecodable.js'

const now = new Date('2026-11-03T00:00:00Z')
const data = { deployment: 'd-1', service: 'payments', environment: 'production', outcome: 'succeeded' }
const event = { id: 'e-1', source: 'ci', type: 'deployment.finished', time: '2026-11-02T10:04:00Z', data }
const cloudEvent = { specversion: '1.0', ...event, type: 'dev.windsock.deployment.finished', datacontenttype: 'application/json' }
const cdevent = {
  context: { version: '0.4.1', id: 'c-1', source: '/cd', type: 'dev.cdevents.service.deployed.0.2.0', timestamp: '2026-11-02T10:04:00Z' },
  subject: { id: 'payments', type: 'service', content: {} },
}

type RequestHeaders = Record<string, string | string[] | undefined>

function decode(contentType: string | undefined, body: unknown, headers: RequestHeaders = {}) {
  const bytes = Buffer.isBuffer(body) ? body : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body))
  return decodeBody({ headers: { ...(contentType ? { 'content-type': contentType } : {}), ...headers }, body: bytes })
}

function itemsOf(decoded: ReturnType<typeof decodeBody>): unknown[] {
  if ('error' in decoded) throw new Error(decoded.error)
  return decoded.items
}

const binaryHeaders = {
  'ce-specversion': '1.0',
  'ce-id': 'e-1',
  'ce-source': 'ci',
  'ce-type': 'dev.windsock.deployment.finished',
  'ce-time': '2026-11-02T10:04:00Z',
}

describe('decodeBody', () => {
  it.each([
    ['one object', 'application/json', event],
    ['one object without a content type', undefined, event],
    ['a list', 'application/json; charset=utf-8', [event]],
    ['lines', 'application/x-ndjson', `${JSON.stringify(event)}\r\n\n`],
    ['a byte-order mark', 'application/json', `\ufeff${JSON.stringify(event)}`],
    ['a structured CloudEvent', 'application/cloudevents+json; charset=UTF-8', cloudEvent],
    ['a structured CloudEvent with a plain type', 'application/cloudevents+json', { ...cloudEvent, type: event.type }],
    ['a CloudEvent sent as plain JSON', 'application/json', cloudEvent],
    ['a batch of CloudEvents', 'application/cloudevents-batch+json', [cloudEvent]],
    [
      'a CloudEvent with base64 data',
      'application/cloudevents+json',
      { ...cloudEvent, data: undefined, data_base64: Buffer.from(JSON.stringify(data)).toString('base64') },
    ],
    ['a CloudEvent whose data is JSON text', 'application/cloudevents+json', { ...cloudEvent, data: JSON.stringify(data) }],
  ])('reads %s', (_, contentType, body) => {
    const items = itemsOf(decode(contentType, body))
    expect(items).toEqual([event])
    expect(parseEvent(items[0], { now }).ok).toBe(true)
  })

  it('reads a binary CloudEvent, whatever the case of its headers', () => {
    expect(itemsOf(decode('application/json', data, binaryHeaders))).toEqual([event])
    const upper = Object.fromEntries(Object.entries(binaryHeaders).map(([name, value]) => [name.toUpperCase(), value]))
    expect(itemsOf(decode(undefined, data, upper))).toEqual([event])
  })

  it('decodes percent-encoded header attributes and takes the revision from its extension', () => {
    const [item] = itemsOf(decode('application/json', data, { ...binaryHeaders, 'ce-source': 'ci/caf%C3%A9', 'ce-revision': '2' }))
    expect(item).toEqual({ ...event, source: 'ci/café', revision: 2 })
    expect(itemsOf(decode('application/cloudevents+json', { ...cloudEvent, revision: 7 }))).toEqual([{ ...event, revision: 7 }])
  })

  it('hands a CDEvent on as it is, in a CloudEvent or not', () => {
    const carrier = { ...cloudEvent, type: cdevent.context.type, id: 'c-1', source: '/cd', data: cdevent }
    expect(itemsOf(decode('application/json', cdevent))).toEqual([cdevent])
    expect(itemsOf(decode('application/cloudevents+json', carrier))).toEqual([cdevent])
    expect(itemsOf(decode('application/cdevents+json; charset=utf-8', cdevent, { ...binaryHeaders, 'ce-type': cdevent.context.type }))).toEqual([
      cdevent,
    ])
  })

  it('does not invent the id or the time of a CloudEvent', () => {
    const { id: _, ...withoutId } = cloudEvent
    const { time: __, ...withoutTime } = cloudEvent
    const [first] = itemsOf(decode('application/cloudevents+json', withoutId))
    expect(problemOf(first)).toBe('the CloudEvent has no id')
    const times = [withoutTime, { ...cloudEvent, time: 'yesterday' }, { ...cloudEvent, time: '2026-11-02' }]
    for (const sent of times) {
      const [item] = itemsOf(decode('application/cloudevents+json', sent))
      expect(parseEvent(item, { now })).toMatchObject({ ok: false, errors: [{ path: 'time' }] })
    }
  })

  it('keeps the good ones of a batch in their places', () => {
    const items = itemsOf(decode('application/cloudevents-batch+json', [cloudEvent, { specversion: '1.0' }, 5, { ...cloudEvent, id: 'e-2' }]))
    expect(items.map((item) => parseEvent(item, { now }).ok)).toEqual([true, false, false, true])
    const lines = itemsOf(decode('application/x-ndjson', `${JSON.stringify(event)}\n{"id":\n${JSON.stringify(event)}`))
    expect(lines.map((item) => parseEvent(item, { now }).ok)).toEqual([true, false, true])
    expect(problemOf(lines[1])).toMatch(/^line 2 is not valid JSON/)
  })

  it.each([
    ['no body', 'application/json', ''],
    ['an empty list', 'application/json', []],
    ['an empty batch', 'application/cloudevents-batch+json', []],
    ['a batch that is no list', 'application/cloudevents-batch+json', cloudEvent],
    ['no line', 'application/x-ndjson', '\n\n'],
    ['half a document', 'application/json', '{"id":'],
    ['bytes that are not UTF-8', 'application/json', Buffer.from([0x22, 0xff, 0xfe, 0x22])],
    ['65 levels', 'application/json', '['.repeat(65) + ']'.repeat(65)],
    ['a million levels', 'application/json', '['.repeat(1_000_000)],
  ])('refuses %s', (_, contentType, body) => {
    expect(decode(contentType, body)).toEqual({ error: expect.any(String) })
  })

  it('accepts 64 levels, and brackets in text do not count', () => {
    expect(decode('application/json', '['.repeat(64) + ']'.repeat(64))).toHaveProperty('items')
    expect(decode('application/json', JSON.stringify({ text: `\\"${'['.repeat(100)}` }))).toHaveProperty('items')
  })

  it('never throws, whatever bytes and headers arrive', () => {
    const contentType = fc.constantFrom(
      'application/json',
      'application/x-ndjson',
      'application/cloudevents+json',
      'application/cloudevents-batch+json',
      'text/plain',
      '',
    )
    const body = fc.oneof(
      fc.uint8Array().map((bytes) => Buffer.from(bytes)),
      fc.json(),
      fc.jsonValue().map((value) => JSON.stringify([{ ...cloudEvent, data: value, ext: value }])),
    )
    fc.assert(
      fc.property(
        contentType,
        body,
        fc.dictionary(fc.constantFrom('ce-id', 'ce-type', 'ce-time', 'ce-x-y', 'ce-source', 'ce-specversion'), fc.string()),
        (type, sent, headers) => {
          const decoded = decode(type, sent, headers)
          if ('items' in decoded) for (const item of decoded.items) parseEvent(item, { now })
        },
      ),
      { numRuns: 1000 },
    )
  })
})
