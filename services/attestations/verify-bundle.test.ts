import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ISSUER, startSigstoreAuthority, WORKFLOW, type SigstoreAuthority } from '../test/sigstore-authority.js'
import { assess } from './assess.js'
import { noTrust, type AttestationTrust, type TrustedIdentity } from './trust.js'

const DIGEST = 'a'.repeat(64)
const REPOSITORY = 'https://github.com/example-org/payments'
const statement = {
  _type: 'https://in-toto.io/Statement/v1',
  subject: [{ name: 'payments', digest: { sha256: DIGEST } }],
  predicateType: 'https://slsa.dev/provenance/v1',
  predicate: {
    buildDefinition: {
      externalParameters: { workflow: { repository: REPOSITORY, ref: 'refs/heads/main', path: '.github/workflows/release.yml' } },
      resolvedDependencies: [{ uri: `git+${REPOSITORY}@refs/heads/main`, digest: { gitCommit: 'b'.repeat(40) } }],
    },
    runDetails: {
      builder: { id: 'https://github.com/actions/runner/github-hosted' },
      metadata: { invocationId: `${REPOSITORY}/actions/runs/1/attempts/1` },
    },
  },
}
const identity = 'https://github\\.com/example-org/[^/]+/\\.github/workflows/release\\.yml@refs/heads/main'

let authority: SigstoreAuthority
let bundle: Record<string, unknown>

beforeAll(async () => {
  authority = await startSigstoreAuthority()
  bundle = await authority.signStatement(statement)
})
afterAll(() => authority?.stop())

function trusting(entry: Partial<TrustedIdentity> = {}, more: Partial<AttestationTrust> = {}): AttestationTrust {
  return { ...noTrust, trustedRoot: authority.trustedRoot, identities: [{ issuer: ISSUER, identity, repositories: null, ...entry }], ...more }
}

type Json = { [key: string]: Json } & { signatures: { sig: string; keyid: string }[]; payload: string }

/** A copy in which one thing is different. */
function altered(change: (copy: Json) => void, from = bundle): unknown {
  const copy = structuredClone(from) as unknown as Json
  change(copy)
  return copy
}

function recode(text: string, encoding: 'base64' | 'base64url'): string {
  return Buffer.from(text, 'base64').toString(encoding)
}

describe('a Sigstore bundle', () => {
  it('verifies by certificate, log and signature, and says who signed', () => {
    expect(assess(bundle, trusting(), null)).toMatchObject({
      status: 'verified',
      kind: 'provenance',
      signed: true,
      digests: [`sha256:${DIGEST}`],
      issuer: ISSUER,
      identity: WORKFLOW,
      origin: { repository: 'github.com/example-org/payments', commit: 'b'.repeat(40), builder: 'https://github.com/actions/runner/github-hosted' },
    })
  })

  it.each([
    ['0.1', 'application/vnd.dev.sigstore.bundle+json;version=0.1'],
    ['0.2', 'application/vnd.dev.sigstore.bundle+json;version=0.2'],
  ])('verifies as version %s, with the whole chain', async (_version, mediaType) => {
    const old = await authority.signStatement(statement, { chain: true })
    expect(assess({ ...old, mediaType }, trusting(), null)).toMatchObject({ status: 'verified' })
  })

  it('verifies with a timestamp beside the log entry', async () => {
    const stamped = await authority.signStatement(statement, { timestamp: true })
    expect(assess(stamped, trusting(), null)).toMatchObject({ status: 'verified' })
  })

  it('verifies by a timestamp alone where the instance has no log, and not by a certificate alone', async () => {
    const trust = trusting({}, { trustedRoot: { ...(authority.trustedRoot as object), tlogs: [] } })
    const stamped = await authority.signStatement(statement, { log: false, timestamp: true })
    expect(assess(stamped, trust, null)).toMatchObject({ status: 'verified' })
    expect(assess(stamped, trusting(), null)).toMatchObject({ status: 'invalid', reason: expect.stringContaining('expected 1 tlog entries, got 0') })
    const bare = altered(({ verificationMaterial }) => delete verificationMaterial?.timestampVerificationData, stamped as typeof bundle)
    expect(assess(bare, trust, null)).toMatchObject({ status: 'invalid', reason: expect.stringContaining('expected 1 timestamps, got 0') })
    expect(assess(bundle, trust, null)).toMatchObject({ status: 'invalid' })
  })

  it('has to verify under one of several roots', async () => {
    const other = await startSigstoreAuthority()
    await other.stop()
    const roots = (...list: unknown[]) => trusting({}, { trustedRoot: list })
    expect(assess(bundle, roots(other.trustedRoot, authority.trustedRoot), null)).toMatchObject({ status: 'verified' })
    expect(assess(bundle, roots(other.trustedRoot), null)).toMatchObject({ status: 'invalid' })
  })

  it('says so where a root cannot be read, and looks at the others', async () => {
    const broken = structuredClone(authority.trustedRoot) as { certificateAuthorities: { certChain: { certificates: { rawBytes: string }[] } }[] }
    for (const { certChain } of broken.certificateAuthorities) certChain.certificates = [{ rawBytes: 'AAAA' }]
    expect(assess(bundle, trusting({}, { trustedRoot: [broken] }), null)).toMatchObject({
      status: 'invalid',
      reason: expect.stringMatching(/^The bundle does not verify: ./),
    })
    expect(assess(bundle, trusting({}, { trustedRoot: [broken, authority.trustedRoot] }), null)).toMatchObject({ status: 'verified' })
    const unread = 'The bundle does not verify: the configured trusted root cannot be read'
    expect(assess(bundle, trusting({}, { trustedRoot: {} }), null)).toMatchObject({ status: 'invalid', reason: unread })
  })

  it('verifies when its texts come in the other alphabet, without padding', async () => {
    const subject = [{ name: '?????', digest: { sha256: DIGEST } }]
    const slashed = await authority.signStatement({ ...statement, subject })
    const urlSafe = altered(({ dsseEnvelope }) => {
      dsseEnvelope!.payload = recode(dsseEnvelope!.payload, 'base64url')
      for (const signature of dsseEnvelope!.signatures) signature.sig = recode(signature.sig, 'base64url')
    }, slashed)
    expect(JSON.stringify(urlSafe)).not.toBe(JSON.stringify(slashed))
    expect(assess(urlSafe, trusting(), null)).toMatchObject({ status: 'verified' })
  })

  it('is invalid once its payload is another', () => {
    const other = { ...statement, subject: [{ name: 'payments', digest: { sha256: 'c'.repeat(64) } }] }
    const tampered = altered(({ dsseEnvelope }) => {
      dsseEnvelope!.payload = Buffer.from(JSON.stringify(other)).toString('base64')
    })
    expect(assess(tampered, trusting(), null)).toMatchObject({
      status: 'invalid',
      reason: expect.stringMatching(/does not verify/),
      digests: [`sha256:${'c'.repeat(64)}`],
    })
  })

  it('is invalid with a signature of someone else', async () => {
    const second = (await authority.signStatement(statement)) as unknown as Json
    const mixed = altered(({ dsseEnvelope }) => {
      dsseEnvelope!.signatures = second.dsseEnvelope!.signatures
    })
    expect(assess(mixed, trusting(), null)).toMatchObject({ status: 'invalid' })
  })

  it('is invalid without its entry in the log', () => {
    const unlogged = altered(({ verificationMaterial }) => {
      verificationMaterial!.tlogEntries = [] as unknown as Json
    })
    expect(assess(unlogged, trusting(), null)).toMatchObject({ status: 'invalid', reason: expect.stringMatching(/timestamps|tlog/) })
  })

  it('is invalid under another root, the public one among them', async () => {
    const stranger = await startSigstoreAuthority()
    await stranger.stop()
    expect(assess(bundle, trusting({}, { trustedRoot: stranger.trustedRoot }), null)).toMatchObject({ status: 'invalid' })
    expect(assess(bundle, trusting({}, { trustedRoot: null }), null)).toMatchObject({
      status: 'invalid',
      reason: expect.stringMatching(/certificate|path/),
    })
  })

  it('is invalid when the certificate had run out before it signed', async () => {
    const late = await startSigstoreAuthority({ certificatesAt: new Date(Date.now() - 3_600_000) })
    const expired = await late.signStatement(statement)
    await late.stop()
    expect(assess(expired, trusting({}, { trustedRoot: late.trustedRoot }), null)).toMatchObject({
      status: 'invalid',
      reason: expect.stringMatching(/certificate/),
    })
  })

  it.each<[string, Partial<TrustedIdentity>]>([
    ['another issuer', { issuer: 'https://accounts.example.invalid' }],
    ['an issuer with a slash more', { issuer: `${ISSUER}/` }],
    ['an identity that only begins alike', { identity: 'https://github\\.com/example-org/payments' }],
    ['an identity that only ends alike', { identity: 'release\\.yml@refs/heads/main' }],
    ['an alternative that would escape a careless anchor', { identity: 'https://github\\.com/example-org|release' }],
    ['another repository', { repositories: ['github.com/example-org/ledger'] }],
  ])('is invalid, with the signer named, where %s is trusted', (_name, entry) => {
    expect(assess(bundle, trusting(entry), null)).toMatchObject({
      status: 'invalid',
      identity: WORKFLOW,
      reason: expect.stringMatching(/not trusted/),
    })
  })

  it('is invalid where nobody is trusted', () => {
    expect(assess(bundle, { ...noTrust, trustedRoot: authority.trustedRoot }, null)).toMatchObject({ status: 'invalid' })
  })

  it('speaks only for the repositories of its signer, in the statement and in the certificate', async () => {
    const own = { repositories: ['github.com/example-org/payments'] }
    expect(assess(bundle, trusting(own), null)).toMatchObject({ status: 'verified' })
    const foreign = await authority.signStatement(statement, { claims: { repository: 'other-org/payments' } })
    expect(assess(foreign, trusting(own), null)).toMatchObject({ status: 'invalid' })
    const certified = await authority.signStatement(statement, { claims: { repository: 'example-org/payments' } })
    expect(assess(certified, trusting(own), null)).toMatchObject({ status: 'verified' })
  })

  it('that carries one content to be read and another to be verified is invalid', async () => {
    const blob = await authority.signArtifact(Buffer.from('artifact'))
    const both = { ...bundle, messageSignature: blob.messageSignature }
    expect(assess(both, trusting(), null)).toMatchObject({ status: 'invalid' })
  })

  describe('over the bytes of an artifact, which are not here', () => {
    it('verifies by what the log took in', async () => {
      const blob = await authority.signArtifact(Buffer.from('artifact'))
      const digest = createHash('sha256').update('artifact').digest('hex')
      expect(assess(blob, trusting(), null)).toMatchObject({
        status: 'verified',
        kind: 'signature',
        signed: true,
        identity: WORKFLOW,
        digests: [`sha256:${digest}`],
      })
      expect(assess(blob, trusting({ issuer: 'https://accounts.example.invalid' }), null)).toMatchObject({ status: 'invalid' })
    })

    it('is invalid with another digest, signature or certificate than the log has', async () => {
      const [blob, other] = (await Promise.all([
        authority.signArtifact(Buffer.from('one')),
        authority.signArtifact(Buffer.from('two')),
      ])) as unknown as [Json, Json]
      const digest = { ...blob, messageSignature: { ...blob.messageSignature, messageDigest: other.messageSignature!.messageDigest } }
      const signature = { ...blob, messageSignature: { ...blob.messageSignature, signature: other.messageSignature!.signature } }
      const unlogged = { ...blob, verificationMaterial: { ...blob.verificationMaterial, tlogEntries: [] } }
      const { x509CertificateChain } = other.verificationMaterial!
      expect(x509CertificateChain).toBeDefined()
      const certificate = { ...blob, verificationMaterial: { ...blob.verificationMaterial, x509CertificateChain } }
      for (const [name, bad] of Object.entries({ digest, signature, certificate, unlogged })) {
        expect([name, assess(bad, trusting(), null).status]).toEqual([name, 'invalid'])
      }
    })
  })
})
