import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fuzzEveryPlace, fuzzWithAnything, type Sample } from '../../test/payload-fuzz.js'
import { IntegrationError } from '../integration.js'
import type { Normalised } from '../result.js'
import { pagerduty } from './index.js'

const folder = new URL('./cases/', import.meta.url)
const samples = readdirSync(folder).map((file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Sample)
const TYPES = ['incident.triggered', 'incident.reopened', 'incident.resolved', 'incident.annotated', 'pagey.ping', 'constructor']

function run(body: unknown, settings = {}): Normalised {
  return pagerduty.normalise({ headers: {}, body, source: 'acme', receivedAt: '2026-01-01T00:00:00Z', settings })
}

function annotated(data: object): unknown {
  return triggered({ event_type: 'incident.annotated', data })
}

function triggered(event: object, data: object = {}): unknown {
  const incident = { id: 'PINC001', status: 'triggered', title: 'Captures fail', service: { id: 'PSVC001', summary: 'Payments' } }
  return { event: { id: 'E1', event_type: 'incident.triggered', occurred_at: '2026-03-02T11:00:00Z', data: { ...incident, ...data }, ...event } }
}

describe('a payload that is not as documented', () => {
  it.each([
    [triggered({ occurred_at: '2026-03-02 11:00' }), 'event.occurred_at must be a date and time with an offset, but is "2026-03-02 11:00".'],
    [triggered({ id: 7 }), 'event.id must be a text, but is number.'],
    [triggered({ data: null }), 'event.data.id must be a text, but is missing.'],
    [triggered({}, { service: 'Payments' }), 'event.data.service must be an object, but is "Payments".'],
    [triggered({}, { title: '\0' }), 'event.data.title must be a text without NUL or half characters, but is "\\u0000".'],
    [annotated({ content: 'Fine' }), 'event.data.incident.id must be a text, but is missing.'],
    [annotated({ incident: { id: 'PINC001' }, content: ['Fine'] }), 'event.data.content must be a text, but is a list.'],
    [{ messages: [] }, 'event.id must be a text, but is missing.'],
  ])('names the field (%#)', (body, message) => {
    expect(() => run(body)).toThrow(new IntegrationError('bad_payload', message))
  })

  it.each([[null], ['text'], [3], [[]]])('refuses %j as a body', (body) => {
    expect(() => run(body)).toThrow(/^The body must be an object/)
  })
})

describe('a note longer than a text may be', () => {
  it('is cut', () => {
    const { events } = run(annotated({ incident: { id: 'PINC001' }, content: `${'x'.repeat(2000)}y` }))
    expect(events.map(({ data }) => data.note)).toEqual(['x'.repeat(2000)])
  })
})

describe('settings that cannot be read', () => {
  it.each([
    [{ services: ['payments'] }, 'services must be an object, but is a list.'],
    [{ severities: { P1: 1 } }, 'severities.P1 must be a text, but is number.'],
    [{ environment: ' ' }, 'environment must be a text of 1 to 512 characters, but is " ".'],
    [{ ignoredServices: 'Payments' }, 'ignoredServices must be a list, but is "Payments".'],
  ])('%j', (settings, message) => {
    const said = `In the settings of this connection: ${message}`
    expect(() => run(triggered({}), settings)).toThrow(new IntegrationError('bad_settings', said))
  })
})

describe('whatever arrives', () => {
  it('arbitrary JSON never gives an event that does not fit its schema', () => {
    const named = fc.tuple(fc.constantFrom(...TYPES), fc.jsonValue()).map(([type, data]) => triggered({ event_type: type, data }))
    fuzzWithAnything(pagerduty, fc.oneof(fc.jsonValue(), named))
  })

  it('neither does a good payload with one place replaced or removed', () => {
    fuzzEveryPlace(pagerduty, samples)
  })
})
