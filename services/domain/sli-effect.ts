import { groupBy } from './fold.js'
import type { Instant } from './instant.js'

/** What telemetry says of one indicator in the minutes after a rollout, once they are over. */
export type SliEffect = {
  service: string
  environment: string
  deployment: string
  sli: string
  afterFrom: Instant
  afterTo: Instant
  /** It became worse than chance and season explain. */
  regressed: boolean
  /** Whether every objective was met, or without one, whether it did not regress; null where neither can be known. */
  passed: boolean | null
}

/** By the rollout they follow. */
export type SliEffects = ReadonlyMap<string, readonly SliEffect[]>

type Place = { service: string; environment: string; id: string }

export const NO_EFFECTS: SliEffects = new Map()

export function effectsByRollout(effects: readonly SliEffect[]): SliEffects {
  return groupBy(effects, ({ service, environment, deployment }) => rolloutKey({ service, environment, id: deployment }))
}

export function effectsOn(effects: SliEffects, place: Place): readonly SliEffect[] {
  return effects.get(rolloutKey(place)) ?? []
}

function rolloutKey({ service, environment, id }: Place): string {
  return `${service}\n${environment}\n${id}`
}

/** The indicator that regressed after a rollout in the minutes of an instant, or null. */
export function regressionAt(effects: SliEffects, place: Place, at: Instant): string | null {
  const found = effectsOn(effects, place).find(({ regressed, afterFrom, afterTo }) => regressed && afterFrom <= at && at <= afterTo)
  return found?.sli ?? null
}
