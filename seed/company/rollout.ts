import { between, chance } from '../random.js'
import { changeData } from './commits.js'
import { itemOf, type Item } from './item.js'
import { person, repositoryUrl, sourceOf, type Build, type StoryState } from './story-state.js'

export type Rollout = {
  build: Build
  environment: 'staging' | 'production'
  outcome: string
  from: number
  to: number
  kind?: 'rollback' | 'hotfix'
  /** What the author of the story knows it to be. */
  isCounted: boolean
  trigger?: 'human' | 'automatic' | 'schedule'
}

const REGIONS = ['eu-west-1', 'us-east-1', 'ap-south-1']
const STAGES = [
  [0.15, 10],
  [0.5, 50],
  [0.8, 100],
] as const

/** Everything a rollout tells of itself, and its id. */
export function rolloutItems(state: StoryState, rollout: Rollout): { id: string; items: Item[] } {
  const { profile } = state
  state.counters.run += 1
  const id = `${profile.name}-run-${state.counters.run}`
  const base = { deployment: id, service: profile.name, environment: rollout.environment, version: rollout.build.version }
  const isProduction = rollout.environment === 'production'
  const full = { ...base, ...startData(state, rollout) }
  const end = { ...base, outcome: rollout.outcome }
  if (isProduction && profile.strategy === 'regions') return { id, items: regionItems(state, rollout, id, full, end) }
  const items = [itemOf(`${id}-started`, sourceOf(state), 'deployment.started', rollout.from, full)]
  if (isProduction && profile.strategy === 'canary') items.push(...stageItems(state, rollout, id, base))
  items.push({ ...itemOf(`${id}-finished`, sourceOf(state), 'deployment.finished', rollout.to, end), isCounted: rollout.isCounted })
  if (isProduction && profile.isSeenTwice && rollout.outcome === 'succeeded') items.push(...twinItems(rollout, id, base))
  return { id, items }
}

function startData(state: StoryState, { build, environment, kind, trigger, outcome }: Rollout): Record<string, unknown> {
  const { profile, random, pending } = state
  const isHuman = trigger === 'human' || (trigger === undefined && chance(random, profile.tier === '1' ? 0.5 : 0.2))
  const listsChanges = profile.declaresChanges && environment === 'production' && kind !== 'rollback' && pending.length > 0
  return {
    commit: build.commit,
    repository: repositoryUrl(profile),
    artifactDigest: build.digest,
    ...(kind ? { kind } : {}),
    trigger: trigger ?? (isHuman ? 'human' : 'automatic'),
    ...(isHuman ? { actor: person(state) } : {}),
    strategy: profile.strategy,
    url: `https://ci.example.com/${profile.name}/runs/${state.counters.run}`,
    ...(listsChanges && outcome !== 'skipped' ? { changes: pending.map(changeData) } : {}),
  }
}

function regionItems(state: StoryState, rollout: Rollout, id: string, full: Record<string, unknown>, end: Record<string, unknown>): Item[] {
  const part = (rollout.to - rollout.from) / REGIONS.length
  return REGIONS.flatMap((region, index) => [
    itemOf(`${id}-started-${region}`, sourceOf(state), 'deployment.started', rollout.from + index * part, { ...full, region }),
    {
      ...itemOf(`${id}-finished-${region}`, sourceOf(state), 'deployment.finished', rollout.from + (index + 1) * part, { ...end, region }),
      isCounted: rollout.isCounted && index === REGIONS.length - 1,
    },
  ])
}

function stageItems(state: StoryState, { from, to, outcome }: Rollout, id: string, base: Record<string, unknown>): Item[] {
  if (outcome === 'skipped' || outcome === 'cancelled') return []
  const reached = outcome === 'succeeded' ? STAGES : STAGES.slice(0, between(state.random, 1, 2))
  return reached.map(([share, trafficPercent], index) =>
    itemOf(`${id}-stage-${index + 1}`, sourceOf(state), 'deployment.progressed', from + share * (to - from), {
      ...base,
      stage: { name: `${trafficPercent} %`, index: index + 1, trafficPercent, status: 'passed' },
    }),
  )
}

/** The agent in the cluster sees the rollout a little later than the pipeline, under a name of its own. */
function twinItems({ from, to }: Rollout, id: string, base: Record<string, unknown>): Item[] {
  const twin = { ...base, deployment: `sync-${id}` }
  const source = 'argocd/cluster-1'
  return [
    { ...itemOf(`sync-${id}-started`, source, 'deployment.started', from + 0.3 * (to - from), twin), isTwin: true },
    { ...itemOf(`sync-${id}-finished`, source, 'deployment.finished', to + 15_000, { ...twin, outcome: 'succeeded' }), isTwin: true },
  ]
}
