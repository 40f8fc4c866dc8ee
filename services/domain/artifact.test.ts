import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldArtifact } from './artifact.js'
import { VERIFIER_SOURCE } from './attestation.js'
import { contentHash, type CanonicalEvent, type EventType } from './event.js'
import { provenanceOf } from './provenance.js'

const DIGEST = `sha256:${'a'.repeat(64)}`
const COMMIT = 'b'.repeat(40)
const OTHER = 'c'.repeat(40)
const REPOSITORY = 'github.com/example-org/payments'

let count = 0
function event(type: EventType, data: object, over: Partial<Pick<CanonicalEvent, 'source' | 'time' | 'revision'>> = {}): CanonicalEvent {
  const whole = { source: 'ci/payments', time: '2026-11-02T10:00:00.000Z', revision: 0, ...over, type, data: { digest: DIGEST, ...data } }
  return { id: `e-${++count}`, receivedAt: whole.time, flags: [], ...whole, contentHash: contentHash(whole) } as unknown as CanonicalEvent
}

function published(data: object = {}): CanonicalEvent {
  return event('artifact.published', data)
}

/** What Windsock found, unless `over` names another source. */
function attested(status: string, data: object = {}, over: Parameters<typeof event>[2] = {}): CanonicalEvent {
  return event(
    'artifact.attested',
    { kind: 'provenance', attestation: `document-${status}`, signed: true, status, ...data },
    { source: VERIFIER_SOURCE, ...over },
  )
}

function statusOf(events: CanonicalEvent[], kind = 'provenance'): string | undefined {
  return foldArtifact(DIGEST, events).attestations.find((attestation) => attestation.kind === kind)?.status
}

describe('the state of an attestation', () => {
  it('is present when a sender says that it is verified', () => {
    expect(statusOf([attested('verified', {}, { source: 'ci/payments' })])).toBe('present')
    expect(statusOf([attested('invalid', {}, { source: 'ci/payments' })])).toBe('present')
  })

  it('is what the verifier says, or a source that is trusted', () => {
    expect(statusOf([attested('verified')])).toBe('verified')
    expect(statusOf([attested('invalid')])).toBe('invalid')
    const said = attested('verified', {}, { source: 'registry/verifier' })
    expect(foldArtifact(DIGEST, [said], (source) => source === 'registry/verifier').attestations[0]?.status).toBe('verified')
  })

  it('of the same document is the last verdict by revision, then by time', () => {
    const document = { attestation: 'one' }
    const first = attested('verified', document, { revision: 1, time: '2026-11-03T00:00:00.000Z' })
    const second = attested('invalid', document, { revision: 2, time: '2026-11-02T00:00:00.000Z' })
    expect(statusOf([first, second])).toBe('invalid')
    expect(statusOf([second, first])).toBe('invalid')
    const third = attested('verified', document, { revision: 2, time: '2026-11-02T00:00:01.000Z' })
    expect(statusOf([third, second, first])).toBe('verified')
    expect(foldArtifact(DIGEST, [first, second, third]).attestations).toHaveLength(1)
  })

  it('cannot be taken back by a sender who names the document', () => {
    const verdict = attested('verified', { attestation: 'one' })
    const later = attested('present', { attestation: 'one' }, { source: 'ci/other', revision: 99, time: '2027-01-01T00:00:00.000Z' })
    expect(statusOf([verdict, later])).toBe('verified')
  })

  it('among several documents: verified before invalid, invalid before present', () => {
    const [present, invalid, verified] = [attested('present'), attested('invalid', {}, { revision: 9 }), attested('verified')]
    expect(statusOf([present, invalid])).toBe('invalid')
    expect(statusOf([present, invalid, verified])).toBe('verified')
    expect(foldArtifact(DIGEST, [present, invalid, verified]).attestations.map(({ status }) => status)).toEqual(['verified', 'invalid', 'present'])
  })

  it('depends neither on order nor on repetition', () => {
    const events = [
      published({ commit: COMMIT }),
      attested('verified', { attestation: 'one', origin: { commit: COMMIT } }),
      attested('invalid', { attestation: 'one' }, { revision: 1 }),
      attested('verified', { attestation: 'two', origin: { repository: REPOSITORY } }),
      attested('present', { attestation: 'three', kind: 'sbom', signed: false }),
      event('artifact.attested', { kind: 'sbom', url: 'https://registry.example.invalid/sbom' }),
    ]
    const expected = foldArtifact(DIGEST, events)
    const shuffled = fc.shuffledSubarray([...events, ...events], { minLength: events.length * 2 })
    fc.assert(
      fc.property(shuffled, (order) => {
        expect(foldArtifact(DIGEST, order)).toEqual(expected)
      }),
    )
  })
})

describe('what the publisher left out', () => {
  const origin = {
    commit: COMMIT,
    repository: REPOSITORY,
    builder: 'https://builder.example.invalid/v1',
    buildUrl: 'https://ci.example.invalid/runs/1',
  }

  it('comes from a verified statement before one that nobody checked', () => {
    const events = [published(), attested('present', { origin: { ...origin, commit: OTHER } }), attested('verified', { origin })]
    expect(foldArtifact(DIGEST, events)).toMatchObject(origin)
    expect(foldArtifact(DIGEST, events.slice(0, 2))).toMatchObject({ ...origin, commit: OTHER })
  })

  it('never comes from an invalid one, nor replaces what was published', () => {
    expect(foldArtifact(DIGEST, [published(), attested('invalid', { origin })])).toMatchObject({
      commit: null,
      repository: null,
      builder: '',
      buildUrl: '',
    })
    expect(foldArtifact(DIGEST, [published({ commit: OTHER }), attested('verified', { origin })])).toMatchObject({
      commit: OTHER,
      repository: REPOSITORY,
    })
  })
})

describe('provenanceOf', () => {
  const origin = {
    commit: COMMIT,
    repository: REPOSITORY,
    builder: 'https://builder.example.invalid/v1',
    buildUrl: 'https://ci.example.invalid/runs/1/attempts/2',
  }
  const said = { commit: COMMIT, repository: REPOSITORY, builder: origin.builder, buildUrl: 'https://ci.example.invalid/runs/1' }

  const provenance = (...events: CanonicalEvent[]) => provenanceOf(foldArtifact(DIGEST, events))

  it('is absent of everything for an unknown artifact', () => {
    expect(new Set(Object.values(provenanceOf(null)))).toEqual(new Set(['absent']))
    expect(Object.keys(provenanceOf(null)).sort()).toEqual(
      ['approval', 'build', 'builder', 'commit', 'digest', 'provenance', 'repository', 'sbom', 'scan', 'signature', 'tests'].sort(),
    )
  })

  it('is present for what was only said', () => {
    const states = provenance(published(said), event('artifact.attested', { kind: 'sbom', status: 'verified' }))
    expect(states).toMatchObject({
      commit: 'present',
      repository: 'present',
      build: 'present',
      builder: 'present',
      digest: 'present',
      sbom: 'present',
    })
    expect(states).toMatchObject({ provenance: 'absent', signature: 'absent', scan: 'absent', tests: 'absent', approval: 'absent' })
  })

  it('is verified where a verified statement says the same, the attempt of a build aside', () => {
    expect(provenance(published(said), attested('verified', { origin }))).toMatchObject({
      commit: 'verified',
      repository: 'verified',
      build: 'verified',
      builder: 'verified',
      digest: 'verified',
      provenance: 'verified',
      signature: 'verified',
    })
  })

  it('is invalid where a verified statement says another', () => {
    expect(provenance(published({ ...said, commit: OTHER }), attested('verified', { origin }))).toMatchObject({
      commit: 'invalid',
      repository: 'verified',
    })
  })

  it('takes a shortened commit for the same, and a name of a builder for neither', () => {
    const short = published({ ...said, commit: COMMIT.slice(0, 12), builder: 'github-actions' })
    expect(provenance(short, attested('verified', { origin }))).toMatchObject({ commit: 'verified', builder: 'present' })
  })

  it('is not moved by statements that are unverified or invalid', () => {
    for (const status of ['present', 'invalid']) {
      const states = provenance(published({ ...said, commit: OTHER }), attested(status, { origin }))
      expect(states).toMatchObject({ commit: 'present', provenance: status, digest: 'present' })
    }
  })

  it('counts what is filled from a verified statement as verified', () => {
    expect(provenance(published(), attested('verified', { origin }))).toMatchObject({ commit: 'verified', build: 'verified' })
  })

  it('takes a signed statement for a signature, but a signature of its own first', () => {
    expect(provenance(attested('invalid'))).toMatchObject({ signature: 'invalid', provenance: 'invalid' })
    expect(provenance(attested('present', { signed: false }))).toMatchObject({ signature: 'absent' })
    expect(provenance(attested('verified'), attested('invalid', { kind: 'signature' }))).toMatchObject({
      signature: 'invalid',
      provenance: 'verified',
    })
  })

  it('adds what is known of approval and tests', () => {
    const artifact = foldArtifact(DIGEST, [published()])
    expect(provenanceOf(artifact)).toMatchObject({ approval: 'absent', tests: 'absent' })
    expect(provenanceOf(artifact, 'verified')).toMatchObject({ approval: 'verified' })
    expect(provenanceOf(foldArtifact(DIGEST, [attested('verified', { kind: 'tests' })]))).toMatchObject({ tests: 'verified' })
  })
})
