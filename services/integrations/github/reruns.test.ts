import { describe, expect, it } from 'vitest'
import { github } from './index.js'

const settings = {
  deployWorkflows: [{ name: 'Deploy', environment: 'production' }],
  deployJobs: [{ name: 'deploy', environment: 'production' }],
  checks: [{ name: 'e2e' }],
}
const repository = { name: 'payments', full_name: 'acme/payments', html_url: 'https://github.com/acme/payments', default_branch: 'main' }

function times(attempt: number) {
  const hour = String(attempt).padStart(2, '0')
  return { begun: `2026-03-02T${hour}:00:00Z`, ended: `2026-03-02T${hour}:10:00Z` }
}

function eventsOf(event: string, body: Record<string, unknown>) {
  const headers = { 'x-github-event': event }
  return github.normalise({ headers, body: { ...body, repository }, source: 'acme', receivedAt: '2026-03-04T00:00:00Z', settings }).events
}

function run(attempt: number, conclusion: string) {
  const { begun, ended } = times(attempt)
  const workflow_run = {
    id: 77,
    name: 'Deploy',
    run_attempt: attempt,
    event: 'push',
    status: 'completed',
    conclusion,
    head_branch: 'main',
    head_sha: 'b'.repeat(40),
    created_at: '2026-03-02T00:00:00Z',
    run_started_at: begun,
    updated_at: ended,
  }
  return eventsOf('workflow_run', { action: 'completed', workflow_run, workflow: null })
}

/** Each attempt of a run has jobs of their own. */
function job(attempt: number, conclusion: string) {
  const { begun, ended } = times(attempt)
  const workflow_job = {
    id: 500 + attempt,
    run_id: 77,
    run_attempt: attempt,
    name: 'deploy',
    status: 'completed',
    conclusion,
    head_branch: 'main',
    head_sha: 'b'.repeat(40),
    created_at: begun,
    started_at: begun,
    completed_at: ended,
  }
  return eventsOf('workflow_job', { action: 'completed', workflow_job })
}

function check(attempt: number, conclusion: string) {
  const check_run = {
    id: 301,
    name: 'e2e',
    head_sha: 'b'.repeat(40),
    status: 'completed',
    conclusion,
    completed_at: times(attempt).ended,
  }
  return eventsOf('check_run', { action: 'completed', check_run })
}

/** The greatest (revision, time) wins, as facts are folded. */
function counted(conclusions: string[], attemptOf: typeof run) {
  const events = conclusions.flatMap((conclusion, index) => attemptOf(index + 1, conclusion)).filter(({ type }) => type === 'deployment.finished')
  const [winner] = events.toSorted((a, b) => (b.revision ?? 0) - (a.revision ?? 0) || b.time.localeCompare(a.time))
  expect(new Set(events.map(({ data }) => data.deployment)).size).toBe(1)
  expect(new Set(events.map(({ id }) => id)).size).toBe(events.length)
  return { outcome: winner?.data.outcome, time: winner?.time }
}

describe.each([
  ['run', run],
  ['job', job],
])('the attempts of one %s', (_, attemptOf) => {
  it.each([
    [['success'], 'succeeded', '01'],
    [['failure', 'success'], 'succeeded', '02'],
    [['success', 'success'], 'succeeded', '01'],
    [['success', 'failure'], 'succeeded', '01'],
    [['failure', 'cancelled', 'failure'], 'failed', '03'],
    [['failure', 'success', 'failure', 'success'], 'succeeded', '02'],
  ])('%j is one deployment that %s in attempt %s', (conclusions, outcome, hour) => {
    expect(counted(conclusions, attemptOf)).toEqual({ outcome, time: `2026-03-02T${hour}:10:00Z` })
  })
})

describe('a check that is run again', () => {
  it('is another result of the same test, and the first keeps its date', () => {
    const results = [check(1, 'failure'), check(2, 'success')].flat()
    expect(results.map(({ time, data }) => [time, data.name, data.status])).toEqual([
      ['2026-03-02T01:10:00Z', 'e2e', 'failed'],
      ['2026-03-02T02:10:00Z', 'e2e', 'passed'],
    ])
    expect(new Set(results.map(({ id }) => id)).size).toBe(2)
  })

  it('is the same result when GitHub sends it again', () => {
    expect(check(1, 'failure')).toEqual(check(1, 'failure'))
  })
})
