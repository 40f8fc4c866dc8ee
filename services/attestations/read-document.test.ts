import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assess } from './assess.js'
import { decodeBase64 } from './base64.js'
import { DocumentError } from './document.js'
import { readBody } from './read-body.js'
import { noTrust } from './trust.js'

const A = 'a'.repeat(64)
const B = 'b'.repeat(64)

const statement = (over: object = {}) => ({
  _type: 'https://in-toto.io/Statement/v1',
  subject: [{ name: 'payments', digest: { sha256: A } }],
  predicateType: 'https://slsa.dev/provenance/v1',
  predicate: {},
  ...over,
})
const cyclonedx = (component: object, specVersion = '1.6') => ({
  bomFormat: 'CycloneDX',
  specVersion,
  metadata: { component: { type: 'container', name: 'payments', ...component } },
})
const spdx2 = (packages: object[], over: object = {}) => ({
  spdxVersion: 'SPDX-2.3',
  SPDXID: 'SPDXRef-DOCUMENT',
  packages,
  documentDescribes: ['SPDXRef-root'],
  ...over,
})
const root = (over: object) => ({ SPDXID: 'SPDXRef-root', name: 'payments', ...over })
const other = { SPDXID: 'SPDXRef-other', checksums: [{ algorithm: 'SHA256', checksumValue: B }] }
const spdx3 = (element: object) => ({
  '@context': 'https://spdx.org/rdf/3.0.1/spdx-context.jsonld',
  '@graph': [
    { type: 'SpdxDocument', spdxId: 'urn:document', rootElement: ['urn:sbom'] },
    { type: 'software_Sbom', spdxId: 'urn:sbom', rootElement: ['urn:root'] },
    { type: 'software_Package', spdxId: 'urn:root', ...element },
    { type: 'software_Package', spdxId: 'urn:other', verifiedUsing: [{ type: 'Hash', algorithm: 'sha256', hashValue: B }] },
  ],
})

function read(document: unknown, claimed: string | null = null) {
  const { kind, status, digests, mismatched } = assess(document, noTrust, claimed)
  return { kind, status, digests, mismatched }
}

describe('a document', () => {
  it.each<[string, string]>([
    ['https://slsa.dev/provenance/v0.2', 'provenance'],
    ['https://slsa.dev/provenance/v1', 'provenance'],
    ['https://spdx.dev/Document', 'sbom'],
    ['https://spdx.dev/Document/v2.3', 'sbom'],
    ['https://cyclonedx.org/bom', 'sbom'],
    ['https://cyclonedx.org/bom/v1.6', 'sbom'],
    ['https://in-toto.io/attestation/test-result/v0.1', 'tests'],
    ['https://in-toto.io/attestation/vulns/v0.1', 'scan'],
    ['https://slsa.dev/verification_summary/v1', 'scan'],
    ['https://cosign.sigstore.dev/attestation/vuln/v1', 'scan'],
    ['https://sigstore.dev/cosign/sign/v1', 'signature'],
  ])('with the predicate %s is of the kind %s', (predicateType, kind) => {
    expect(read(statement({ predicateType }))).toEqual({ kind, status: 'present', digests: [`sha256:${A}`], mismatched: null })
  })

  it('of an unknown predicate is refused unless the workspace says its kind', () => {
    const document = statement({ predicateType: 'https://example.invalid/fuzzing/v1' })
    expect(() => read(document)).toThrow(/of no known kind/)
    const kinds = [{ predicateType: 'https://example.invalid/fuzzing/v1', kind: 'tests' as const }]
    expect(assess(document, { ...noTrust, kinds }, null)).toMatchObject({ kind: 'tests' })
  })

  it('with several subjects speaks of each digest once, by SHA-256 where there is one', () => {
    const subject = [
      { name: 'one', digest: { sha256: A.toUpperCase(), sha512: 'c'.repeat(128) } },
      { name: 'the same', digest: { sha256: A } },
      { name: 'package', digest: { sha512: 'd'.repeat(128) } },
      { name: 'commit', digest: { gitCommit: 'e'.repeat(40) } },
    ]
    expect(read(statement({ subject })).digests).toEqual([`sha256:${A}`, `sha512:${'d'.repeat(128)}`])
  })

  it.each<[string, object]>([
    [
      'the hash of its component',
      cyclonedx({
        hashes: [
          { alg: 'MD5', content: 'f'.repeat(32) },
          { alg: 'SHA-256', content: A },
        ],
      }),
    ],
    ['the address of its image', cyclonedx({ purl: `pkg:oci/payments@sha256%3A${A}?arch=amd64` }, '1.4')],
    ['the version of its image', cyclonedx({ version: `sha256:${A}` }, '1.5')],
    ['the hash of its component, in CycloneDX 1.2', cyclonedx({ version: '2.0.0', hashes: [{ alg: 'SHA-256', content: A }] }, '1.2')],
    ['the address of its image, in CycloneDX 1.3', cyclonedx({ version: '2.0.0', purl: `pkg:oci/payments@sha256:${A}` }, '1.3')],
    ['the hash of its component, in CycloneDX 1.7', cyclonedx({ isExternal: false, hashes: [{ alg: 'SHA-256', content: A }] }, '1.7')],
    ['the checksum of the package described', spdx2([other, root({ checksums: [{ algorithm: 'SHA256', checksumValue: A }] })])],
    [
      'a package described by a relationship',
      spdx2([other, root({ checksums: [{ algorithm: 'SHA256', checksumValue: A }] })], {
        spdxVersion: 'SPDX-2.2',
        documentDescribes: undefined,
        relationships: [{ spdxElementId: 'SPDXRef-DOCUMENT', relationshipType: 'DESCRIBES', relatedSpdxElement: 'SPDXRef-root' }],
      }),
    ],
    ['an external reference', spdx2([root({ externalRefs: [{ referenceType: 'purl', referenceLocator: `pkg:oci/payments@sha256:${A}` }] })])],
    ['SPDX 3, by its hash', spdx3({ verifiedUsing: [{ type: 'Hash', algorithm: 'sha256', hashValue: A }] })],
    ['SPDX 3, by its address', spdx3({ software_packageUrl: `pkg:oci/payments@sha256%3A${A}` })],
  ])('that is an SBOM says which artifact it describes by %s', (_name, document) => {
    expect(read(document)).toMatchObject({ kind: 'sbom', status: 'present', digests: [`sha256:${A}`] })
  })

  it('that does not say which artifact it describes takes the one given', () => {
    expect(() => read(cyclonedx({}))).toThrow(DocumentError)
    expect(read(cyclonedx({}), `sha256:${B}`)).toMatchObject({ digests: [`sha256:${B}`], mismatched: null })
    expect(read(statement(), `sha256:${B}`)).toMatchObject({ digests: [`sha256:${A}`], mismatched: `sha256:${B}` })
  })

  it.each<[string, unknown, RegExp]>([
    ['text', 'hello', /object/],
    ['of no known form', {}, /no in-toto statement/],
    ['of another statement version', statement({ _type: 'https://in-toto.io/Statement/v2' }), /_type/],
    ['without subject', statement({ subject: [] }), /subject/],
    ['whose subject has no digest', statement({ subject: [{ name: 'x', digest: { sha256: 'abc' } }] }), /digest/],
    ['with too many subjects', statement({ subject: Array.from({ length: 1_001 }, () => ({ digest: { sha256: A } })) }), /1000/],
    ['of a CycloneDX too old', cyclonedx({}, '1.1'), /1\.2 to 1\.7/],
    ['of a CycloneDX to come', cyclonedx({}, '2.0'), /1\.2 to 1\.7/],
    ['of an SPDX too old', spdx2([], { spdxVersion: 'SPDX-1.2' }), /SPDX-2\.2/],
    ['whose payload is no base64', { payloadType: 'application/vnd.in-toto+json', payload: '!!!', signatures: [] }, /base64/],
    ['whose payload is of another type', { payloadType: 'text/plain', payload: 'YQ==', signatures: [] }, /payloadType/],
    ['whose payload is no JSON', { payloadType: 'application/vnd.in-toto+json', payload: 'YQ==', signatures: [] }, /JSON/],
    [
      'whose payload is too deep',
      { payloadType: 'application/vnd.in-toto+json', payload: Buffer.from('['.repeat(100) + ']'.repeat(100)).toString('base64'), signatures: [] },
      /deeper/,
    ],
    ['of a bundle version to come', { mediaType: 'application/vnd.dev.sigstore.bundle.v0.9+json', dsseEnvelope: {} }, /0\.1 to 0\.3/],
  ])('%s is refused', (_name, document, message) => {
    expect(() => read(document)).toThrow(DocumentError)
    expect(() => read(document)).toThrow(message)
  })

  it('is judged or refused with a reason, whatever it is', () => {
    const key = fc.constantFrom(
      '_type',
      'subject',
      'digest',
      'payload',
      'payloadType',
      'signatures',
      'mediaType',
      'dsseEnvelope',
      'messageSignature',
      'verificationMaterial',
      'bomFormat',
      'spdxVersion',
      '@context',
      '@graph',
      'predicateType',
      'predicate',
      'packages',
      'metadata',
    )
    const value = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom(
        'CycloneDX',
        'SPDX-2.3',
        'https://in-toto.io/Statement/v1',
        'application/vnd.in-toto+json',
        'application/vnd.dev.sigstore.bundle.v0.3+json',
        'https://spdx.org/rdf/3.0.1/spdx-context.jsonld',
        A,
      ),
    )
    const document = fc.letrec((tie) => ({
      node: fc.oneof({ maxDepth: 4 }, value, fc.dictionary(key, tie('node')), fc.array(tie('node'), { maxLength: 3 })),
    })).node
    fc.assert(
      fc.property(
        fc.oneof(
          document,
          fc.dictionary(key, document).map((more) => ({ ...statement(), ...more })),
        ),
        (input) => {
          try {
            expect(['present', 'invalid']).toContain(assess(input, noTrust, null).status)
          } catch (error) {
            expect(error).toBeInstanceOf(DocumentError)
          }
        },
      ),
      { numRuns: 2_000 },
    )
  })
})

describe('decodeBase64', () => {
  it('reads both alphabets, padded or not, in one line or several', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const buffer = Buffer.from(bytes)
        const wrapped = buffer.toString('base64').replace(/(.{16})/g, '$1\r\n')
        for (const text of [buffer.toString('base64'), buffer.toString('base64url'), buffer.toString('base64').replace(/=+$/, ''), wrapped]) {
          expect(decodeBase64(text)?.equals(buffer)).toBe(true)
        }
      }),
    )
  })

  it.each(['a', 'ab=c', 'äöü', 'ab cd', '====='])('refuses %j', (text) => {
    expect(decodeBase64(text)).toBeNull()
  })
})

describe('a body', () => {
  it('holds one document, a list, or one a line whatever its type says', () => {
    const line = JSON.stringify(statement())
    expect(readBody(Buffer.from(line), 'application/json')).toEqual({ items: [statement()] })
    expect(readBody(Buffer.from(`[${line},1]`), '')).toEqual({ items: [statement(), 1] })
    for (const type of ['application/json', 'application/x-ndjson']) {
      expect(readBody(Buffer.from(`${line}\r\n\n${line}\n`), type)).toEqual({ items: [statement(), statement()] })
    }
  })

  it.each([
    ['nothing', ''],
    ['an empty list', '[]'],
    ['no JSON', 'hello\nworld'],
    ['too many documents', `[${Array.from({ length: 501 }, () => '{}').join(',')}]`],
  ])('that is %s is refused', (_name, text) => {
    expect(readBody(Buffer.from(text), 'application/json')).toHaveProperty('error')
  })
})
