import { describe, expect, it } from 'vitest'
import { github } from './index.js'

const settings = { deployWorkflows: [{ name: 'Deploy', environment: 'production' }] }
const repository = { name: 'payments', full_name: 'acme/payments', html_url: 'https://github.com/acme/payments', default_branch: 'main' }

function finished(attempt: number, conclusion: string) {
  const hour = String(attempt).padStart(2, '0')
  const times = { created_at: '2026-03-02T00:00:00Z', run_started_at: `2026-03-02T${hour}:00:00Z`, updated_at: `2026-03-02T${hour}:10:00Z` }
  const run = {
    id: 77,
    name: 'Deploy',
    run_attempt: attempt,
    event: 'push',
    status: 'completed',
    conclusion,
    head_branch: 'main',
    head_sha: 'b'.repeat(40),
    ...times,
  }
  const body = { action: 'completed', workflow_run: run, workflow: null, repository }
  const headers = { 'x-github-event': 'workflow_run' }
  const { events } = github.normalise({ headers, body, source: 'acme', receivedAt: '2026-03-04T00:00:00Z', settings })
  return events.filter(({ type }) => type === 'deployment.finished')
}

/** The greatest (revision, time) wins, as facts are folded. */
function counted(conclusions: string[]) {
  const events = conclusions.flatMap((conclusion, index) => finished(index + 1, conclusion))
  const [winner] = events.toSorted((a, b) => (b.revision ?? 0) - (a.revision ?? 0) || b.time.localeCompare(a.time))
  expect(new Set(events.map(({ data }) => data.deployment)).size).toBe(1)
  expect(new Set(events.map(({ id }) => id)).size).toBe(events.length)
  return { outcome: winner?.data.outcome, time: winner?.time }
}

describe('the attempts of one run', () => {
  it.each([
    [['success'], 'succeeded', '01'],
    [['failure', 'success'], 'succeeded', '02'],
    [['success', 'success'], 'succeeded', '01'],
    [['success', 'failure'], 'succeeded', '01'],
    [['failure', 'cancelled', 'failure'], 'failed', '03'],
    [['failure', 'success', 'failure', 'success'], 'succeeded', '02'],
  ])('%j is one deployment that %s in attempt %s', (conclusions, outcome, hour) => {
    expect(counted(conclusions)).toEqual({ outcome, time: `2026-03-02T${hour}:10:00Z` })
  })
})
