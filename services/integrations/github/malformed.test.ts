import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseEvent } from '../events/parse.js'
import { IntegrationError } from '../integration.js'
import type { Normalised } from '../result.js'
import { github } from './index.js'

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
type Case = { file: string; event: string; settings?: Record<string, Json>; body: Json }

const folder = new URL('./cases/', import.meta.url)
const cases = readdirSync(folder).map((file): Case => ({ file, ...JSON.parse(readFileSync(new URL(file, folder), 'utf8')) }))
const KINDS = [
  'push',
  'pull_request',
  'pull_request_review',
  'deployment',
  'deployment_status',
  'deployment_review',
  'workflow_run',
  'workflow_job',
  'check_run',
  'check_suite',
  'status',
  'release',
  'issues',
  'constructor',
]

function run(event: string | undefined, body: unknown, settings = {}): Normalised {
  return github.normalise({ headers: { 'x-github-event': event }, body, source: 'acme', receivedAt: '2026-01-01T00:00:00Z', settings })
}

function runCase(file: string, change: (body: never) => unknown, settings?: unknown): Normalised {
  const found = cases.find((candidate) => candidate.file === `${file}.json`)
  if (found === undefined) throw new Error(`no case ${file}`)
  const body = structuredClone(found.body)
  change(body as never)
  return run(found.event, body, (settings ?? found.settings ?? {}) as Record<string, unknown>)
}

/** Throws unless the outcome is one of the three allowed: valid events, a reason, or an error that says what is wrong. */
function expectHonest(event: string, body: unknown, settings?: Record<string, unknown>): void {
  try {
    const { events, reason } = run(event, body, settings)
    if (events.length === 0) expect(reason).toBeTruthy()
    for (const one of events) expect(parseEvent(one, { now: new Date('2026-01-01T00:00:00Z') })).toMatchObject({ ok: true })
  } catch (error) {
    if (!(error instanceof IntegrationError)) throw error
    expect(error.message).toMatch(/ must be .+\.$/)
  }
}

describe('a payload that is not as documented', () => {
  it.each([
    [
      'push-chain',
      (body: { commits: { timestamp: unknown }[] }) => (body.commits[1]!.timestamp = 1_772_000_000),
      'commits[1].timestamp must be a date and time with an offset, but is number.',
    ],
    [
      'push-chain',
      (body: { commits: { timestamp: unknown }[] }) => (body.commits[0]!.timestamp = '2026-02-30T10:00:00Z'),
      'commits[0].timestamp must be a date and time with an offset, but is "2026-02-30T10:00:00Z".',
    ],
    ['push-chain', (body: { commits: unknown }) => (body.commits = {}), 'commits must be a list, but is object.'],
    ['push-chain', (body: { repository?: unknown }) => delete body.repository, 'repository.full_name must be a text, but is missing.'],
    [
      'pull-request-merged',
      (body: { pull_request: { number: unknown } }) => (body.pull_request.number = '7'),
      'pull_request.number must be a whole number of 0 or more, but is "7".',
    ],
    [
      'deployment-created',
      (body: { deployment: { sha: unknown } }) => (body.deployment.sha = 'main'),
      'deployment.sha must be a commit sha, but is "main".',
    ],
    ['deployment-created', (body: { deployment: unknown }) => (body.deployment = []), 'deployment must be an object, but is a list.'],
    [
      'deployment-status-success',
      (body: { deployment_status: { state: unknown } }) => (body.deployment_status.state = null),
      'deployment_status.state must be a text, but is null.',
    ],
    [
      'workflow-run-success',
      (body: { workflow_run: { run_attempt: unknown } }) => (body.workflow_run.run_attempt = 1.5),
      'workflow_run.run_attempt must be a whole number of 0 or more, but is number.',
    ],
    [
      'release-published',
      (body: { release: { draft: unknown } }) => (body.release.draft = 'no'),
      'release.draft must be true or false, but is "no".',
    ],
    [
      'workflow-job-success',
      (body: { workflow_job: { started_at: unknown } }) => (body.workflow_job.started_at = null),
      'workflow_job.started_at must be a date and time with an offset, but is null.',
    ],
    [
      'check-run-passed',
      (body: { check_run: { head_sha: unknown } }) => (body.check_run.head_sha = 'main'),
      'check_run.head_sha must be a commit sha, but is "main".',
    ],
    ['check-suite-failed', (body: { check_suite: unknown }) => (body.check_suite = 5), 'check_suite must be an object, but is number.'],
    ['status-error', (body: { context?: unknown }) => delete body.context, 'context must be a text, but is missing.'],
    [
      'deployment-review-approved',
      (body: { workflow_job_runs: unknown }) => (body.workflow_job_runs = {}),
      'workflow_job_runs must be a list, but is object.',
    ],
    [
      'pull-request-review-approved',
      (body: { review: { submitted_at: unknown } }) => (body.review.submitted_at = 0),
      'review.submitted_at must be a date and time with an offset, but is number.',
    ],
    [
      'issue-opened',
      (body: { issue: { labels: unknown[] } }) => (body.issue.labels = ['incident']),
      'issue.labels[0] must be an object, but is "incident".',
    ],
  ])('%s: names the field (%#)', (file, change, message) => {
    expect(() => runCase(file, change as (body: never) => unknown)).toThrow(new IntegrationError('bad_payload', message))
  })

  it.each([[null], ['text'], [3], [[]]])('refuses %j as a body', (body) => {
    expect(() => run('push', body)).toThrow(/^The body must be an object/)
  })

  it('refuses a delivery without its kind', () => {
    expect(() => run(undefined, {})).toThrow(/X-GitHub-Event header is missing/)
  })

  it('ignores a digest it cannot read in the free part of a deployment', () => {
    const { events } = runCase(
      'deployment-created',
      (body: { deployment: { payload: unknown } }) => (body.deployment.payload = { digest: 'latest', version: 3, service: ' ' }),
    )
    expect(events[0]?.data).toMatchObject({ service: 'payments', version: 'b'.repeat(40), artifactDigest: undefined })
  })
})

describe('settings that cannot be read', () => {
  it.each([
    [
      { deployWorkflows: [{ name: 'deploy.yml' }] },
      'In the settings of this connection: deployWorkflows[0].environment must be a text, but is missing.',
    ],
    [{ deployWorkflows: 'deploy.yml' }, 'In the settings of this connection: deployWorkflows must be a list, but is "deploy.yml".'],
    [{ deployJobs: [{ name: 'deploy' }] }, 'In the settings of this connection: deployJobs[0].environment must be a text, but is missing.'],
    [
      { deployJobs: [{ name: 'deploy', environment: 'production', allowedToFail: 'yes' }] },
      'In the settings of this connection: deployJobs[0].allowedToFail must be true or false, but is "yes".',
    ],
    [{ checks: ['e2e'] }, 'In the settings of this connection: checks[0] must be an object, but is "e2e".'],
    [{ incidentLabels: 'incident' }, 'In the settings of this connection: incidentLabels must be a list, but is "incident".'],
    [{ services: { 'acme/payments': 7 } }, 'In the settings of this connection: services.acme/payments must be a text, but is number.'],
    [{ releases: true }, 'In the settings of this connection: releases must be an object, but is boolean.'],
  ])('%j', (settings, message) => {
    expect(() => runCase('deployment-created', () => undefined, settings)).toThrow(new IntegrationError('bad_settings', message))
  })
})

describe('whatever arrives', () => {
  it('arbitrary JSON never gives an event that does not fit its schema', () => {
    fc.assert(
      fc.property(fc.constantFrom(...KINDS), fc.jsonValue(), (kind, body) => expectHonest(kind, body)),
      { numRuns: 2000, seed: 1 },
    )
  })

  it('neither does a good payload with one place replaced or removed', () => {
    const places = cases.flatMap((one) => pathsOf(one.body).map((path) => ({ one, path })))
    const replacement: fc.Arbitrary<unknown> = fc.oneof(
      fc.constant(undefined),
      fc.jsonValue({ maxDepth: 2 }),
      fc.string({ unit: 'binary', maxLength: 700 }),
      awkward,
    )
    const property = fc.property(fc.constantFrom(...places), replacement, ({ one, path }, value) => {
      expectHonest(one.event, replaced(one.body, path, value), one.settings)
    })
    fc.assert(property, { numRuns: 6000, seed: 2 })
  })
})

const awkward = fc.constantFrom<Json>(
  '',
  ' ',
  '\0',
  '\ud800',
  'x'.repeat(3000),
  'refs/heads/',
  'refs/tags/',
  '9999-12-31T23:59:59-01:00',
  '1970-01-01T00:00:00+01:00',
  '2026-12-31T23:59:60Z',
  '2026-01-01T24:00:00Z',
  '2026-01-01',
  -1,
  1e300,
  Number.MAX_SAFE_INTEGER,
  [null],
  { toString: 'x' },
  'https://',
  'https://exa mple',
  'https://[',
  '@',
  '{"version":"\\ud800","digest":"\\u0000"}',
)

type Path = readonly (string | number)[]

function pathsOf(value: Json, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path]
  return [path, ...Object.entries(value).flatMap(([key, member]) => pathsOf(member as Json, [...path, key]))]
}

function replaced(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
  if (key === undefined) return by
  const copy = structuredClone(value) as Record<string, unknown>
  copy[key] = replaced(copy[key], rest, by)
  return copy
}
