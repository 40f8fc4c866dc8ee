import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fuzzEveryPlace, fuzzWithAnything, type Sample } from '../../test/payload-fuzz.js'
import { IntegrationError } from '../integration.js'
import { alertmanager } from './index.js'

const folder = new URL('./cases/', import.meta.url)
const samples = readdirSync(folder).map((file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Sample)

function run(body: unknown, settings = {}) {
  return alertmanager.normalise({ headers: {}, body, source: 'acme', receivedAt: '2026-01-01T00:00:00Z', settings })
}

const alert = (more: object) => ({ alerts: [{ status: 'firing', labels: {}, startsAt: '2026-03-02T11:00:00Z', fingerprint: 'd1c7f1c0', ...more }] })

describe('a payload that is not as documented', () => {
  it.each([
    [alert({ status: 'on' }), 'alerts[0].status must be firing or resolved, but is "on".'],
    [alert({ startsAt: '2026-03-02 11:00' }), 'alerts[0].startsAt must be a date and time with an offset, but is "2026-03-02 11:00".'],
    [alert({ startsAt: '0001-01-01T00:00:00Z' }), 'alerts[0].startsAt must be a date and time with an offset, but is "0001-01-01T00:00:00Z".'],
    [alert({ status: 'resolved' }), 'alerts[0].endsAt must be a date and time with an offset, but is missing.'],
    [alert({ fingerprint: undefined }), 'alerts[0].fingerprint must be a text, but is missing.'],
    [alert({ labels: { severity: 3 } }), 'alerts[0].labels.severity must be a text, but is number.'],
    [{ alerts: {} }, 'alerts must be a list, but is object.'],
  ])('names the field (%#)', (body, message) => {
    expect(() => run(body)).toThrow(new IntegrationError('bad_payload', message))
  })

  it('says which setting cannot be read', () => {
    expect(() => run(alert({}), { serviceLabels: 'app' })).toThrow('In the settings of this connection: serviceLabels must be a list, but is "app".')
  })
})

describe('whatever arrives', () => {
  it('arbitrary JSON never gives an event that does not fit its schema', () => {
    fuzzWithAnything(
      alertmanager,
      fc.oneof(
        fc.jsonValue(),
        fc.jsonValue().map((labels) => alert({ labels })),
      ),
    )
  })

  it('neither does a good payload with one place replaced or removed', () => {
    fuzzEveryPlace(alertmanager, samples)
  })
})
