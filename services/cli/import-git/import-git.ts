import { openCheckout } from './checkout.js'
import { defaultService, gitEvents, type EventsPlan } from './git-events.js'
import { postEvents, type Posted, type PostOptions } from './post-events.js'
import { readHistory } from './releases.js'

export type ReadOptions = {
  /** Directory of a clone, bare or not. */
  path: string
  /** Default: the last part of the repository's name. */
  service?: string
  /** Which tags are releases, as a glob. Default: v*. */
  tags?: string
  /** Default: production. */
  environment?: string
  /** Takes every merge on the first parents of HEAD as a release, instead of tags. */
  each?: 'merge'
  /** Takes tags such as v1.2.0-rc.1 as releases too. */
  preReleases?: boolean
  /** Time between a tag and its deployment. Default: 0. */
  lagSeconds?: number
  /** Globs of a mono-repo that belong to the service. */
  paths?: readonly string[]
  /** A patch release this soon after the release before it is a hotfix. Default: 48. */
  hotfixWindowHours?: number
}

export type ImportOptions = ReadOptions & Omit<PostOptions, 'onProgress'> & { onProgress?: (progress: { sent: number; total: number }) => void }

export type Imported = Posted & {
  releases: number
  changes: number
  service: string
  repository: string
  /** How many releases were dated by the clock of an annotated tag, and how many by that of the commit. */
  datedBy: { tagger: number; committer: number }
}

export type GitImport = EventsPlan & { changes: number }

/** Reads which releases a repository has; `gitEvents` gives its events. Throws a CliError that says what to do. */
export async function readGit(options: ReadOptions): Promise<GitImport> {
  const checkout = await openCheckout(options.path)
  const { releases, commits } = await readHistory(checkout, {
    tags: options.tags ?? 'v*',
    each: options.each,
    preReleases: options.preReleases ?? false,
  })
  return {
    checkout,
    releases,
    changes: commits,
    service: options.service ?? defaultService(checkout),
    environment: options.environment ?? 'production',
    paths: options.paths ?? [],
    hotfixWindowHours: options.hotfixWindowHours ?? 48,
    lagSeconds: options.lagSeconds ?? 0,
  }
}

/** Imports the releases and changes of a git repository; doing so again records nothing twice. */
export async function importGit(options: ImportOptions): Promise<Imported> {
  const read = await readGit(options)
  const { releases, changes, service, checkout } = read
  const total = 1 + changes + releases.length
  const posted = await postEvents(gitEvents(read), { ...options, onProgress: (sent) => options.onProgress?.({ sent, total }) })
  const byTagger = releases.filter(({ datedBy }) => datedBy === 'tagger').length
  return {
    ...posted,
    releases: releases.length,
    changes,
    service,
    repository: checkout.repository,
    datedBy: { tagger: byTagger, committer: releases.length - byTagger },
  }
}
