import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { parseEvent } from '../events/parse.js'
import { github } from './index.js'

type Example = { name: string; edition: string; index: number; payload: Record<string, unknown> }

const editions = ['api.github.com', 'ghes-31', 'ghes-32', 'ghes-33', 'ghes-34', 'ghes-35']
const examples = editions.flatMap(readEdition)
const MAPPED = [
  'push',
  'pull_request',
  'deployment',
  'deployment_status',
  'workflow_run',
  'workflow_job',
  'release',
  'check_run',
  'check_suite',
  'status',
  'deployment_review',
  'pull_request_review',
  'issues',
]
/** Declares what the examples have, so that everything that can speak does. */
const generous = {
  deployWorkflows: [{ name: 'test.yml', environment: 'production' }],
  deployJobs: ['Test workflow', 'linters', 'update'].map((name) => ({ name, environment: 'production' })),
  checks: ['Octocoders-linter', 'octocoders-linter', 'default'].map((name) => ({ name, environment: 'production' })),
  incidentLabels: ['bug'],
}

function readEdition(edition: string): Example[] {
  const path = createRequire(import.meta.url).resolve(`@octokit/webhooks-examples/${edition}/index.json`)
  const events = JSON.parse(readFileSync(path, 'utf8')) as { name: string; examples: Record<string, unknown>[] }[]
  return events.flatMap(({ name, examples }) => examples.map((payload, index) => ({ name, edition, index, payload })))
}

function run({ name, payload }: Example, settings = {}) {
  const headers = { 'x-github-event': name }
  return github.normalise({ headers, body: payload, source: 'acme', receivedAt: '2026-01-01T00:00:00Z', settings })
}

describe('every published example payload', () => {
  it('is looked at', () => {
    expect(examples.filter(({ edition }) => edition === 'api.github.com')).toHaveLength(329)
    expect(examples).toHaveLength(726)
  })

  it.each(examples)('$edition $name $index gives events that fit their schema, or a reason', (example) => {
    const { events, reason } = run(example)
    if (events.length === 0) expect(reason).toMatch(/^\S.{20,}\.$/)
    for (const event of events) {
      expect(parseEvent(event, { now: new Date('2026-01-01T00:00:00Z') })).toMatchObject({ ok: true })
      expect(event.source).toBe('github/acme')
    }
    if (!MAPPED.includes(example.name)) expect(events).toEqual([])
    expect(run(example)).toEqual({ events, reason })
  })

  it.each(examples)('$edition $name $index fits its schema when everything is declared', (example) => {
    for (const event of run(example, generous).events) {
      expect(parseEvent(event, { now: new Date('2026-01-01T00:00:00Z') })).toMatchObject({ ok: true })
    }
  })

  it('gives events for each of the kinds that are read, except that no example is merged or reviewed by another than its author', () => {
    const speaking = examples.filter((example) => run(example, generous).events.length > 0)
    const expected = MAPPED.filter((name) => !name.startsWith('pull_request')).toSorted()
    expect([...new Set(speaking.map(({ name }) => name))].toSorted()).toEqual(expected)
  })

  it('explains each kind that is not read in its own words', () => {
    const unread = examples.filter(({ name }) => !MAPPED.includes(name))
    const general = unread.filter((example) => run(example).reason?.includes('does not know this kind'))
    expect(general.map(({ name }) => name)).toEqual([])
  })
})
