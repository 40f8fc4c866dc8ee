import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseEvent } from './parse.js'
import { envelopeContract, eventTypes } from './schemas.js'

const now = new Date('2026-11-03T00:00:00Z')
const examples = fileURLToPath(new URL('../../../schemas/events/examples', import.meta.url))

/** The types of the public surface, written out so that neither a schema nor an example can go missing unseen. */
const publicTypes = [
  'approval.decided',
  'approval.requested',
  'approval.withdrawn',
  'artifact.attested',
  'artifact.promoted',
  'artifact.published',
  'change.committed',
  'deployment.finished',
  'deployment.progressed',
  'deployment.started',
  'experiment.declared',
  'fact.corrected',
  'flag.changed',
  'gate.decided',
  'gate.overridden',
  'incident.acknowledged',
  'incident.detected',
  'incident.mitigated',
  'incident.resolved',
  'incident.updated',
  'policy.evaluated',
  'rollback.decided',
  'route.changed',
  'service.declared',
  'sli.sampled',
  'test.finished',
]

function files(type: string, prefix: string): string[] {
  return readdirSync(join(examples, type)).filter((file) => file.startsWith(prefix))
}

function read(type: string, file: string): unknown {
  return JSON.parse(readFileSync(join(examples, type, file), 'utf8'))
}

function deployment(over: Record<string, unknown> = {}, data: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    id: 'e-1',
    source: 'ci',
    type: 'deployment.finished',
    time: '2026-11-02T10:04:00Z',
    data: { deployment: 'd-1', service: 'payments', environment: 'production', outcome: 'succeeded', ...data },
    ...over,
  }
}

function accepted(input: unknown) {
  const result = parseEvent(input, { now })
  if (!result.ok) throw new Error(JSON.stringify(result.errors))
  return result.event
}

function refusedPaths(input: unknown): string[] {
  const result = parseEvent(input, { now })
  return result.ok ? ['accepted'] : result.errors.map(({ path }) => path)
}

describe('the event schemas', () => {
  it('cover every type of the public surface, and the envelope names the same ones', () => {
    expect(publicTypes).toHaveLength(26)
    expect(eventTypes).toEqual(publicTypes)
    expect((envelopeContract.schema.properties?.type as { enum?: string[] }).enum).toEqual(publicTypes)
    expect(readdirSync(examples).sort()).toEqual(publicTypes)
  })

  it.each(publicTypes)('%s has examples that are accepted and refused as they say', (type) => {
    const valid = files(type, 'valid-')
    const invalid = files(type, 'invalid-')
    expect(valid).toEqual(expect.arrayContaining(['valid-minimal.json', 'valid-full.json']))
    expect(invalid.length).toBeGreaterThanOrEqual(2)
    for (const file of valid) expect(accepted(read(type, file)).type, file).toBe(type)
    for (const file of invalid) {
      const { event, path } = read(type, file) as { event: unknown; path: string }
      expect(refusedPaths(event), `${type}/${file}`).toEqual([path])
    }
  })
})

describe('parseEvent', () => {
  it('keeps the time in UTC to the millisecond, and the revision or 0', () => {
    expect(accepted(deployment({ time: '2026-11-02T11:04:00.123999+01:00', revision: 3 }))).toMatchObject({
      time: '2026-11-02T10:04:00.123Z',
      revision: 3,
      flags: [],
    })
    expect(accepted(deployment()).revision).toBe(0)
  })

  it('keeps hexadecimal and repositories in one form, also in nested changes', () => {
    const sha = 'ABCDEF1234567'
    const digest = `SHA256:${'AB'.repeat(32)}`
    const event = accepted(
      deployment(
        {},
        {
          commit: sha,
          artifactDigest: digest,
          repository: 'git@GitHub.com:Org/Repo.git',
          changes: [
            { sha, committedAt: '2026-11-02T00:00:00-02:00' },
            { sha, repository: 'https://github.com/org/other/' },
          ],
        },
      ),
    )
    expect(event.data).toMatchObject({
      commit: 'abcdef1234567',
      artifactDigest: `sha256:${'ab'.repeat(32)}`,
      repository: 'github.com/org/repo',
      changes: [
        { sha: 'abcdef1234567', committedAt: '2026-11-02T02:00:00.000Z', repository: 'github.com/org/repo' },
        { repository: 'github.com/org/other' },
      ],
    })
  })

  it('ignores unknown fields and nulls, also for the content hash', () => {
    const plain = accepted(deployment())
    const noisy = accepted(deployment({ note: 1 }, { colour: 'blue', version: null }))
    expect(noisy).toEqual(plain)
  })

  it('flags what lies more than a day ahead, and nothing else', () => {
    expect(accepted(deployment({ time: '2026-11-04T00:00:00Z' })).flags).toEqual([])
    expect(accepted(deployment({ time: '2026-11-04T00:00:00.001Z' })).flags).toEqual(['future_time'])
  })

  it.each([
    ['no object', 'text', ['']],
    ['nothing', null, ['']],
    ['an empty object', {}, ['data', 'id', 'source', 'time', 'type']],
    ['an unknown type', deployment({ type: 'deployment.exploded' }), ['type']],
    ['data that is a list', deployment({ data: [] }), ['data']],
    ['a negative revision', deployment({ revision: -1 }), ['revision']],
    ['an id of 513 characters', deployment({ id: 'x'.repeat(513) }), ['id']],
    ['several wrong fields', deployment({ time: 'noon' }, { outcome: 'x', service: 5 }), ['data.outcome', 'data.service', 'time']],
    ['a NUL', deployment({}, { service: 'a\0b' }), ['data.service']],
    ['a lone surrogate', deployment({}, { service: 'a\ud800' }), ['data.service']],
    ['20,001 changes', deployment({}, { changes: Array.from({ length: 20_001 }, () => ({ sha: 'abcdef1' })) }), ['data.changes']],
  ])('refuses %s and names the fields', (_, input, paths) => {
    expect(refusedPaths(input).sort()).toEqual(paths)
  })

  it.each([
    ['data.value', { value: 1e300 }],
    ['data.value', { value: -1e33 }],
    ['data.total', { good: 1, total: 1e19 }],
    ['data.cost', { value: 1, cost: 1e300 }],
    ['data.histogram.counts.0', { histogram: { bounds: [1], counts: [1e19, 0] } }],
    ['data.histogram.counts', { histogram: { bounds: [1], counts: [1e18, 1e18] } }],
    ['data.to', { value: 1, to: '2199-01-01T00:00:00Z' }],
    ['data.to', { value: 1, to: '2026-11-03T00:10:01Z' }],
    ['accepted', { value: 1e18, to: '2026-11-03T00:10:00Z' }],
  ])('of a reading answers %s for %j', (path, more) => {
    const data = { service: 'a', sli: 'b', environment: 'production', from: '2026-11-02T10:00:00Z', to: '2026-11-02T10:01:00Z', ...more }
    expect(refusedPaths({ id: '1', source: 'ci', type: 'sli.sampled', time: '2026-11-02T10:01:00Z', data })).toEqual([path])
  })

  it('says in words what is wrong', () => {
    const result = parseEvent(deployment({ time: '2026-02-30T00:00:00Z' }, { deployment: undefined, outcome: 'fine' }), { now })
    expect(result).toEqual({
      ok: false,
      errors: expect.arrayContaining([
        { path: 'data.deployment', message: 'deployment is missing' },
        { path: 'data.outcome', message: 'outcome must be one of succeeded, failed, rolled_back, cancelled, superseded, skipped' },
        { path: 'time', message: expect.stringContaining('real date and time') },
      ]),
    })
  })

  it('refuses a long list of bad changes in reasonable time, with a bounded answer', () => {
    const changes = Array.from({ length: 20_000 }, () => ({}))
    const startedAt = performance.now()
    expect(refusedPaths(deployment({}, { changes }))).toHaveLength(50)
    expect(performance.now() - startedAt).toBeLessThan(1000)
    const lateOnly = Array.from({ length: 300 }, (_, index) => (index === 299 ? {} : { sha: 'abcdef1' }))
    expect(refusedPaths(deployment({}, { changes: lateOnly }))).toEqual(['data.changes.299.sha'])
  })

  it('refuses a statement nested deeper than 64 levels without failing', () => {
    const deep = JSON.parse('['.repeat(5000) + ']'.repeat(5000)) as unknown
    const input = deployment({ type: 'artifact.attested', data: { digest: `sha256:${'0'.repeat(64)}`, kind: 'sbom', statement: deep } })
    expect(refusedPaths(input)[0]).toMatch(/^data\.statement/)
  })

  it('never throws, and what it accepts it accepts again unchanged', () => {
    const envelope = fc.record({
      id: fc.oneof(fc.string(), fc.jsonValue()),
      source: fc.string(),
      type: fc.constantFrom(...publicTypes, 'x'),
      time: fc.oneof(
        fc.constant('2026-11-02T10:04:00Z'),
        fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
        fc.string(),
      ),
      data: fc.oneof(
        fc.jsonValue(),
        fc.dictionary(
          fc.constantFrom('service', 'environment', 'deployment', 'outcome', 'incident', 'changes', 'digest', '__proto__'),
          fc.jsonValue(),
        ),
      ),
    })
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), envelope), (input) => {
        const first = parseEvent(input, { now })
        if (!first.ok) {
          expect(first.errors.length).toBeGreaterThan(0)
          return
        }
        expect(parseEvent(first.event, { now })).toEqual(first)
      }),
      { numRuns: 2000 },
    )
  })

  it('accepts its own output for every example', () => {
    for (const type of publicTypes)
      for (const file of files(type, 'valid-')) {
        const event = accepted(read(type, file))
        expect(accepted(event), `${type}/${file}`).toEqual(event)
      }
  })
})
