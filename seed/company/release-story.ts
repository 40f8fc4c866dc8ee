import { between, chance, lognormal, type Random } from '../random.js'
import { buildItems, commitChanges, commitItems, nextBuild } from './commits.js'
import { harmfulReleaseStory } from './incident-story.js'
import { itemOf, type Item } from './item.js'
import { HOUR_MS, isFridayAfternoon, MINUTE_MS } from './rhythm.js'
import { rolloutItems } from './rollout.js'
import { person, sourceOf, type Build, type StoryState } from './story-state.js'

type Fate = 'succeeded' | 'harmful' | 'failed' | 'rolled_back' | 'cancelled' | 'superseded' | 'skipped'

/** One release from its commits to the end of what it set off; its production rollout starts at `at`. */
export function releaseStory(state: StoryState, at: number): Item[] {
  const { random } = state
  const count = 1 + Math.min(11, Math.floor(lognormal(random, 1.6, 0.8)))
  const preparation = Math.min(lognormal(random, 1.5 * HOUR_MS, 0.9), (at - state.head.at) * 0.8)
  const committedAt = at - preparation
  const commits = commitChanges(state, count, committedAt)
  const build = nextBuild(state, 'minor')
  const items = [
    ...commitItems(state, commits),
    ...buildItems(state, build, committedAt + 0.03 * preparation, committedAt + 0.2 * preparation),
    ...stagingItems(state, build, committedAt + 0.25 * preparation, committedAt + 0.35 * preparation),
    ...approvalItems(state, build, committedAt + 0.4 * preparation, committedAt + 0.95 * preparation),
  ]
  const fate = fateOf(state, count, at)
  return [...items, ...productionItems(state, build, fate, at)]
}

function stagingItems(state: StoryState, build: Build, from: number, to: number): Item[] {
  return rolloutItems(state, { build, environment: 'staging', outcome: 'succeeded', from, to, isCounted: false, trigger: 'automatic' }).items
}

function approvalItems(state: StoryState, build: Build, from: number, to: number): Item[] {
  const { profile, random } = state
  if (!profile.needsApproval) return []
  const approval = `approval-${profile.name}-${build.version}`
  const asked = { approval, service: profile.name, environment: 'production', version: build.version, artifactDigest: build.digest }
  const automated = chance(random, 0.25)
  return [
    itemOf(`${approval}-requested`, sourceOf(state), 'approval.requested', from, {
      ...asked,
      risk: chance(random, 0.2) ? 'high' : 'normal',
      group: `${profile.team}-approvers`,
      requestedBy: person(state),
    }),
    itemOf(`${approval}-decided`, sourceOf(state), 'approval.decided', automated ? from + 1000 : to, {
      ...asked,
      decision: 'granted',
      by: automated ? 'low-risk rule' : person(state),
      automated,
    }),
    itemOf(`promote-${build.digest.slice(7, 19)}`, sourceOf(state), 'artifact.promoted', to, {
      digest: build.digest,
      from: 'staging',
      to: 'production',
      by: 'pipeline',
    }),
  ]
}

function fateOf({ profile, random, running }: StoryState, changes: number, at: number): Fate {
  if (running === null) return 'succeeded'
  const risk = profile.risk * (isFridayAfternoon(at) ? 1.8 : 1) * (changes >= 5 ? 1.6 : 1)
  const draw = drawer(random)
  if (draw(risk * 0.6)) return 'harmful'
  if (draw(risk * 0.3)) return 'failed'
  if (profile.onGithub) return 'succeeded'
  if (profile.strategy === 'canary' && draw(risk * 0.4)) return 'rolled_back'
  if (draw(0.012)) return 'cancelled'
  if (draw(0.008)) return 'superseded'
  return draw(0.006) ? 'skipped' : 'succeeded'
}

/** Draws once, and tells for one share after the other whether the draw fell into it. */
function drawer(random: Random): (share: number) => boolean {
  let left = random()
  return (share) => (left -= share) < 0
}

function productionItems(state: StoryState, build: Build, fate: Fate, from: number): Item[] {
  const { random } = state
  const outcome = fate === 'harmful' ? 'succeeded' : fate
  const length = Math.min(lognormal(random, 11 * MINUTE_MS, 0.6), 2 * HOUR_MS)
  const to = from + (outcome === 'skipped' ? 30_000 : length)
  const { id, items } = rolloutItems(state, { build, environment: 'production', outcome, from, to, isCounted: outcome === 'succeeded' })
  state.busyUntil = to
  const before = state.running
  if (outcome === 'succeeded') Object.assign(state, { running: build, isHealthy: true, pending: [] })
  if (outcome === 'rolled_back') items.push(abortItem(state, id, from + 0.7 * (to - from)))
  if (outcome === 'failed') items.push(...recoveryItems(state, before, to))
  if (fate === 'harmful' && before) items.push(...harmfulReleaseStory(state, { id, build, before, finishedAt: to }))
  return items
}

function abortItem(state: StoryState, deployment: string, at: number): Item {
  const data = {
    service: state.profile.name,
    environment: 'production',
    deployment,
    automated: true,
    reason: 'The canary returned more errors than the baseline',
  }
  return itemOf(`${deployment}-abort`, sourceOf(state), 'rollback.decided', at, data)
}

/** Most failed rollouts are undone at once; the others wait for the next release. */
function recoveryItems(state: StoryState, before: Build | null, failedAt: number): Item[] {
  state.isHealthy = false
  if (before === null || chance(state.random, 0.4)) return []
  const from = failedAt + between(state.random, 3, 12) * MINUTE_MS
  const to = from + between(state.random, 3, 9) * MINUTE_MS
  state.busyUntil = to
  state.isHealthy = true
  return rolloutItems(state, {
    build: before,
    environment: 'production',
    outcome: 'succeeded',
    from,
    to,
    kind: 'rollback',
    isCounted: false,
    trigger: 'human',
  }).items
}
