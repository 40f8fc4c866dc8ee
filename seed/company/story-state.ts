import type { Random } from '../random.js'
import { between, hexDigits } from '../random.js'
import type { ServiceProfile } from './catalogue.js'

export type Commit = {
  sha: string
  committedAt: number
  authoredAt: number
  author: string
  message: string
  parents: string[]
  files: string[]
  pullRequest: Record<string, unknown>
}
export type Build = { version: string; commit: string; digest: string }

/** Where a service's history has got to. */
export type StoryState = {
  profile: ServiceProfile
  random: Random
  version: [major: number, minor: number, patch: number]
  head: { sha: string; at: number }
  /** Committed and not yet in production. */
  pending: Commit[]
  running: Build | null
  /** Whether the latest rollout left production in order, so that it can be repeated as it is. */
  isHealthy: boolean
  busyUntil: number
  counters: { run: number; commit: number; pull: number; incident: number }
}

export function newStory(profile: ServiceProfile, random: Random, start: number): StoryState {
  return {
    profile,
    random,
    version: [1, between(random, 0, 30), 0],
    head: { sha: hexDigits(random, 40), at: start },
    pending: [],
    running: null,
    isHealthy: true,
    busyUntil: start,
    counters: { run: 100, commit: 0, pull: between(random, 1, 400), incident: 0 },
  }
}

export function person({ profile, random }: StoryState): string {
  return `author-${between(random, profile.people.first, profile.people.first + profile.people.size - 1)}@example.invalid`
}

export function sourceOf({ profile }: StoryState): string {
  return `ci/${profile.name}`
}

export function repositoryUrl(profile: ServiceProfile): string {
  return `https://${profile.onGithub ? 'github.com' : 'git.example.com'}/${profile.repository}`
}
