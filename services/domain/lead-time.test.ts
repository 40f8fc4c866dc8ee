import fc from 'fast-check'
import { expect, it } from 'vitest'
import { knownStages, leadTimeStages, STAGES, type Milestones } from './lead-time.js'

function sum(milestones: Milestones): number {
  return Object.values(leadTimeStages(milestones)).reduce((total, stage) => total + stage, 0)
}

it('gives each stage the time between its milestones', () => {
  const milestones = { committedAt: 0, openedAt: 1, approvedAt: 3, mergedAt: 6, builtAt: 10, approvalDecidedAt: 15, startedAt: 21, servingAt: 28 }
  expect(STAGES.map((stage) => leadTimeStages(milestones)[stage])).toEqual([1, 2, 3, 4, 5, 6, 7])
  expect(knownStages(milestones)).toEqual(STAGES)
})

it('leaves the time before an unknown milestone to the next one that is known', () => {
  const milestones = {
    committedAt: 0,
    openedAt: 1,
    approvedAt: null,
    mergedAt: 6,
    builtAt: null,
    approvalDecidedAt: null,
    startedAt: 21,
    servingAt: 28,
  }
  expect(leadTimeStages(milestones)).toEqual({ coding: 1, review: 0, mergeWait: 5, build: 0, approvalWait: 0, deployWait: 15, rollout: 7 })
  expect(knownStages(milestones)).toEqual(['coding', 'rollout'])
})

it.each<[string, Partial<Milestones>, Partial<Record<(typeof STAGES)[number], number>>]>([
  ['the pull request was opened before the commit', { openedAt: -50 }, { coding: 0, review: 3 }],
  ['the squash was committed at the merge', { committedAt: 6 }, { coding: 0, review: 0, mergeWait: 0, build: 4 }],
  ['it was built before the merge', { builtAt: 4 }, { mergeWait: 3, build: 0, approvalWait: 9 }],
  ['it was approved after the rollout began', { approvalDecidedAt: 25 }, { approvalWait: 15, deployWait: 0, rollout: 3 }],
  ['it was merged after it served', { mergedAt: 99 }, { mergeWait: 25, build: 0, rollout: 0 }],
])('never gives less than nothing where %s', (_name, fields, expected) => {
  const milestones = {
    committedAt: 0,
    openedAt: 1,
    approvedAt: 3,
    mergedAt: 6,
    builtAt: 10,
    approvalDecidedAt: 15,
    startedAt: 21,
    servingAt: 28,
    ...fields,
  }
  expect(leadTimeStages(milestones)).toMatchObject(expected)
  expect(sum(milestones)).toBe(28 - milestones.committedAt)
})

it('sums to the whole, each stage at least nothing, under any clocks', () => {
  const instant = fc.option(fc.integer({ min: -1000, max: 1000 }))
  const property = fc.property(
    fc.record({ openedAt: instant, approvedAt: instant, mergedAt: instant, builtAt: instant, approvalDecidedAt: instant, startedAt: instant }),
    fc.integer({ min: -500, max: 500 }),
    fc.nat({ max: 800 }),
    (known, committedAt, lead) => {
      const milestones = { ...known, committedAt, servingAt: committedAt + lead }
      expect(sum(milestones)).toBe(lead)
      expect(Math.min(...Object.values(leadTimeStages(milestones)))).toBeGreaterThanOrEqual(0)
    },
  )
  fc.assert(property, { numRuns: 2000, seed: 20261102 })
})
