import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fuzzEveryPlace, fuzzWithAnything, type Sample } from '../../test/payload-fuzz.js'
import { IntegrationError } from '../integration.js'
import type { Normalised } from '../result.js'
import { gitlab } from './index.js'

const folder = new URL('./cases/', import.meta.url)
const KINDS = ['push', 'merge_request', 'note', 'deployment', 'build', 'pipeline', 'release', 'issue', 'work_item', 'constructor']
/** Everything declared, so that every branch of the mappings is reached. */
const EVERYTHING = { deployJobs: [{ name: '*', environment: 'production' }], deployPipelines: [{ environment: 'production' }] }

function load(file: string): Sample {
  return JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Sample
}

const samples = readdirSync(folder).map(load)

function run(body: unknown, settings = {}): Normalised {
  return gitlab.normalise({ headers: {}, body, source: 'acme', receivedAt: '2026-01-01T00:00:00Z', settings })
}

function runChanged(file: string, path: string, value: unknown, settings?: Record<string, unknown>): Normalised {
  const sample = structuredClone(load(`${file}.json`))
  const keys = path.split('.')
  const last = keys.pop() as string
  const parent = keys.reduce((at, key) => at[key] as Record<string, unknown>, sample.body as Record<string, unknown>)
  parent[last] = value
  return run(sample.body, settings ?? sample.settings)
}

describe('a payload that is not as documented', () => {
  it.each([
    [
      'deployment-success',
      'status_changed_at',
      '2026-03-02 10:15:00',
      'status_changed_at must be a date and time with an offset, but is "2026-03-02 10:15:00".',
    ],
    [
      'deployment-success',
      'status_changed_at',
      '2026-02-30 10:15:00 UTC',
      'status_changed_at must be a date and time with an offset, but is "2026-02-30 10:15:00 UTC".',
    ],
    ['deployment-success', 'deployment_id', '901', 'deployment_id must be a whole number of 0 or more, but is "901".'],
    ['deployment-success', 'environment', undefined, 'environment must be a text, but is missing.'],
    ['deployment-success', 'project', [], 'project must be an object, but is a list.'],
    ['push-chain', 'commits.1.id', 'main', 'commits[1].id must be a commit sha, but is "main".'],
    ['push-chain', 'commits', {}, 'commits must be a list, but is object.'],
    ['push-chain', 'ref', 'main', 'ref must be a branch such as refs/heads/main, but is "main".'],
    ['push-chain', 'project.path_with_namespace', 'payments', 'project.path_with_namespace must be group/name, but is "payments".'],
    ['merge-request-merged', 'object_attributes.iid', null, 'object_attributes.iid must be a whole number of 0 or more, but is null.'],
    [
      'merge-request-approved',
      'object_attributes.updated_at',
      undefined,
      'object_attributes.updated_at must be a date and time with an offset, but is missing.',
    ],
    ['merge-request-approved', 'object_attributes.last_commit.id', 'main', 'object_attributes.last_commit.id must be a commit sha, but is "main".'],
    ['note-on-merge-request', 'object_attributes.id', '1244', 'object_attributes.id must be a whole number of 0 or more, but is "1244".'],
    ['note-on-merge-request', 'merge_request', [], 'merge_request must be an object, but is a list.'],
    ['note-on-merge-request', 'object_attributes.system', 'no', 'object_attributes.system must be true or false, but is "no".'],
    ['job-success', 'tag', 'no', 'tag must be true or false, but is "no".'],
    ['incident-closed', 'object_attributes.created_at', 7, 'object_attributes.created_at must be a date and time with an offset, but is number.'],
  ])('%s with another %s is refused (%#)', (file, path, value, message) => {
    expect(() => runChanged(file, path, value)).toThrow(new IntegrationError('bad_payload', message))
  })

  it.each([[null], ['text'], [3], [[]]])('refuses %j as a body', (body) => {
    expect(() => run(body)).toThrow(/^The body must be an object/)
  })

  it('refuses a delivery without its kind', () => {
    expect(() => run({})).toThrow(/^object_kind must be a text/)
  })
})

describe('settings that cannot be read', () => {
  it.each([
    [{ deployJobs: [{ environment: 'production' }] }, 'deployJobs[0].name must be a text, but is missing.'],
    [{ deployPipelines: [{ branch: 'main' }] }, 'deployPipelines[0].environment must be a text, but is missing.'],
    [{ environments: [{ name: 'x', ignored: 'yes' }] }, 'environments[0].ignored must be true or false, but is "yes".'],
    [{ services: { 'acme/payments': 7 } }, 'services.acme/payments must be a text, but is number.'],
    [{ incidents: { labels: 'outage' } }, 'incidents.labels must be a list, but is "outage".'],
    [{ releases: true }, 'releases must be an object, but is boolean.'],
  ])('%j', (settings, message) => {
    const said = `In the settings of this connection: ${message}`
    expect(() => runChanged('deployment-success', 'user', null, settings)).toThrow(new IntegrationError('bad_settings', said))
  })
})

describe('whatever arrives', () => {
  it('arbitrary JSON never gives an event that does not fit its schema', () => {
    const named = fc
      .tuple(fc.constantFrom(...KINDS), fc.dictionary(fc.string(), fc.jsonValue()))
      .map(([object_kind, rest]) => ({ ...rest, object_kind }))
    fuzzWithAnything(gitlab, fc.oneof(fc.jsonValue(), named))
  })

  it('neither does a good payload with one place replaced or removed', () => {
    fuzzEveryPlace(gitlab, [...samples, ...samples.map(({ body }) => ({ body, settings: EVERYTHING }))])
  })
})
