import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { deriveService } from '../../domain/derive.js'
import type { EventType } from '../../domain/event.js'
import { defaultRules } from '../../domain/facts.js'
import { event } from '../../test/event-builders.js'
import { gitlab } from './index.js'

const settings = { deployJobs: [{ name: 'deploy', environment: 'production' }] }

function bodyOf(name: string): Record<string, unknown> {
  const text = readFileSync(new URL(`./cases/${name}.json`, import.meta.url), 'utf8')
  return (JSON.parse(text) as { body: Record<string, unknown> }).body
}

/** The case with changes in it, as the events that are stored of it. */
function events(name: string, changes: object) {
  const body = { ...bodyOf(name), ...changes }
  const { events: made } = gitlab.normalise({ headers: {}, body, source: 'acme', receivedAt: '2026-03-04T00:00:00Z', settings })
  expect(made.length).toBeGreaterThan(0)
  return made.map(({ id, source, type, time, revision = 0, data }) => {
    const kept = Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined))
    return event(type as EventType, time, kept, { id, source, revision })
  })
}

function facts(...all: ReturnType<typeof events>[]) {
  return deriveService('payments', all.flat(), defaultRules)
}

function deployments(...all: ReturnType<typeof events>[]) {
  return facts(...all).deployments
}

const A = 'a'.repeat(40)
const B = 'b'.repeat(40)

function run(id: number, hour: string, sha: string, build_status = 'success') {
  const times = { build_started_at: `2026-03-02 ${hour}:00:00 UTC`, build_finished_at: `2026-03-02 ${hour}:04:00 UTC` }
  return events('job-success', { build_id: id, sha, build_status, ...times })
}

describe('what is told of one rollout', () => {
  it('by its job and its deployment is one, with the tag that only the job knows', () => {
    const times = { build_started_at: '2026-03-02 10:05:00 UTC', build_finished_at: '2026-03-02 10:09:00 UTC' }
    const job = events('job-success', { build_id: 796, ref: 'v1.4.0', tag: true, ...times })
    const found = deployments(
      events('deployment-running', { status_changed_at: '2026-03-02 10:05:01 UTC' }),
      job,
      events('deployment-success', { status_changed_at: '2026-03-02 10:09:01 UTC' }),
    )
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({ version: 'v1.4.0', outcome: 'succeeded', startedAt: Date.UTC(2026, 2, 2, 10, 5) })
  })

  it('as blocked, approved and finished is one that succeeded', () => {
    const found = deployments(events('deployment-blocked', {}), events('deployment-running', {}), events('deployment-success', {}))
    expect(found.map(({ outcome }) => outcome)).toEqual(['succeeded'])
  })

  it('as blocked and rejected is none', () => {
    expect(deployments(events('deployment-blocked', {}), events('deployment-rejected', {}))).toEqual([])
  })
})

describe('the runs of a job', () => {
  it('are a rollback where an old one is run again', () => {
    expect(deployments(run(1, '08', A), run(2, '09', B), run(3, '10', A)).map(({ kind }) => kind)).toEqual(['change', 'change', 'rollback'])
  })

  it('are a failure and a success where a failed one is run again', () => {
    expect(deployments(run(1, '08', A, 'failed'), run(2, '09', A)).map(({ outcome }) => outcome)).toEqual(['failed', 'succeeded'])
  })
})

describe('the ends of a declared pipeline', () => {
  const pipeline = bodyOf('pipeline-success').object_attributes as object

  function ended(status: string, hour: string) {
    const object_attributes = { ...pipeline, status, finished_at: `2026-03-02 ${hour}:00:00 UTC` }
    const body = { ...bodyOf('pipeline-success'), object_attributes }
    const declared = { deployPipelines: [{ environment: 'production' }] }
    const { events: made } = gitlab.normalise({ headers: {}, body, source: 'acme', receivedAt: '2026-03-04T00:00:00Z', settings: declared })
    return made.map(({ id, source, type, time, revision = 0, data }) => event(type as EventType, time, data, { id, source, revision }))
  }

  it.each([
    [['success 11'], 'succeeded', 11],
    [['failed 11', 'success 12'], 'succeeded', 12],
    [['success 11', 'success 12'], 'succeeded', 11],
    [['success 11', 'failed 12'], 'succeeded', 11],
    [['failed 11', 'canceled 12', 'failed 13'], 'failed', 13],
  ])('%j are one rollout that %s at %i', (ends, outcome, hour) => {
    const all = ends.map((end) => ended(...(end.split(' ') as [string, string])))
    const found = deployments(...all, ...all.toReversed())
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({ outcome, finishedAt: Date.UTC(2026, 2, 2, hour) })
  })
})

describe('the lead time of a reviewed change', () => {
  const MERGE = 'd'.repeat(40)
  const at = (clock: string) => `2026-03-02T${clock}:00Z`

  function pushed(before: string, ...commits: [sha: string, clock: string, message: string][]) {
    const list = commits.map(([id, clock, message]) => ({ id, message, timestamp: at(clock), author: { name: 'author-17' } }))
    return events('push-chain', { before, after: list.at(-1)?.id, commits: list, total_commits_count: list.length })
  }

  function told(name: string, changes: object) {
    const request = { created_at: at('08:00'), last_commit: { id: B } }
    const { object_attributes, merge_request } = bodyOf(name) as { object_attributes: object; merge_request?: object }
    if (merge_request === undefined) return events(name, { object_attributes: { ...object_attributes, ...request, ...changes } })
    return events(name, { object_attributes: { ...object_attributes, ...changes }, merge_request: { ...merge_request, ...request } })
  }

  const story = [
    pushed('0'.repeat(40), [A, '05:30', 'Begin']),
    run(1, '06', A),
    told('note-on-merge-request', { created_at: at('09:00') }),
    told('merge-request-approval', { updated_at: at('10:00') }),
    told('merge-request-approved', { updated_at: at('10:15') }),
    pushed(A, [B, '07:30', 'Add retries'], [MERGE, '10:30', "Merge branch 'retries' into 'main'"]),
    told('merge-request-merged', { updated_at: at('10:30'), merge_commit_sha: MERGE }),
    run(2, '11', MERGE),
  ]

  it('is split at the last approval, although the merge was another commit', () => {
    const found = facts(...story).deployedChanges.find(({ change }) => change.sha === B)
    expect(found?.change.pullRequest).toMatchObject({ number: 7, firstReviewAt: at('09:00'), approvedAt: at('10:15'), mergedAt: at('10:30') })
    const minutes = Object.entries(found?.stages ?? {}).map(([stage, ms]) => [stage, ms / 60_000])
    expect(Object.fromEntries(minutes)).toEqual({ coding: 30, review: 135, mergeWait: 15, build: 0, approvalWait: 0, deployWait: 30, rollout: 4 })
    expect(found?.knownStages).toEqual(['coding', 'review', 'mergeWait', 'rollout'])
  })

  it('is the same in any order of arrival', () => {
    expect(facts(...story.toReversed())).toEqual(facts(...story))
  })
})
