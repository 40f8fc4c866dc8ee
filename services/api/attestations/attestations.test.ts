import { generateKeyPairSync, sign } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../test/app.js'
import { attestationsClient, eventually, freshDigest, type AttestationsClient } from '../../test/attestations-client.js'
import { ISSUER, startSigstoreAuthority, WORKFLOW, type SigstoreAuthority } from '../../test/sigstore-authority.js'

const REPOSITORY = 'https://github.com/example-org/payments'
const COMMIT = 'b'.repeat(40)

let app: TestApp
let authority: SigstoreAuthority
let client: AttestationsClient

beforeAll(async () => {
  ;[app, authority] = await Promise.all([startTestApp(), startSigstoreAuthority()])
  client = attestationsClient(app)
})
afterAll(() => Promise.all([app?.stop(), authority?.stop()]))

function provenance(digest: string) {
  return {
    _type: 'https://in-toto.io/Statement/v1',
    subject: [{ name: 'payments', digest: { sha256: digest } }],
    predicateType: 'https://slsa.dev/provenance/v1',
    predicate: {
      buildDefinition: {
        externalParameters: { workflow: { repository: REPOSITORY } },
        resolvedDependencies: [{ uri: `git+${REPOSITORY}@refs/heads/main`, digest: { gitCommit: COMMIT } }],
      },
      runDetails: { builder: { id: 'https://builder.example.invalid/v1' }, metadata: { invocationId: `${REPOSITORY}/actions/runs/1/attempts/1` } },
    },
  }
}

interface Receipt {
  accepted: number
  duplicates: number
  rejected: { index: number; error: string }[]
  items: { index: number; digest: string; kind: string; status: string; reason: string; matched: boolean }[]
}

function post(body: unknown, path = '/v1/attestations', init: { token?: string | null; type?: string } = {}): Promise<Response> {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return app.request(path, { method: 'POST', body: text, headers: { 'content-type': init.type ?? 'application/json' }, token: init.token })
}

async function accepted(body: unknown, path?: string, type?: string): Promise<Receipt> {
  const response = await post(body, path, { type })
  const answer = (await response.json()) as Receipt
  expect(answer, JSON.stringify(answer)).toHaveProperty('accepted')
  expect(response.status).toBe(202)
  return answer
}

async function unmatched(): Promise<string[]> {
  const { data, errors } = await app.graphql<{ unmatchedAttestations: { edges: { node: { digest: string } }[] } }>(
    '{ unmatchedAttestations(first: 500) { edges { node { digest } } } }',
  )
  expect(errors).toBeUndefined()
  return data.unmatchedAttestations.edges.map(({ node }) => node.digest)
}

describe('POST /v1/attestations', () => {
  test('keeps an unsigned statement as present, and the same again is a duplicate', async () => {
    const digest = freshDigest()
    expect(await accepted(provenance(digest))).toEqual({
      accepted: 1,
      duplicates: 0,
      rejected: [],
      items: [{ index: 0, digest: `sha256:${digest}`, kind: 'provenance', status: 'present', reason: 'It is not signed.', matched: false }],
    })
    expect(await accepted(provenance(digest))).toMatchObject({ accepted: 0, duplicates: 1 })
    const [node] = await eventually(
      () => client.listed(digest),
      (found) => found.length > 0,
    )
    expect(node).toMatchObject({
      kind: 'PROVENANCE',
      status: 'PRESENT',
      matched: false,
      source: 'windsock/verifier',
      origin: { repository: 'github.com/example-org/payments', commit: COMMIT },
    })
  })

  test('lists what matches no artifact until one appears', async () => {
    const digest = freshDigest()
    await accepted(provenance(digest))
    expect(await eventually(unmatched, (digests) => digests.includes(`sha256:${digest}`))).toContain(`sha256:${digest}`)
    await client.sendEvent({ type: 'artifact.published', data: { digest: `sha256:${digest}`, service: 'attested' } })
    expect(await eventually(unmatched, (digests) => !digests.includes(`sha256:${digest}`))).not.toContain(`sha256:${digest}`)
    expect(await client.listed(digest)).toEqual([expect.objectContaining({ matched: true })])
    const again = { ...provenance(digest), predicateType: 'https://cyclonedx.org/bom' }
    expect((await accepted(again)).items).toEqual([expect.objectContaining({ kind: 'sbom', matched: true })])
  })

  test('verifies a bundle once its signer is trusted, and the later verdict holds', async () => {
    const digest = freshDigest()
    const bundle = await authority.signStatement(provenance(digest))
    const before = await accepted(bundle)
    expect(before.items).toEqual([expect.objectContaining({ status: 'invalid' })])
    const { errors } = await client.setTrust({
      trustedRoot: authority.trustedRoot,
      identities: [{ issuer: ISSUER, identity: 'https://github\\.com/example-org/.*' }],
    })
    expect(errors).toBeUndefined()
    const after = await accepted(bundle)
    expect(after).toMatchObject({ accepted: 1, items: [{ status: 'verified' }] })
    const [node, ...others] = await eventually(
      () => client.listed(digest),
      ([first]) => first?.status === 'VERIFIED',
    )
    expect(node).toMatchObject({ status: 'VERIFIED', identity: WORKFLOW })
    expect(others).toEqual([])
    await client.setTrust({ identities: [] })
    expect(await accepted(bundle)).toMatchObject({ accepted: 1, items: [{ status: 'invalid' }] })
    expect(
      await eventually(
        () => client.listed(digest),
        ([first]) => first?.status === 'INVALID',
      ),
    ).toEqual([expect.objectContaining({ status: 'INVALID' })])
  })

  test('fills the artifact of a service from what it verified', async () => {
    const digest = freshDigest()
    await client.setTrust({ trustedRoot: authority.trustedRoot, identities: [{ issuer: ISSUER, identity: 'https://github\\.com/example-org/.*' }] })
    const service = await client.deploy(digest)
    await accepted(await authority.signStatement(provenance(digest)))
    const read = () => client.artifactOf(service)
    const artifact = await eventually(read, (found) => found?.commit === COMMIT)
    expect(artifact).toMatchObject({
      commit: COMMIT,
      repository: 'github.com/example-org/payments',
      attestations: [{ kind: 'PROVENANCE', status: 'VERIFIED' }],
      provenance: expect.arrayContaining([{ field: 'provenance', state: 'verified' }]),
    })
  })

  test('verifies a plain envelope with a configured key', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519')
    const digest = freshDigest()
    const payload = Buffer.from(JSON.stringify(provenance(digest)))
    const type = 'application/vnd.in-toto+json'
    const sig = sign(null, Buffer.concat([Buffer.from(`DSSEv1 ${type.length} ${type} ${payload.length} `), payload]), privateKey)
    const envelope = { payloadType: type, payload: payload.toString('base64'), signatures: [{ keyid: '', sig: sig.toString('base64') }] }
    await client.setTrust({ publicKeys: [{ id: 'build-key', pem: publicKey.export({ format: 'pem', type: 'spki' }) }] })
    expect((await accepted(envelope)).items).toEqual([expect.objectContaining({ status: 'verified', reason: expect.stringContaining('build-key') })])
  })

  test('keeps the good documents of a batch, in lines or as a list, and says which were not', async () => {
    const [first, second] = [freshDigest(), freshDigest()]
    const lines = [JSON.stringify(provenance(first)), '{broken', JSON.stringify({ hello: 1 }), JSON.stringify(provenance(second))].join('\n')
    const answer = await accepted(lines, undefined, 'application/x-ndjson')
    expect(answer).toMatchObject({ accepted: 2, duplicates: 0, rejected: [{ index: 1 }, { index: 2 }], items: [{ index: 0 }, { index: 3 }] })
    expect(await accepted([provenance(first), provenance(freshDigest())])).toMatchObject({ accepted: 1, duplicates: 1 })
  })

  test('takes the digest of an SBOM from the address where the document has none', async () => {
    const digest = freshDigest()
    const bom = { bomFormat: 'CycloneDX', specVersion: '1.6', metadata: { component: { type: 'application', name: 'payments' } } }
    expect((await accepted(bom, `/v1/attestations?digest=sha256:${digest}`)).items).toEqual([
      expect.objectContaining({ digest: `sha256:${digest}`, kind: 'sbom', status: 'present' }),
    ])
    const bare = await post(bom)
    expect(bare.status).toBe(400)
    expect(await bare.json()).toMatchObject({ errors: [{ path: '', message: expect.stringContaining('?digest=') }] })
  })

  test('a statement about another digest than the one given is unmatched', async () => {
    const digest = freshDigest()
    await client.sendEvent({ type: 'artifact.published', data: { digest: `sha256:${digest}`, service: 'attested' } })
    await eventually(async () => (await accepted(provenance(digest))).items[0]?.matched, Boolean)
    const [item] = (await accepted(provenance(digest), `/v1/attestations?digest=sha256:${'f'.repeat(64)}`)).items
    expect(item).toMatchObject({ digest: `sha256:${digest}`, matched: false, reason: expect.stringContaining('f'.repeat(64)) })
  })

  test.each<[string, unknown, string, string, number]>([
    ['nothing', '', '', 'application/json', 400],
    ['no JSON', '{"a":', '', 'application/json', 400],
    ['no document of a known form', { hello: 1 }, '', 'application/json', 400],
    ['a digest that is none', { hello: 1 }, '?digest=sha256:xyz', 'application/json', 400],
    ['another media type', '<sbom/>', '', 'application/xml', 415],
    ['deep JSON', '['.repeat(1_000) + ']'.repeat(1_000), '', 'application/json', 400],
    ['too large a body', `"${'x'.repeat(6 * 1024 * 1024)}"`, '', 'application/json', 413],
  ])('refuses %s', async (_name, body, query, type, status) => {
    const response = await post(body, `/v1/attestations${query}`, { type })
    expect(response.status).toBe(status)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
  })

  test('needs the ingest scope', async () => {
    expect((await post(provenance(freshDigest()), undefined, { token: null })).status).toBe(401)
    expect((await post(provenance(freshDigest()), undefined, { token: await client.createToken('reader', ['READ']) })).status).toBe(403)
    expect((await post(provenance(freshDigest()), undefined, { token: await client.createToken('sender', ['INGEST']) })).status).toBe(202)
  })
})
