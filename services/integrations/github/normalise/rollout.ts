import { clip, isSha } from '../../fields.js'
import type { Account, Repository } from '../payload.js'
import type { GithubSettings } from '../settings.js'

export type Trigger = 'human' | 'automatic' | 'schedule'

/** The service a repository stands for: as set on the connection, else the repository's name. */
export function serviceOf({ fullName, name }: Repository, settings: GithubSettings): string {
  return settings.services.get(fullName.toLowerCase()) ?? name
}

/** A tag that reads as a version names the version; a branch moves, so there the commit does. */
export function versionOf(ref: string | undefined, sha: string): string {
  const tag = ref?.replace(/^refs\/tags\//, '')
  if (tag === undefined || isSha(tag)) return sha
  const isTag = ref !== tag || readsAsVersion(tag)
  return isTag && tag.trim() !== '' ? clip(tag, 512) : sha
}

/** Who set it off. A workflow knows best; without one it is the kind of account. */
export function triggerOf(event: string | undefined, actor: Account | undefined): Trigger | undefined {
  if (event === 'schedule') return 'schedule'
  if (event !== undefined && event !== 'workflow_dispatch') return 'automatic'
  if (actor === undefined) return undefined
  return actor.isBot ? 'automatic' : 'human'
}

/** 1.2, v1.2.3-rc.1, payments-v1.2.3, payments@1.2.3; not release-1.2 or release/1.2.3, which are branches. */
function readsAsVersion(tag: string): boolean {
  return /^v?\d+\.\d+[\w.+-]*$/.test(tag) || /^[^/]*[-@]v?\d+\.\d+\.\d+[\w.+-]*$/.test(tag)
}
