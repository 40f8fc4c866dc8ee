import { createHash } from 'node:crypto'
import { sign } from '@octokit/webhooks-methods'

export type GithubDelivery = { id: string; event: string; body: string }

export const GITHUB_SECRET = 'the secret of the e2e webhook'

const DAY_MS = 86_400_000
const FIRST_DEPLOYMENT = Date.UTC(2026, 9, 1, 8)
const REPOSITORY = 'acme/ledger'

/** What GitHub sends of one rollout of the service ledger: its push, its start and its success. Numbers are whole, from 0. */
export function rolloutDeliveries(number: number): { push: GithubDelivery; deployment: GithubDelivery; status: GithubDelivery } {
  const at = FIRST_DEPLOYMENT + number * 60_000
  const time = (offsetSeconds: number) => new Date(at + offsetSeconds * 1000).toISOString()
  const deployment = {
    id: 1000 + number,
    sha: shaOf(number),
    ref: `v${number}`,
    task: 'deploy',
    environment: 'production',
    original_environment: 'production',
    payload: { service: 'ledger', version: `1.${number}.0` },
    creator: { login: 'author-17', type: 'User' },
    created_at: time(0),
    updated_at: time(0),
  }
  const status = {
    id: 500_000 + number,
    state: 'success',
    environment: 'production',
    description: '',
    target_url: '',
    created_at: time(30),
    updated_at: time(30),
    creator: deployment.creator,
  }
  return {
    push: delivery('push', number, pushOf(number, at - 600_000)),
    deployment: delivery('deployment', number, { action: 'created', deployment, repository }),
    status: delivery('deployment_status', number, { action: 'created', deployment_status: status, deployment, repository }),
  }
}

/** A window that holds every rollout of the first ten days. */
export const rolloutWindow = { from: new Date(FIRST_DEPLOYMENT - DAY_MS).toISOString(), to: new Date(FIRST_DEPLOYMENT + 10 * DAY_MS).toISOString() }

export async function hookRequest({ id, event, body }: GithubDelivery, secret = GITHUB_SECRET): Promise<RequestInit> {
  const headers = {
    'content-type': 'application/json',
    'x-github-event': event,
    'x-github-delivery': id,
    'x-hub-signature-256': await sign(secret, body),
  }
  return { method: 'POST', headers, body }
}

const repository = {
  id: 7,
  name: 'ledger',
  full_name: REPOSITORY,
  html_url: `https://github.com/${REPOSITORY}`,
  default_branch: 'main',
  private: true,
}

function delivery(event: string, number: number, body: object): GithubDelivery {
  return { id: `${event}-${number}`, event, body: JSON.stringify(body) }
}

function pushOf(number: number, at: number): object {
  const author = { name: 'author-17', email: 'author-17@example.invalid', username: 'author-17' }
  const commit = {
    id: shaOf(number),
    distinct: true,
    message: `Change ${number}`,
    timestamp: new Date(at).toISOString(),
    author,
    committer: author,
    added: [],
    modified: ['src/ledger.ts'],
    removed: [],
  }
  return {
    ref: 'refs/heads/main',
    before: shaOf(number - 1),
    after: commit.id,
    created: false,
    deleted: false,
    forced: false,
    commits: [commit],
    repository,
    pusher: { name: 'author-17' },
  }
}

function shaOf(number: number): string {
  return createHash('sha1').update(`commit ${number}`).digest('hex')
}
