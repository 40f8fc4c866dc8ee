import { between, poisson, randomFor } from '../random.js'
import type { ServiceProfile } from './catalogue.js'
import { unrelatedIncident } from './incident-story.js'
import { itemOf, type Item } from './item.js'
import { releaseStory } from './release-story.js'
import { DAY_MS, HOUR_MS, MINUTE_MS, momentOfDay, releasesOn } from './rhythm.js'
import { rolloutItems } from './rollout.js'
import { newStory, repositoryUrl, type StoryState } from './story-state.js'

const UNRELATED_PER_DAY = 0.2 / 30
/** Between the end of one rollout and the start of the next. */
const BREATH_MS = 45 * MINUTE_MS

/** The history of one service, story by story; the items of a story are in time order. Times are milliseconds since 1970. */
export function* serviceHistory(profile: ServiceProfile, seed: number, start: number, end: number): Generator<Item[]> {
  const state = newStory(profile, randomFor(seed, profile.name), start)
  yield [declaration(profile, start)]
  for (let day = start; day < end; day += DAY_MS) {
    for (const at of momentsOf(state, day)) {
      if (at > state.busyUntil + BREATH_MS) yield inTimeOrder(releaseStory(state, at))
    }
    if (isMaintenanceDay(day)) yield* maintenance(state, day + 5 * HOUR_MS)
    if (state.random() < UNRELATED_PER_DAY) yield inTimeOrder(unrelatedIncident(state, day + between(state.random, 0, 23 * 60) * MINUTE_MS))
  }
}

function declaration(profile: ServiceProfile, at: number): Item {
  return itemOf(`declare-${profile.name}`, 'catalogue', 'service.declared', at, {
    service: profile.name,
    team: profile.team,
    tier: profile.tier,
    repository: repositoryUrl(profile),
    ...(profile.paths.length > 0 ? { paths: profile.paths } : {}),
    dependsOn: profile.dependsOn,
    runbookUrl: `https://runbooks.example.com/${profile.name}`,
    owner: `${profile.team}@example.invalid`,
  })
}

function momentsOf(state: StoryState, day: number): number[] {
  const count = poisson(state.random, releasesOn(day, state.profile.releasesPerWeek))
  return Array.from({ length: count }, () => day + momentOfDay(state.random)).sort((a, b) => a - b)
}

/** Every first Tuesday of a month what runs is rolled out again as it is, for fresh machines. */
function isMaintenanceDay(day: number): boolean {
  const date = new Date(day)
  return date.getUTCDay() === 2 && date.getUTCDate() <= 7
}

function* maintenance(state: StoryState, at: number): Generator<Item[]> {
  const { running, profile } = state
  if (running === null || !state.isHealthy || profile.tier === '3' || at < state.busyUntil + BREATH_MS) return
  state.busyUntil = at + 10 * MINUTE_MS
  const pending = state.pending
  state.pending = []
  const rollout = {
    build: running,
    environment: 'production',
    outcome: 'succeeded',
    from: at,
    to: state.busyUntil,
    isCounted: false,
    trigger: 'schedule',
  } as const
  yield inTimeOrder(rolloutItems(state, rollout).items)
  state.pending = pending
}

function inTimeOrder(items: Item[]): Item[] {
  return items.sort((a, b) => a.at - b.at)
}
