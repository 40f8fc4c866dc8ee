import { describe, expect, it } from 'vitest'
import { deriveService } from '../../domain/derive.js'
import type { CanonicalEvent } from '../../domain/event.js'
import { defaultRules } from '../../domain/facts.js'
import { parseEvent } from '../events/parse.js'
import { github } from './index.js'

const now = new Date('2026-03-04T00:00:00Z')
const repository = { name: 'payments', full_name: 'acme/payments', html_url: 'https://github.com/acme/payments', default_branch: 'main' }
const settings = { incidentLabels: ['incident'] }
const [OLD, HEAD, MERGE] = ['a', 'b', 'c'].map((digit) => digit.repeat(40)) as [string, string, string]
const at = (time: string) => `2026-03-02T${time}:00Z`
const author = { login: 'author-17', type: 'User' }
const reviewer = { login: 'author-23', type: 'User' }

function deliver(kind: string, body: Record<string, unknown>): CanonicalEvent[] {
  const headers = { 'x-github-event': kind }
  const { events } = github.normalise({ headers, body: { ...body, repository }, source: 'acme', receivedAt: now.toISOString(), settings })
  return events.map((event) => {
    const parsed = parseEvent(event, { now })
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors))
    return { ...parsed.event, receivedAt: now.toISOString() } as CanonicalEvent
  })
}

function push(before: string, commits: { id: string; time: string; message: string }[], after: string): CanonicalEvent[] {
  const list = commits.map(({ id, time, message }) => ({ id, message, timestamp: at(time), author: { username: 'author-17' } }))
  return deliver('push', { ref: 'refs/heads/main', before, after, created: false, deleted: false, forced: false, commits: list })
}

function deployment(id: number, sha: string, time: string): Record<string, unknown> {
  return { id, sha, ref: 'main', task: 'deploy', environment: 'production', created_at: at(time), creator: author, payload: {} }
}

function deployed(id: number, sha: string, created: string, done: string): CanonicalEvent[] {
  const own = deployment(id, sha, created)
  const deployment_status = { id: id * 10, state: 'success', environment: 'production', created_at: at(done) }
  return [
    ...deliver('deployment', { action: 'created', deployment: own }),
    ...deliver('deployment_status', { action: 'created', deployment_status, deployment: own }),
  ]
}

function review(id: number, state: string, time: string): CanonicalEvent[] {
  const pull_request = { number: 41, created_at: at('08:00'), user: author, head: { sha: HEAD } }
  return deliver('pull_request_review', {
    action: 'submitted',
    review: { id, state, submitted_at: at(time), commit_id: HEAD, user: reviewer },
    pull_request,
  })
}

function asked(action: string, time: string): CanonicalEvent[] {
  const run = { id: 77, name: 'Release', run_attempt: 1, event: 'push', status: 'waiting', head_branch: 'main', head_sha: MERGE }
  const workflow_run = { ...run, created_at: at('10:35'), updated_at: at('10:36') }
  const jobs = [{ environment: 'production', updated_at: at(time) }]
  return deliver('deployment_review', {
    action,
    workflow_run,
    since: at(time),
    environment: 'production',
    workflow_job_runs: jobs,
    approver: reviewer,
  })
}

function job(time: string): CanonicalEvent[] {
  const run = { id: 501, run_id: 77, run_attempt: 1, name: 'deploy', status: 'in_progress', head_branch: 'main', head_sha: MERGE }
  const workflow_job = { ...run, created_at: at('10:35'), started_at: at(time) }
  return deliver('workflow_job', { action: 'in_progress', workflow_job, deployment: deployment(2, MERGE, '10:36') })
}

function merged(): CanonicalEvent[] {
  const base = { number: 41, title: 'Faster', labels: [], user: author, head: { ref: 'faster' }, base: { ref: 'main' } }
  const times = { created_at: at('08:00'), updated_at: at('10:30'), merged_at: at('10:30'), merge_commit_sha: MERGE }
  return deliver('pull_request', { action: 'closed', pull_request: { ...base, ...times } })
}

function issue(action: string, time: string, closed: string | null): CanonicalEvent[] {
  const labels = [{ name: 'incident' }]
  const times = { created_at: at('12:00'), updated_at: at(time), closed_at: closed && at(closed) }
  return deliver('issues', { action, issue: { number: 12, title: 'Cards are declined', labels, ...times } })
}

const story = [
  push('0'.repeat(40), [{ id: OLD, time: '06:00', message: 'Begin' }], OLD),
  deployed(1, OLD, '06:30', '06:40'),
  review(60, 'commented', '09:00'),
  review(61, 'approved', '10:00'),
  push(
    OLD,
    [
      { id: HEAD, time: '07:30', message: 'Faster' },
      { id: MERGE, time: '10:30', message: 'Merge pull request #41 from acme/faster' },
    ],
    MERGE,
  ),
  merged(),
  asked('requested', '10:36'),
  asked('approved', '11:00'),
  job('11:05'),
  deployed(2, MERGE, '10:36', '11:15'),
].flat()

const minutes = (stages: object | undefined) => Object.fromEntries(Object.entries(stages ?? {}).map(([name, ms]) => [name, (ms as number) / 60_000]))

describe('what the deliveries of one rollout add up to', () => {
  const facts = deriveService('payments', story, defaultRules)

  it('is one deployment, started when its job did, not when it began to wait', () => {
    expect(facts.deployments.map(({ id, outcome }) => [id, outcome])).toEqual([
      ['github:acme/payments:deployment:1', 'succeeded'],
      ['github:acme/payments:deployment:2', 'succeeded'],
    ])
    expect(facts.deployments[1]).toMatchObject({ startedAt: Date.parse(at('11:05')), finishedAt: Date.parse(at('11:15')) })
  })

  it('splits the lead time of the reviewed commit, whose pull request was merged under another', () => {
    const change = facts.deployedChanges.find((candidate) => candidate.change.sha === HEAD)
    expect(change?.change.pullRequest).toMatchObject({
      number: 41,
      firstReviewAt: '2026-03-02T09:00:00.000Z',
      approvedAt: '2026-03-02T10:00:00.000Z',
    })
    expect(minutes(change?.stages)).toEqual({
      coding: 30,
      review: 120,
      mergeWait: 30,
      build: 0,
      approvalWait: 30,
      deployWait: 5,
      rollout: 10,
    })
    expect(change?.knownStages).toEqual(['coding', 'review', 'mergeWait', 'deployWait', 'rollout'])
  })

  it('has the approval that let it go ahead', () => {
    expect(facts.approvals).toMatchObject([
      { requestedAt: Date.parse(at('10:36')), decidedAt: Date.parse(at('11:00')), decision: 'granted', decidedBy: ['author-23'], automated: false },
    ])
  })

  it('is the same in any order of arrival', () => {
    expect(deriveService('payments', story.toReversed(), defaultRules)).toEqual(facts)
  })
})

describe('an issue that is an incident', () => {
  const opened = issue('opened', '12:00', null)
  const closed = issue('closed', '13:00', '13:00')
  const reopened = issue('reopened', '14:00', null)
  const closedAgain = issue('closed', '15:00', '15:00')
  const incident = (...events: CanonicalEvent[][]) => deriveService('payments', events.flat(), defaultRules).incidents[0]

  it('is open again when it is reopened', () => {
    expect(incident(opened, closed)).toMatchObject({ status: 'resolved', resolvedAt: Date.parse(at('13:00')), services: ['payments'] })
    expect(incident(opened, closed, reopened)).toMatchObject({ status: 'open', resolvedAt: null })
    expect(incident(opened, closed, reopened, closedAgain)).toMatchObject({ status: 'resolved', resolvedAt: Date.parse(at('15:00')) })
  })
})
