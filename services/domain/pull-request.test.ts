import fc from 'fast-check'
import { expect, it } from 'vitest'
import { changeClaims, foldChanges } from './change.js'
import type { CanonicalEvent } from './event.js'
import type { DeclaredChange } from './facts.js'

const HEAD = 'a'.repeat(40)
const MERGE = 'b'.repeat(40)
const at = (time: string) => `2026-11-02T${time}:00.000Z`

function committed(id: string, data: Omit<DeclaredChange, 'repository'> & { repository?: string }, revision = 0): CanonicalEvent {
  return {
    id,
    source: 'test',
    type: 'change.committed',
    time: data.committedAt ?? at('00:00'),
    revision,
    data: { repository: 'github.com/acme/payments', ...data },
    receivedAt: at('23:00'),
    contentHash: id,
    flags: [],
  } as CanonicalEvent
}

const review = (id: string, time: string, approved = false, number = 41) =>
  committed(id, { sha: HEAD, committedAt: at(time), pullRequest: { number, firstReviewAt: at(time), ...(approved ? { approvedAt: at(time) } : {}) } })
const merged = committed('merged', {
  sha: MERGE,
  committedAt: at('12:00'),
  pullRequest: { number: 41, openedAt: at('08:00'), mergedAt: at('12:00'), title: 'Faster' },
})
const pushed = committed('pushed', { sha: HEAD, committedAt: at('07:00'), branch: 'main' }, 2)

function fold(...events: CanonicalEvent[]) {
  return new Map(foldChanges(events.flatMap((event) => changeClaims(event, ''))).map((change) => [change.sha, change]))
}

it('gives the merge commit the first review and the last approval of its pull request', () => {
  const changes = fold(merged, review('r1', '09:00'), review('r2', '10:00', true), review('r3', '11:00', true))
  expect(changes.get(MERGE)?.pullRequest).toEqual({
    number: 41,
    openedAt: at('08:00'),
    firstReviewAt: at('09:00'),
    approvedAt: at('11:00'),
    mergedAt: at('12:00'),
    title: 'Faster',
  })
})

it('does not take the instant of a review for that of the commit', () => {
  expect(fold(merged, review('r1', '09:00')).has(HEAD)).toBe(false)
  expect(fold(pushed, review('r1', '09:00')).get(HEAD)?.committedAt).toBe(Date.parse(at('07:00')))
  const listed = {
    ...pushed,
    id: 'd',
    type: 'deployment.finished',
    data: { repository: 'github.com/acme/payments', changes: [{ sha: HEAD }] },
  } as unknown as CanonicalEvent
  expect(fold(listed, review('r1', '09:00')).get(HEAD)?.committedAt).toBeNull()
})

it('shares the times, not the title, with the commit that was looked at', () => {
  const head = fold(merged, pushed, review('r1', '09:00', true)).get(HEAD)
  expect(head?.pullRequest).toEqual({
    number: 41,
    openedAt: at('08:00'),
    firstReviewAt: at('09:00'),
    approvedAt: at('09:00'),
    mergedAt: at('12:00'),
  })
})

it('leaves an approval after the merge out', () => {
  const changes = fold(merged, review('r1', '11:00'), review('r2', '13:00', true))
  expect(changes.get(MERGE)?.pullRequest?.firstReviewAt).toBe(at('11:00'))
  expect(changes.get(MERGE)?.pullRequest).not.toHaveProperty('approvedAt')
})

it('keeps apart what has another number or is in another repository', () => {
  const elsewhere = committed('r2', {
    repository: 'github.com/acme/wallet',
    sha: HEAD,
    committedAt: at('10:00'),
    pullRequest: { number: 41, firstReviewAt: at('10:00') },
  })
  expect(fold(merged, review('r1', '09:00', true, 42), elsewhere).get(MERGE)?.pullRequest).not.toHaveProperty('firstReviewAt')
})

it('believes a higher revision alone', () => {
  const corrected = committed(
    'compared',
    { sha: MERGE, committedAt: at('12:00'), pullRequest: { number: 41, firstReviewAt: at('10:30'), mergedAt: at('12:00') } },
    1,
  )
  expect(fold(merged, review('r1', '09:00'), corrected).get(MERGE)?.pullRequest?.firstReviewAt).toBe(at('10:30'))
})

it('keeps the commit time of a squash made at the instant of its review', () => {
  const squash = committed('squash', {
    sha: MERGE,
    committedAt: at('12:00'),
    pullRequest: { number: 41, approvedAt: at('12:00'), mergedAt: at('12:00') },
  })
  expect(fold(squash).get(MERGE)?.committedAt).toBe(Date.parse(at('12:00')))
})

it('leaves a pull request without a number to its own commit', () => {
  const other = committed('one', { sha: HEAD, committedAt: at('07:00'), pullRequest: { mergedAt: at('08:00'), approvedAt: at('09:00') } })
  expect(fold(merged, other).get(HEAD)?.pullRequest).toEqual({ mergedAt: at('08:00'), approvedAt: at('09:00') })
})

it('does not depend on the order or repetition of what is said', () => {
  const events = [merged, pushed, review('r1', '09:00'), review('r2', '10:00', true), review('r3', '13:00', true)]
  const expected = fold(...events)
  const shuffled = fc.shuffledSubarray([...events, ...events], { minLength: 2 * events.length })
  fc.assert(
    fc.property(shuffled, (some) => {
      expect(fold(...some)).toEqual(expected)
    }),
  )
})
