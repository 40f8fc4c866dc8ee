import { contentHash } from '../../domain/event.js'
import type { Checkout } from './checkout.js'
import { readCommits, type Commit } from './commits.js'
import { patchReason, watchReverts } from './hotfix.js'
import type { Release } from './releases.js'

/** An event as it is sent. */
export type SentEvent = { id: string; source: string; type: string; time: string; data: Record<string, unknown> }

export type EventsPlan = {
  checkout: Checkout
  releases: readonly Release[]
  service: string
  environment: string
  /** Globs of a mono-repo that belong to the service; with them, every change says which files it touched. */
  paths: readonly string[]
  hotfixWindowHours: number
  /** Time between a tag and its deployment. */
  lagSeconds: number
}

const MOST_FILES = 20_000
const MOST_TEXT = 2000
const MOST_TOLD = 20
const TELLING = /^(?:This reverts commit [0-9a-f]{7,64}|\(cherry picked from commit [0-9a-f]{7,64}\))/gm
const LATEST_SECONDS = Date.UTC(2299, 11, 31) / 1000

/**
 * The service, every change that leads to a release, and a deployment for every release: the same events, with the same ids,
 * whenever the same history is read. Deployments come last, since a later commit can make one a hotfix.
 */
export async function* gitEvents(plan: EventsPlan): AsyncGenerator<SentEvent> {
  const { checkout, releases, paths } = plan
  yield serviceEvent(plan)
  const reverts = watchReverts(releases)
  for await (const commit of readCommits(checkout, releases, paths.length > 0)) {
    reverts.tell(commit)
    yield changeEvent(checkout.repository, commit)
  }
  for (const index of releases.keys()) yield deploymentEvent(plan, index, reverts.reasons(index))
}

function serviceEvent({ checkout: { repository }, releases, service, paths }: EventsPlan): SentEvent {
  const event = {
    type: 'service.declared',
    time: instant(releases[0]?.at ?? 0),
    data: { service, repository, ...(paths.length > 0 ? { paths } : {}) },
  } as const
  return { id: `git:${repository}:service:${contentHash({ ...event, revision: 0 }).slice(0, 16)}`, source: sourceOf(repository), ...event }
}

function changeEvent(repository: string, { sha, parents, committedAt, authoredAt, author, subject, body, files }: Commit): SentEvent {
  return {
    // Told with and without its files, a commit is told twice, and the two do not contradict each other.
    id: `git:${repository}:${sha}${files ? ':files' : ''}`,
    source: sourceOf(repository),
    type: 'change.committed',
    time: instant(committedAt),
    data: {
      repository,
      sha,
      committedAt: instant(committedAt),
      authoredAt: instant(authoredAt),
      parents: parents.slice(0, 100),
      ...(author.trim() ? { author: storable(author.slice(0, 512)) } : {}),
      message: storable(messageOf(subject, body)),
      ...(files ? { files: files.slice(0, MOST_FILES) } : {}),
    },
  }
}

function deploymentEvent(plan: EventsPlan, index: number, revertReasons: readonly string[]): SentEvent {
  const { checkout, releases, service, environment, hotfixWindowHours } = plan
  const { repository } = checkout
  const { name, commit, at, datedBy } = releases[index] as Release
  const before = releases[index - 1]
  const patch = patchReason({ name, commit, at, datedBy }, before, hotfixWindowHours)
  const reasons = [...revertReasons.slice(0, 20), ...(patch === null ? [] : [patch])]
  const id = `git:${repository}:${name}${scopeSuffix(plan)}`
  return {
    id,
    source: sourceOf(repository),
    type: 'deployment.finished',
    time: instant(at + plan.lagSeconds),
    data: {
      deployment: id,
      service,
      environment,
      version: name,
      commit,
      repository,
      ...(before ? { previousCommit: before.commit } : {}),
      outcome: 'succeeded',
      ...(reasons.length > 0 ? { kind: 'hotfix' } : {}),
      labels: [`dated-by:${datedBy}`, ...reasons.map((reason) => `reason:${reason}`.slice(0, MOST_TEXT))],
    },
  }
}

/** The subject, and of the body only the lines that tell which commit this one takes back or was picked from. */
function messageOf(subject: string, body: string): string {
  const told = body.match(TELLING) ?? []
  return [subject.slice(0, MOST_TEXT), ...(told.length > 0 ? ['', ...told.slice(0, MOST_TOLD)] : [])].join('\n')
}

/** One tag can release several services of a mono-repo, or one service to several environments. */
function scopeSuffix({ checkout, service, environment }: EventsPlan): string {
  const suffix = [service === defaultService(checkout) ? '' : service, environment === 'production' ? '' : environment]
  return suffix.some(Boolean) ? `:${suffix.join(':')}` : ''
}

/** The last part of the repository's name. */
export function defaultService({ repository }: Checkout): string {
  return repository.split('/').at(-1) ?? repository
}

function sourceOf(repository: string): string {
  return `git:${repository}`
}

/** Commits can bear any date; those outside of what an event may say become the nearest it may. */
function instant(seconds: number): string {
  const kept = Number.isFinite(seconds) ? Math.min(Math.max(seconds, 0), LATEST_SECONDS) : 0
  return new Date(kept * 1000).toISOString()
}

/** A text that was cut may end in half of a character pair. */
function storable(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD')
}
