import type { SeedEvent } from '../http/seed-event.js'
import { hexDigits, randomFor, type Random } from '../random.js'
import type { ServiceProfile } from './catalogue.js'
import type { Sent } from './company.js'
import type { Item } from './item.js'

type Data = Record<string, unknown>

/** Retells the commits and rollouts of a service as GitHub would; everything else stays a canonical event. */
export function githubShapes(profile: ServiceProfile, seed: number): (story: readonly Item[]) => Generator<Sent> {
  const random = randomFor(seed, `github deliveries of ${profile.name}`)
  const deployments = new Map<string, Data>()
  let before = '0'.repeat(40)
  const numbers = { deployment: 1000, status: 5000 }
  return function* retell(story) {
    for (const { event, pushedWith } of story) {
      if (event.type === 'change.committed') {
        if (event.data.sha !== pushedWith) continue
        const commits = story.filter((item) => item.pushedWith === pushedWith).map((item) => item.event)
        yield delivery(random, 'push', pushBody(profile, commits, before))
        before = String(event.data.sha)
      } else if (event.type === 'deployment.started') {
        const deployment = deploymentBody(event, (numbers.deployment += 1))
        deployments.set(String(event.data.deployment), deployment)
        yield delivery(random, 'deployment', { action: 'created', deployment, repository: repositoryBody(profile) })
      } else if (event.type === 'deployment.finished') {
        const deployment = deployments.get(String(event.data.deployment))
        const status = statusBody(event, (numbers.status += 1), deployment)
        yield delivery(random, 'deployment_status', { action: 'created', deployment_status: status, deployment, repository: repositoryBody(profile) })
      } else yield { event }
    }
  }
}

function delivery(random: Random, event: string, body: Data): Sent {
  const digits = hexDigits(random, 32)
  const id = [digits.slice(0, 8), digits.slice(8, 12), digits.slice(12, 16), digits.slice(16, 20), digits.slice(20)].join('-')
  return { github: { event, id, body: JSON.stringify(body) } }
}

function repositoryBody({ name, repository }: ServiceProfile): Data {
  return { id: 1, name, full_name: repository, html_url: `https://github.com/${repository}`, default_branch: 'main', private: true }
}

function accountOf(author: unknown): Data {
  const login = typeof author === 'string' ? (author.split('@')[0] ?? author) : 'deploy-bot[bot]'
  return { login, type: login.endsWith('[bot]') ? 'Bot' : 'User' }
}

function pushBody(profile: ServiceProfile, commits: readonly SeedEvent[], before: string): Data {
  return {
    ref: 'refs/heads/main',
    before,
    after: commits.at(-1)?.data.sha,
    created: /^0+$/.test(before),
    deleted: false,
    forced: false,
    commits: commits.map(({ data }) => ({
      id: data.sha,
      distinct: true,
      message: data.message,
      timestamp: data.committedAt,
      author: { name: accountOf(data.author).login, email: data.author, username: accountOf(data.author).login },
      committer: { name: accountOf(data.author).login, email: data.author, username: accountOf(data.author).login },
      added: [],
      modified: data.files,
      removed: [],
    })),
    repository: repositoryBody(profile),
    pusher: { name: accountOf(commits.at(-1)?.data.author).login },
  }
}

function deploymentBody({ data, time }: SeedEvent, id: number): Data {
  return {
    id,
    sha: data.commit,
    ref: `v${data.version}`,
    task: data.kind === 'rollback' || data.kind === 'hotfix' ? data.kind : 'deploy',
    environment: data.environment,
    original_environment: data.environment,
    description: null,
    payload: { service: data.service, version: data.version, artifactDigest: data.artifactDigest },
    creator: accountOf(data.actor),
    created_at: time,
    updated_at: time,
  }
}

function statusBody({ data, time }: SeedEvent, id: number, deployment: Data | undefined): Data {
  return {
    id,
    state: data.outcome === 'succeeded' ? 'success' : 'failure',
    environment: data.environment,
    description: '',
    log_url: `https://github.com/acme/${data.service}/actions/runs/${deployment?.id}`,
    target_url: '',
    creator: deployment?.creator,
    created_at: time,
    updated_at: time,
  }
}
