import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseEvent } from '../events/parse.js'
import type { Normalised } from '../result.js'
import { readArtifactId } from './artifact-id.js'
import { normaliseCdevent } from './normalise.js'
import { isCdevent, parseCdevent, readType } from './payload.js'

const folder = new URL('./cases/', import.meta.url)
const cases = readdirSync(fileURLToPath(folder)).map((file) => file.replace('.json', ''))
const now = new Date('2026-11-03T00:00:00Z')

function read(name: string): { payload: { context: { type: string } }; expected: Normalised } {
  return JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'))
}

const families = {
  service: ['deployed', 'upgraded', 'rolledback', 'removed', 'published'],
  change: ['created', 'reviewed', 'merged', 'abandoned', 'updated'],
  artifact: ['packaged', 'signed', 'published', 'downloaded', 'deleted'],
  incident: ['detected', 'reported', 'resolved'],
  pipelinerun: ['queued', 'started', 'finished'],
  taskrun: ['started', 'finished'],
  environment: ['created', 'modified', 'deleted'],
  repository: ['created', 'modified', 'deleted'],
  branch: ['created', 'deleted'],
  build: ['queued', 'started', 'finished'],
  testcaserun: ['queued', 'started', 'finished', 'skipped'],
  testsuiterun: ['queued', 'started', 'finished'],
  testoutput: ['published'],
  ticket: ['created', 'updated', 'closed'],
  approval: ['created', 'updated', 'closed'],
}

describe('normaliseCdevent', () => {
  it('has a case for every event of every family', () => {
    const known = cases.filter((name) => !name.startsWith('other-'))
    const covered = new Set(known.map((name) => readType(read(name).payload.context.type)).map((type) => `${type?.subject}.${type?.predicate}`))
    const wanted = Object.entries(families).flatMap(([subject, predicates]) => predicates.map((predicate) => `${subject}.${predicate}`))
    expect(wanted).toHaveLength(48)
    expect([...covered].toSorted()).toEqual(wanted.toSorted())
  })

  it.each(cases)('%s', (name) => {
    const { payload, expected } = read(name)
    expect(isCdevent(payload)).toBe(true)
    const result = normaliseCdevent(payload)
    expect(result).toEqual(expected)
    for (const event of result.events) expect(parseEvent(event, { now })).toMatchObject({ ok: true })
  })

  it('tells two deployments of the same artifact apart', () => {
    const { payload } = read('service-deployed')
    const again = { ...payload, context: { ...payload.context, id: 'c-2' } }
    const ids = [payload, again].map((item) => normaliseCdevent(item).events[0]?.data.deployment)
    expect(ids).toEqual(['payments/production/c-1', 'payments/production/c-2'])
  })

  it.each(['0.3.0', '0.4.1', '0.5.0', '0.6.0-draft'])('reads the start and the end of a run of %s as one deployment', (version) => {
    const deployments = ['pipelinerun-started', 'pipelinerun-finished'].map((name) => {
      const { payload } = read(name)
      const type = payload.context.type.replace(/\d+\.\d+\.\d+$/, version)
      return normaliseCdevent({ ...payload, context: { ...payload.context, type, version } }).events[0]?.data.deployment
    })
    expect(deployments).toEqual(['payments/production/run-381', 'payments/production/run-381'])
  })

  it.each([
    ['not base64 at all'],
    ['aGVsbG8='],
    [17],
    [null],
    [['windsock']],
    [{ windsock: 'payments' }],
    [{ windsock: { service: 7, environment: ' ' } }],
  ])('finds no declaration in the custom data %j', (customData) => {
    const { payload } = read('pipelinerun-started')
    expect(normaliseCdevent({ ...payload, customData }).reason).toContain('does not say that it deploys')
  })

  it('drops a ticket address that a browser should not follow', () => {
    const { payload } = read('incident-reported')
    const changed = structuredClone(payload) as unknown as { subject: { content: Record<string, unknown> } }
    changed.subject.content.ticketURI = 'javascript:alert(1)'
    expect(normaliseCdevent(changed).events[0]?.data).not.toHaveProperty('url')
  })

  it('names what a malformed one lacks', () => {
    const malformed = { context: { type: 'dev.cdevents.service.deployed.0.2.0', id: 5, source: '/cd' } }
    expect(parseCdevent(malformed)).toEqual({
      ok: false,
      errors: [
        { path: 'context.id', message: 'context.id must be text' },
        { path: 'context.timestamp', message: 'context.timestamp is missing' },
        { path: 'subject.id', message: 'subject.id is missing' },
      ],
    })
    expect(() => normaliseCdevent(malformed)).toThrow('context.timestamp is missing')
  })

  it('gives events or a reason for any content', () => {
    const type = fc.constantFrom(
      ...Object.entries(families).flatMap(([subject, predicates]) => predicates.map((predicate) => `dev.cdevents.${subject}.${predicate}.0.2.0`)),
    )
    const content = fc.oneof(
      fc.jsonValue(),
      fc.dictionary(
        fc.constantFrom(
          'environment',
          'artifactId',
          'service',
          'repository',
          'change',
          'sbom',
          'ticketURI',
          'outcome',
          'artifactId',
          'testCase',
          'labels',
          'status',
        ),
        fc.jsonValue(),
      ),
    )
    fc.assert(
      fc.property(
        type,
        fc.string({ minLength: 1 }).filter((id) => id.trim() !== ''),
        content,
        fc.oneof(fc.jsonValue(), fc.constant({ windsock: { service: 'payments', environment: 'production' } })),
        (name, id, value, customData) => {
          const result = normaliseCdevent({
            context: { id: 'c-1', source: '/cd', type: name, timestamp: '2026-11-02T10:04:00Z' },
            subject: { id, content: value },
            customData,
          })
          expect(result.events.length > 0).toBe(result.reason === undefined)
        },
      ),
    )
  })
})

describe('readArtifactId', () => {
  const hex = '0b31b1c02ff458ad9b7b81cbdf8f028bd54699fa151f221d1e8de6817db93427'
  it.each([
    [`pkg:oci/myapp@sha256%3A${hex}`, { name: 'myapp', digest: `sha256:${hex}` }],
    [`pkg:oci/myapp@sha256:${hex}?tag=1.2`, { name: 'myapp', version: '1.2', digest: `sha256:${hex}` }],
    ['pkg:golang/mygit.com/myorg/myapp@234fd47e07d1004f0aed9c', { name: 'myapp', version: '234fd47e07d1004f0aed9c' }],
    ['pkg:npm/%40shop/payments@2.14.0', { name: 'payments', version: '2.14.0' }],
    ['pkg:npm/@shop/payments', { name: 'payments' }],
    [
      `pkg:generic/payments@1.0+build?checksum=sha1:${'a'.repeat(40)},sha256:${hex}#sub/path`,
      { name: 'payments', version: '1.0+build', digest: `sha256:${hex}` },
    ],
    [hex, { digest: `sha256:${hex}` }],
    [`SHA256:${hex.toUpperCase()}`, { digest: `sha256:${hex}` }],
    ['sha256:abc', {}],
    ['six-1.14.0-py2.py3-none-any.whl', {}],
    [undefined, {}],
  ])('%s', (id, expected) => {
    expect(readArtifactId(id)).toEqual(expected)
  })
})
