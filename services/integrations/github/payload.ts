import {
  asFlag,
  asInstant,
  asInteger,
  asName,
  asNameLike,
  asSha,
  asText,
  at,
  clip,
  type Field,
  isAbsent,
  items,
  optional,
  optionalName,
  optionalUrl,
} from '../fields.js'

const DIGEST = /^sha256:[0-9a-f]{64}$/i

export type Repository = {
  /** owner/name as GitHub writes it. */
  fullName: string
  name: string
  /** host/owner/name. */
  address: string
  defaultBranch?: string
}

export type Commit = { sha: string; message: string; committedAt: string; author?: string; files: string[] }

export type Push = {
  repository: Repository
  /** refs/heads/… or refs/tags/… */
  ref: string
  before: string
  after: string
  created: boolean
  deleted: boolean
  forced: boolean
  commits: Commit[]
}

export type PullRequest = {
  repository: Repository
  number: number
  title: string
  labels: string[]
  url?: string
  author?: string
  headBranch: string
  baseBranch: string
  openedAt: string
  updatedAt: string
  mergedAt?: string
  mergeCommit?: string
}

export type Deployment = {
  repository: Repository
  id: number
  sha: string
  ref: string
  task: string
  environment: string
  createdAt: string
  creator?: Account
  /** The free part that the creator of the deployment filled in. */
  extra: { version?: string; service?: string; artifactDigest?: string }
  run?: { event: string; url?: string }
}

export type DeploymentStatus = { id: number; state: string; environment?: string; createdAt: string; url?: string; deployment: Deployment }

export type WorkflowRun = {
  repository: Repository
  id: number
  attempt: number
  /** The workflow's name, path and file name: what a declaration may call it. */
  names: string[]
  event: string
  status: string
  conclusion?: string
  headBranch?: string
  headSha: string
  actor?: Account
  url?: string
  startedAt: string
  updatedAt: string
}

export type Release = {
  repository: Repository
  id: number
  tag: string
  target: string
  draft: boolean
  prerelease: boolean
  publishedAt?: string
  author?: Account
  url?: string
  assets: { id: number; name: string; digest?: string }[]
}

export type Account = { login: string; isBot: boolean }

export function readPush(root: Field): Push {
  return {
    repository: readRepository(root),
    ref: asNameLike(at(root, 'ref'), /^refs\/[^/]+\/\S/, 'a full ref such as refs/heads/main'),
    before: asSha(at(root, 'before')),
    after: asSha(at(root, 'after')),
    created: asFlag(at(root, 'created')),
    deleted: asFlag(at(root, 'deleted')),
    forced: asFlag(at(root, 'forced')),
    commits: items(at(root, 'commits')).map(readCommit),
  }
}

export function readPullRequest(root: Field): PullRequest {
  const pull = at(root, 'pull_request')
  return {
    repository: readRepository(root),
    number: asInteger(at(pull, 'number')),
    title: clip(asText(at(pull, 'title')), 2000),
    labels: items(at(pull, 'labels'))
      .map((label) => asName(at(label, 'name')))
      .slice(0, 200),
    url: optionalUrl(at(pull, 'html_url')),
    author: optionalName(at(pull, 'user', 'login')),
    headBranch: asName(at(pull, 'head', 'ref')),
    baseBranch: asName(at(pull, 'base', 'ref')),
    openedAt: asInstant(at(pull, 'created_at')),
    updatedAt: asInstant(at(pull, 'updated_at')),
    mergedAt: optional(at(pull, 'merged_at'), asInstant),
    mergeCommit: optional(at(pull, 'merge_commit_sha'), asSha),
  }
}

export function readDeployment(root: Field): Deployment {
  const deployment = at(root, 'deployment')
  return {
    repository: readRepository(root),
    id: asInteger(at(deployment, 'id')),
    sha: asSha(at(deployment, 'sha')),
    ref: asName(at(deployment, 'ref')),
    task: asText(at(deployment, 'task')),
    environment: asName(at(deployment, 'environment')),
    createdAt: asInstant(at(deployment, 'created_at')),
    creator: optional(at(deployment, 'creator'), readAccount),
    extra: readExtra(at(deployment, 'payload')),
    run: optional(at(root, 'workflow_run'), (run) => ({
      event: asText(at(run, 'event')),
      url: optionalUrl(at(run, 'html_url')),
    })),
  }
}

export function readDeploymentStatus(root: Field): DeploymentStatus {
  const status = at(root, 'deployment_status')
  return {
    id: asInteger(at(status, 'id')),
    state: asName(at(status, 'state')),
    environment: optionalName(at(status, 'environment')),
    createdAt: asInstant(at(status, 'created_at')),
    url: optionalUrl(at(status, 'log_url')) ?? optionalUrl(at(status, 'target_url')),
    deployment: readDeployment(root),
  }
}

export function readWorkflowRun(root: Field): WorkflowRun {
  const run = at(root, 'workflow_run')
  const path = optionalName(at(run, 'path')) ?? optionalName(at(root, 'workflow', 'path'))
  const names = [optionalName(at(root, 'workflow', 'name')), optionalName(at(run, 'name')), ...pathNames(path)]
  return {
    repository: readRepository(root),
    id: asInteger(at(run, 'id')),
    attempt: asInteger(at(run, 'run_attempt')),
    names: names.filter((name) => name !== undefined),
    event: asText(at(run, 'event')),
    status: asText(at(run, 'status')),
    conclusion: optionalName(at(run, 'conclusion')),
    headBranch: optionalName(at(run, 'head_branch')),
    headSha: asSha(at(run, 'head_sha')),
    actor: optional(at(run, 'actor'), readAccount),
    url: optionalUrl(at(run, 'html_url')),
    startedAt: asInstant(at(run, isAbsent(at(run, 'run_started_at')) ? 'created_at' : 'run_started_at')),
    updatedAt: asInstant(at(run, 'updated_at')),
  }
}

export function readRelease(root: Field): Release {
  const release = at(root, 'release')
  return {
    repository: readRepository(root),
    id: asInteger(at(release, 'id')),
    tag: asName(at(release, 'tag_name')),
    target: asText(at(release, 'target_commitish')),
    draft: asFlag(at(release, 'draft')),
    prerelease: asFlag(at(release, 'prerelease')),
    publishedAt: optional(at(release, 'published_at'), asInstant),
    author: optional(at(release, 'author'), readAccount),
    url: optionalUrl(at(release, 'html_url')),
    assets: items(at(release, 'assets')).map((asset) => ({
      id: asInteger(at(asset, 'id')),
      name: asName(at(asset, 'name')),
      digest: optionalDigest(at(asset, 'digest')),
    })),
  }
}

function readCommit(field: Field): Commit {
  const changed = ['added', 'modified', 'removed'].flatMap((list) => items(at(field, list)).map(readPath))
  return {
    sha: asSha(at(field, 'id')),
    message: clip(asText(at(field, 'message')), 10_000),
    committedAt: asInstant(at(field, 'timestamp')),
    author: optionalName(at(field, 'author', 'username')) ?? optionalName(at(field, 'author', 'name')),
    files: [...new Set(changed)].slice(0, 20_000),
  }
}

function readPath(field: Field): string {
  const path = asText(field)
  return path === '' ? asName(field) : clip(path, 4096)
}

export function readRepository(root: Field): Repository {
  const repository = at(root, 'repository')
  const fullName = asNameLike(at(repository, 'full_name'), /^[^/\s]+\/[^/\s]+$/, 'owner/name')
  return {
    fullName,
    name: asName(at(repository, 'name')),
    address: `${hostOf(optionalUrl(at(repository, 'html_url')))}/${fullName}`,
    defaultBranch: optionalName(at(repository, 'default_branch')),
  }
}

/** GitHub Enterprise Server has an address of its own, and the same owner/name there is another repository. */
function hostOf(url: string | undefined): string {
  return url === undefined || !URL.canParse(url) ? 'github.com' : new URL(url).host
}

export function readAccount(field: Field): Account {
  const login = asName(at(field, 'login'))
  return { login, isBot: at(field, 'type').value === 'Bot' || login.endsWith('[bot]') }
}

/** `deployment.payload` is whatever its creator sent: an object, JSON in a text, or anything else, which is no error. */
function readExtra(field: Field): Deployment['extra'] {
  const value = typeof field.value === 'string' ? parsedOrNothing(field.value) : field.value
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {}
  const extra = { value, path: field.path }
  const digests = ['artifactDigest', 'artifact_digest', 'digest'].map((key) => optionalDigest(at(extra, key)))
  return {
    version: freeName(at(extra, 'version')),
    service: freeName(at(extra, 'service')),
    artifactDigest: digests.find((digest) => digest !== undefined),
  }
}

function freeName(field: Field): string | undefined {
  return typeof field.value === 'string' ? optionalName(field) : undefined
}

function parsedOrNothing(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function pathNames(path: string | undefined): string[] {
  if (path === undefined) return []
  const withoutRef = path.split('@')[0] ?? path
  return [withoutRef, withoutRef.split('/').at(-1) ?? withoutRef]
}

/** sha256:hex in lower case, or undefined. Free fields may hold anything, so another shape is no error. */
function optionalDigest(field: Field): string | undefined {
  return typeof field.value === 'string' && DIGEST.test(field.value) ? field.value.toLowerCase() : undefined
}
