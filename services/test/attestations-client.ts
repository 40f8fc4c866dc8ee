import { expect } from 'vitest'
import type { TestApp } from './app.js'

let count = 0

export function freshDigest(): string {
  return (++count).toString(16).padStart(64, '0')
}

export async function eventually<T>(read: () => Promise<T>, isDone: (value: T) => boolean): Promise<T> {
  const end = Date.now() + 15_000
  for (;;) {
    const value = await read()
    if (isDone(value) || Date.now() > end) return value
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

export interface Listed {
  digest: string
  kind: string
  status: string
  reason: string
  matched: boolean
  source: string
  identity: string | null
  origin: { repository: string; commit: string } | null
}

export interface ArtifactNode {
  commit: string | null
  repository: string | null
  provenance: { field: string; state: string }[]
  attestations: { kind: string; status: string }[]
}

export type AttestationsClient = ReturnType<typeof attestationsClient>

/** What the tests of attestations ask of an app. */
export function attestationsClient(app: TestApp) {
  async function setTrust(input: object) {
    const { data, errors } = await app.graphql<{ setAttestationTrust: { version: number } }>(
      'mutation ($input: AttestationTrustInput!) { setAttestationTrust(input: $input) { version identities { issuer identity repositories } publicKeys { id } } }',
      { input },
    )
    return { trust: data?.setAttestationTrust, errors }
  }

  async function listed(digest: string): Promise<Listed[]> {
    const query = `query ($digests: [String!]) { attestations(filter: { digests: $digests }) {
      totalCount edges { node { digest kind status reason matched source identity origin { repository commit } } } } }`
    const { data, errors } = await app.graphql<{ attestations: { edges: { node: Listed }[] } }>(query, { digests: [`sha256:${digest}`] })
    expect(errors).toBeUndefined()
    return data.attestations.edges.map(({ node }) => node)
  }

  async function sendEvent(event: object): Promise<void> {
    const whole = { id: `event-${++count}`, source: 'ci/test', time: '2026-11-02T10:00:00Z', ...event }
    const response = await app.request('/v1/events', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(whole) })
    expect(response.status, await response.text()).toBe(202)
  }

  async function createToken(name: string, scopes: string[]): Promise<string> {
    const { data } = await app.graphql<{ createToken: { secret: string } }>(
      'mutation ($name: String!, $scopes: [TokenScope!]!) { createToken(name: $name, scopes: $scopes) { secret } }',
      { name, scopes },
    )
    return data.createToken.secret
  }

  /** A service whose release v1 is an artifact with this digest, deployed. */
  async function deploy(digest: string): Promise<string> {
    const service = `deployed-${digest.slice(-4)}`
    const artifactDigest = `sha256:${digest}`
    await sendEvent({ type: 'artifact.published', data: { digest: artifactDigest, service, version: 'v1' } })
    const data = { deployment: service, service, environment: 'production', outcome: 'succeeded', version: 'v1', artifactDigest }
    await sendEvent({ type: 'deployment.finished', data })
    return service
  }

  async function artifactOf(service: string): Promise<ArtifactNode | undefined> {
    const query = `query ($id: ID!) { release(id: $id) { artifacts { commit repository provenance { field state } attestations { kind status } } } }`
    const { data, errors } = await app.graphql<{ release: { artifacts: ArtifactNode[] } | null }>(query, { id: `${service}@v1` })
    expect(errors).toBeUndefined()
    return data.release?.artifacts[0]
  }

  return { setTrust, listed, sendEvent, createToken, deploy, artifactOf }
}
