import { describe, expect, it } from 'vitest'
import { randomFrom, shuffled } from '../../seed/random.js'
import { event } from '../test/event-builders.js'
import type { CanonicalEvent } from './event.js'
import { foldIncidents } from './incidents.js'

const detected = (incident: string, source: string, time: string, more: object = {}) =>
  event('incident.detected', time, { incident, service: 'checkout', environment: 'production', ...more }, { source })
const resolved = (incident: string, source: string, time: string) => event('incident.resolved', time, { incident }, { source })
const correct = (id: string, fields: object) =>
  event('fact.corrected', '20:00:00', { kind: 'incident', id, fields, reason: 'seen in the postmortem' })

const alert = detected('alert-1', 'alertmanager', '09:00:00')
const page = detected('page-1', 'pagerduty', '09:04:00')

/** The ids under which incidents are one, by the id that they are kept under. */
function joined(events: readonly CanonicalEvent[], minutes = 10) {
  const fold = (told: readonly CanonicalEvent[]) => foldIncidents(told, { incidentMergeMs: minutes * 60_000 })
  const folded = fold(events)
  for (const seed of [1, 2, 3]) expect(fold(shuffled(randomFrom(seed), [...events]))).toEqual(folded)
  return Object.fromEntries(folded.map(({ id, parts }) => [id, parts.map(({ incident }) => incident)]))
}

describe('a note', () => {
  const note = (incident: string, more = {}) =>
    event('incident.updated', '08:00:00', { incident, note: 'Rolling back', ...more }, { source: 'pager' })
  const fold = (...events: CanonicalEvent[]) => foldIncidents(events, { incidentMergeMs: 600_000 })

  it('changes nothing about its incident, and makes none', () => {
    expect(fold(alert, note('alert-1'))).toEqual(fold(alert))
    expect(fold(note('alert-1'))).toEqual([])
  })

  it('beside something else leaves that to be told', () => {
    expect(fold(alert, note('alert-1', { severity: 'major' }))).toMatchObject([{ severity: 'major' }])
  })
})

describe('incidents of one service that several sources report', () => {
  it('are as many as are reported unless the workspace says otherwise', () => {
    expect(joined([alert, page], 0)).toEqual({ 'alert-1': ['alert-1'], 'page-1': ['page-1'] })
  })

  it('are one, with what all say of it, if the second was detected soon after the first, which was open', () => {
    expect(joined([alert, page])).toEqual({ 'alert-1': ['alert-1', 'page-1'] })
    expect(joined([alert, page], 3)).toEqual({ 'alert-1': ['alert-1'], 'page-1': ['page-1'] })
    const issue = detected('issue-1', 'github', '09:12:00')
    expect(joined([alert, page, issue])).toEqual({ 'alert-1': ['alert-1', 'issue-1', 'page-1'] })
    expect(joined([alert, resolved('alert-1', 'alertmanager', '09:02:00'), page])).toEqual({ 'alert-1': ['alert-1'], 'page-1': ['page-1'] })
    const [one] = foldIncidents([alert, page, resolved('page-1', 'pagerduty', '09:30:00')], { incidentMergeMs: 600_000 })
    expect([one?.detectedAt, one?.resolvedAt]).toEqual([Date.parse('2026-11-02T09:00:00Z'), Date.parse('2026-11-02T09:30:00Z')])
  })

  it('are not one where the source, the services or the environment says that they are not', () => {
    expect(Object.keys(joined([alert, detected('alert-2', 'alertmanager', '09:01:00')]))).toEqual(['alert-1', 'alert-2'])
    expect(Object.keys(joined([alert, detected('page-2', 'pagerduty', '09:01:00', { service: 'cart' })]))).toEqual(['alert-1', 'page-2'])
    expect(Object.keys(joined([alert, detected('page-2', 'pagerduty', '09:01:00', { services: ['cart'] })]))).toEqual(['alert-1', 'page-2'])
    expect(Object.keys(joined([alert, detected('page-2', 'pagerduty', '09:01:00', { environment: 'staging' })]))).toEqual(['alert-1', 'page-2'])
    expect(Object.keys(joined([alert, event('incident.detected', '09:01:00', { incident: 'page-2' }, { source: 'pagerduty' })]))).toEqual([
      'alert-1',
      'page-2',
    ])
  })

  it('are one or not as a person says, and what a person says of one holds of all', () => {
    expect(Object.keys(joined([alert, page, correct('page-1', { apart: true })]))).toEqual(['alert-1', 'page-1'])
    const moved = [alert, detected('page-2', 'pagerduty', '09:01:00', { service: 'cart' }), correct('page-2', { services: ['checkout'] })]
    expect(joined(moved)).toEqual({ 'alert-1': ['alert-1', 'page-2'] })
    const fields = { detectedAt: '2026-11-02T07:00:00Z', severity: 'major' }
    const [one, ...others] = foldIncidents([alert, page, correct('page-1', fields)], { incidentMergeMs: 600_000 })
    expect([one?.id, one?.severity, one?.detectedAt, others]).toEqual(['alert-1', 'major', Date.parse('2026-11-02T07:00:00Z'), []])
  })
})
