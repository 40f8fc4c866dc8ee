import type { Commit } from './commits.js'
import type { Release } from './releases.js'

type Version = { prefix: string; major: number; minor: number; patch: number }

const REVERT = /\bThis reverts commit ([0-9a-f]{7,64})\b/g
const SHORTEST_SHA = 7
/** A first number like this is a year, and the third a day, not a patch. */
const FIRST_YEAR = 1990
const HOUR_SECONDS = 3600

/** Why a release is taken as the patch of the one before it, which it follows within the window; null when it is not. */
export function patchReason(release: Release, before: Release | undefined, windowHours: number): string | null {
  const [version, earlier] = [versionOf(release.name), before && versionOf(before.name)]
  if (!before || !version || !earlier || !isPatchOf(version, earlier)) return null
  const seconds = release.at - before.at
  if (seconds < 0 || seconds > windowHours * HOUR_SECONDS) return null
  return `patch release ${inHours(seconds)} after ${before.name}`
}

function isPatchOf(version: Version, earlier: Version): boolean {
  return (
    version.prefix === earlier.prefix &&
    version.major === earlier.major &&
    version.minor === earlier.minor &&
    version.patch > earlier.patch &&
    version.major < FIRST_YEAR
  )
}

function versionOf(name: string): Version | null {
  const [, prefix, major, minor, patch] = /^(.*?)(\d+)\.(\d+)\.(\d+)(?:\+.*)?$/.exec(name) ?? []
  return prefix === undefined ? null : { prefix, major: Number(major), minor: Number(minor), patch: Number(patch) }
}

function inHours(seconds: number): string {
  return seconds < HOUR_SECONDS ? 'less than an hour' : `${Math.floor(seconds / HOUR_SECONDS)} h`
}

/**
 * Finds reverts of what an earlier release had, from commits told one by one, children before their parents. It remembers only
 * the commits whose children were told and that were not told themselves, and the reverts whose target is still to come.
 */
export function watchReverts(releases: readonly Release[]): { tell(commit: Commit): void; reasons(release: number): string[] } {
  /** The earliest release that contains a commit: its index. */
  const firstRelease = new Map<string, number>()
  const awaited = new Map<string, { target: string; by: string; release: number }[]>()
  const found = new Map<number, string[]>()
  for (const [index, { commit }] of releases.entries()) keepLeast(firstRelease, commit, index)

  function tell(commit: Commit): void {
    const release = firstRelease.get(commit.sha) ?? 0
    firstRelease.delete(commit.sha)
    for (const parent of commit.parents) keepLeast(firstRelease, parent, release)
    const targets = [...commit.body.matchAll(REVERT)].map(([, target = '']) => target)
    settle(commit.sha, release, targets.length > 0)
    for (const target of targets) append(awaited, target.slice(0, SHORTEST_SHA), { target, by: commit.sha, release })
  }

  /** The revert of a revert brings a change back, which remedies nothing. */
  function settle(sha: string, release: number, isRevert: boolean): void {
    const key = sha.slice(0, SHORTEST_SHA)
    const waiting = awaited.get(key)
    if (!waiting) return
    for (const revert of waiting.filter(({ target }) => sha.startsWith(target))) {
      if (isRevert || release >= revert.release) continue
      append(found, revert.release, `${short(revert.by)} reverts ${short(sha)}, released in ${releases[release]?.name}`)
    }
    const rest = waiting.filter(({ target }) => !sha.startsWith(target))
    if (rest.length > 0) awaited.set(key, rest)
    else awaited.delete(key)
  }

  return { tell, reasons: (release) => found.get(release) ?? [] }
}

function keepLeast(map: Map<string, number>, key: string, value: number): void {
  map.set(key, Math.min(map.get(key) ?? value, value))
}

function append<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

function short(sha: string): string {
  return sha.slice(0, 12)
}
