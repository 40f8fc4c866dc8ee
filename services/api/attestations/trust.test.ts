import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../test/app.js'
import { ISSUER } from '../../test/sigstore-authority.js'
import { attestationsClient, eventually, freshDigest, type AttestationsClient } from '../../test/attestations-client.js'

let app: TestApp
let client: AttestationsClient

beforeAll(async () => {
  app = await startTestApp()
  client = attestationsClient(app)
})
afterAll(() => app?.stop())

describe('verdicts', () => {
  test.each(['windsock/verifier', ' windsock/verifier '])('under the source %j are taken from nobody', async (source) => {
    const digest = freshDigest()
    const event = attested(digest, { status: 'verified' }, source)
    for (const token of [undefined, await client.createToken('forger', ['INGEST'])]) {
      const response = await app.request('/v1/events', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(event),
        token,
      })
      expect(response.status).toBe(403)
    }
  })

  test('of senders are worth no more than present', async () => {
    const digest = freshDigest()
    await client.sendEvent(attested(digest, { status: 'verified' }, 'ci/payments'))
    expect(
      await eventually(
        () => client.listed(digest),
        (found) => found.length > 0,
      ),
    ).toEqual([expect.objectContaining({ status: 'PRESENT' })])
  })

  test('of a source that the workspace trusts count, and only its own tokens may speak under it', async () => {
    await client.setTrust({ sources: [{ source: 'registry/verifier', senders: ['registry'] }] })
    const digest = freshDigest()
    const service = await client.deploy(digest)
    const body = JSON.stringify(attested(digest, { status: 'verified' }, 'registry/verifier'))
    const send = (token?: string) => app.request('/v1/events', { method: 'POST', headers: { 'content-type': 'application/json' }, body, token })
    expect((await send()).status).toBe(403)
    expect((await send(await client.createToken('registry', ['INGEST']))).status).toBe(202)
    expect(
      await eventually(
        () => client.listed(digest),
        (found) => found.length > 0,
      ),
    ).toEqual([expect.objectContaining({ status: 'VERIFIED' })])
    const provenanceOf = async (state: string) => {
      const found = await eventually(
        () => client.artifactOf(service),
        (artifact) => artifact?.provenance.some((field) => field.field === 'sbom' && field.state === state) ?? false,
      )
      return found?.provenance
    }
    expect(await provenanceOf('verified')).toContainEqual({ field: 'sbom', state: 'verified' })
    await client.setTrust({ sources: [] })
    expect(await provenanceOf('present')).toContainEqual({ field: 'sbom', state: 'present' })
  })
})

describe('approvals', () => {
  test('of a trusted source may be brought by its own tokens alone', async () => {
    await client.setTrust({ sources: [{ source: 'desk', senders: ['approver'] }] })
    const token = await client.createToken('approver', ['INGEST'])
    const decided = (source: string, type = 'approval.decided') => {
      const data = { approval: 'a1', service: 'payments', environment: 'production', decision: 'granted', by: 'author-14@example.invalid' }
      return { id: `${source}-${type}`, source, type, time: '2026-11-02T10:00:00Z', data }
    }
    const send = async (event: object, as?: string) => {
      const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(event), token: as }
      return (await app.request('/v1/events', init)).status
    }
    expect(await send(decided('desk'))).toBe(403)
    expect(await send(decided(' desk '))).toBe(403)
    expect(await send(decided('desk', 'approval.requested'))).toBe(202)
    expect(await send(decided('ci/payments'))).toBe(202)
    expect(await send(decided('desk'), token)).toBe(202)
  })
})

describe('the settings', () => {
  test('name what is wrong with them, and change nothing then', async () => {
    const before = await client.setTrust({})
    const { errors } = await client.setTrust({
      identities: [{ issuer: ISSUER, identity: '(a+)+' }],
      publicKeys: [{ id: 'k', pem: 'nothing' }],
      trustedRoot: { hello: 1 },
    })
    expect(errors?.[0]?.message).toMatch(/identities\.0\.identity.*publicKeys\.0\.pem.*trustedRoot/)
    expect((await client.setTrust({})).trust?.version).toBe((before.trust?.version ?? 0) + 1)
  })

  test('are for administrators, and in the audit log', async () => {
    const token = await client.createToken('curious', ['READ', 'INGEST'])
    const answer = await app.graphql('mutation { setAttestationTrust(input: {}) { version } }', {}, { token })
    expect(answer.errors?.[0]?.extensions.code).toBe('FORBIDDEN')
    await client.setTrust({ identities: [] })
    const { data } = await app.graphql<{ auditLog: { edges: { node: { action: string } }[] } }>(
      '{ auditLog(first: 1) { edges { node { action } } } }',
    )
    expect(data.auditLog.edges[0]?.node.action).toBe('setAttestationTrust')
  })
})

function attested(digest: string, data: object, source: string): Record<string, unknown> {
  return {
    id: `attested-${digest}`,
    source,
    type: 'artifact.attested',
    time: '2026-11-02T10:00:00Z',
    data: { digest: `sha256:${digest}`, kind: 'sbom', ...data },
  }
}
