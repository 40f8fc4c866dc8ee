import { expect, it } from 'vitest'
import { event } from '../test/event-builders.js'
import type { CanonicalEvent } from './event.js'
import { foldIncident } from './incident.js'

const said = (source: string, type: string, time: string, data = {}, revision = 0) =>
  event(`incident.${type}` as CanonicalEvent['type'], time, { incident: 'i1', ...data }, { source, revision })
const contradictions = (...events: CanonicalEvent[]) =>
  foldIncident('i1', events).contradictions.map(({ field, kept, dropped, source }) => [field, kept, dropped, source])

const pager = said('pager', 'detected', '09:00:00', { service: 'checkout', severity: 'SEV2', startedAt: '2026-11-02T08:55:00Z' })

it('lists severities, services and times that two sources tell differently', () => {
  const desk = said('desk', 'detected', '09:30:00', { services: ['checkout', 'search'], severity: 'SEV1', startedAt: '2026-11-02T08:40:00Z' })
  const ends = [
    said('pager', 'mitigated', '10:00:00'),
    said('desk', 'mitigated', '10:30:00'),
    said('pager', 'resolved', '11:00:00'),
    said('desk', 'resolved', '10:20:00'),
  ]
  expect(contradictions(pager, desk, ...ends)).toEqual([
    ['severity', 'SEV1', 'SEV2', 'pager'],
    ['startedAt', '2026-11-02T08:40:00.000Z', '2026-11-02T08:55:00.000Z', 'pager'],
    ['mitigatedAt', '2026-11-02T10:30:00.000Z', '2026-11-02T10:00:00.000Z', 'pager'],
    ['resolvedAt', '2026-11-02T11:00:00.000Z', '2026-11-02T10:20:00.000Z', 'desk'],
    ['services', 'checkout, search', 'checkout', 'pager'],
  ])
})

it.each([
  ['09:00:00', []],
  ['09:05:00', []],
  ['08:55:00', []],
  ['09:05:01', ['startedAt']],
  ['08:54:59', ['startedAt']],
])('a start at 09:00 and one at %s: %j', (time, fields) => {
  const [one, other] = ['09:00:00', time].map((at, index) =>
    said(`source-${index}`, 'detected', '09:10:00', { service: 'checkout', startedAt: `2026-11-02T${at}Z` }),
  ) as [CanonicalEvent, CanonicalEvent]
  expect(contradictions(one, other).map(([field]) => field)).toEqual(fields)
})

it('a source that changes its mind contradicts nobody, nor does one that writes a severity in other letters', () => {
  const raised = said('pager', 'updated', '09:20:00', { severity: 'sev1', startedAt: '2026-11-02T08:00:00Z', services: ['search'] })
  expect(contradictions(pager, raised)).toEqual([])
  expect(contradictions(pager, raised, said('desk', 'updated', '09:40:00', { severity: 'SEV1', services: ['checkout', 'search'] }))).toEqual([])
})

it('what a person said, or a later revision, settles it', () => {
  const desk = said('desk', 'updated', '09:30:00', { severity: 'SEV1', services: ['search'] })
  const correction = event('fact.corrected', '12:00:00', {
    kind: 'incident',
    id: 'i1',
    fields: { severity: 'SEV3', services: ['search'] },
    reason: 'seen in the review',
  })
  expect(contradictions(pager, desk, correction)).toEqual([])
  expect(contradictions(pager, said('desk', 'updated', '09:30:00', { severity: 'SEV1' }, 2))).toEqual([])
})

it('an end that was taken back is no one`s word any more', () => {
  const reopened = said('pager', 'updated', '10:30:00', { retracts: ['resolved'] })
  expect(contradictions(pager, said('pager', 'resolved', '10:00:00'), reopened, said('desk', 'resolved', '11:30:00'))).toEqual([])
})

it('is the same in any order', () => {
  const events = [
    pager,
    said('desk', 'detected', '09:30:00', { service: 'search', severity: 'low' }),
    said('bot', 'updated', '09:10:00', { severity: 'x' }),
  ]
  expect(foldIncident('i1', events.toReversed())).toEqual(foldIncident('i1', events))
  expect(contradictions(...events)).toHaveLength(4)
})
