import { constants, generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { assess } from './assess.js'
import { noTrust, type AttestationTrust, type TrustedKey } from './trust.js'

const TYPE = 'application/vnd.in-toto+json'
const statement = {
  _type: 'https://in-toto.io/Statement/v0.1',
  subject: [{ name: 'payments', digest: { sha256: 'a'.repeat(64) } }],
  predicateType: 'https://slsa.dev/provenance/v0.2',
  predicate: {
    builder: { id: 'https://builder.example.invalid/v2' },
    invocation: { configSource: { uri: 'git+https://github.com/example-org/payments.git@refs/tags/v1', digest: { sha1: 'd'.repeat(40) } } },
  },
}

type Pair = { publicKey: KeyObject; privateKey: KeyObject }
type Signing = (pair: Pair, data: Buffer) => Buffer

const pss = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST }
const ec = (namedCurve: string): Pair => generateKeyPairSync('ec', { namedCurve })
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
const ways: [string, Pair, Signing][] = [
  ['ECDSA P-256', ec('prime256v1'), ({ privateKey }, data) => sign('sha256', data, privateKey)],
  ['ECDSA P-384 with SHA-384', ec('secp384r1'), ({ privateKey }, data) => sign('sha384', data, privateKey)],
  ['ECDSA P-384 with SHA-256', ec('secp384r1'), ({ privateKey }, data) => sign('sha256', data, privateKey)],
  ['ECDSA P-521', ec('secp521r1'), ({ privateKey }, data) => sign('sha512', data, privateKey)],
  ['Ed25519', generateKeyPairSync('ed25519'), ({ privateKey }, data) => sign(null, data, privateKey)],
  ['RSA with PKCS #1', rsa, ({ privateKey }, data) => sign('sha256', data, privateKey)],
  ['RSA with PSS', rsa, ({ privateKey }, data) => sign('sha256', data, { key: privateKey, ...pss })],
]
const [, first] = ways[0] as [string, Pair, Signing]
const second = generateKeyPairSync('ed25519')

function encoded(payload: Buffer, type = TYPE): Buffer {
  return Buffer.concat([Buffer.from(`DSSEv1 ${Buffer.byteLength(type)} ${type} ${payload.length} `), payload])
}

const payload = Buffer.from(JSON.stringify(statement))

function envelope(signatures: Buffer[], encoding: 'base64' | 'base64url' = 'base64', content = payload): object {
  return {
    payloadType: TYPE,
    payload: content.toString(encoding),
    signatures: signatures.map((sig) => ({ keyid: 'whatever', sig: sig.toString(encoding) })),
  }
}

function trusting(...keys: [string, Pair, Partial<TrustedKey>?][]): AttestationTrust {
  const publicKeys = keys.map(([id, { publicKey }, more]) => ({
    id,
    pem: publicKey.export({ format: 'pem', type: 'spki' }) as string,
    repositories: null,
    ...more,
  }))
  return { ...noTrust, publicKeys }
}

const good = () => sign('sha256', encoded(payload), first.privateKey)

describe('a DSSE envelope', () => {
  it.each(ways)('verifies with %s', (name, pair, signing) => {
    expect(assess(envelope([signing(pair, encoded(payload))]), trusting([name, pair]), null)).toMatchObject({ status: 'verified', identity: name })
  })

  it.each(['base64', 'base64url'] as const)('verifies in %s, padded or not', (encoding) => {
    const text = JSON.stringify(envelope([good()], encoding))
    for (const form of [text, text.replaceAll('=', '')]) {
      expect(assess(JSON.parse(form), trusting(['key', first]), null)).toMatchObject({
        status: 'verified',
        origin: { repository: 'github.com/example-org/payments', commit: 'd'.repeat(40) },
      })
    }
  })

  it('verifies if one of several signatures is by a trusted key, wherever it stands', () => {
    const foreign = sign(null, encoded(payload), second.privateKey)
    for (const signatures of [
      [good(), foreign],
      [foreign, good()],
      [Buffer.from('rubbish'), foreign, good()],
    ]) {
      expect(assess(envelope(signatures), trusting(['key', first]), null)).toMatchObject({ status: 'verified', identity: 'key' })
    }
    expect(assess(envelope([foreign, foreign]), trusting(['key', first]), null)).toMatchObject({ status: 'invalid' })
  })

  it.each<[string, object]>([
    ['another key', envelope([sign(null, encoded(payload), second.privateKey)])],
    ['a signature cut short', envelope([good().subarray(0, 20)])],
    ['no signature', envelope([])],
    ['an empty signature', envelope([Buffer.alloc(0)])],
    ['a signature over the bare payload', envelope([sign('sha256', payload, first.privateKey)])],
    ['a signature over another type', envelope([sign('sha256', encoded(payload, 'text/plain'), first.privateKey)])],
    ['another payload', envelope([good()], 'base64', Buffer.from(JSON.stringify({ ...statement, predicate: {} })))],
  ])('with %s is invalid and says why', (_name, document) => {
    const assessment = assess(document, trusting(['key', first]), null)
    expect(assessment).toMatchObject({ status: 'invalid', signed: true, kind: 'provenance' })
    expect(assessment.reason).toMatch(/signature/)
  })

  it('is invalid where no key is trusted, or a key only for another repository', () => {
    expect(assess(envelope([good()]), noTrust, null)).toMatchObject({ status: 'invalid', reason: expect.stringMatching(/No public key is trusted/) })
    const elsewhere = trusting(['key', first, { repositories: ['github.com/example-org/ledger'] }])
    expect(assess(envelope([good()]), elsewhere, null)).toMatchObject({
      status: 'invalid',
      reason: expect.stringMatching(/not trusted for github\.com/),
    })
  })
})
