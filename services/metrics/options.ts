import type { MetricOptions } from './measure.js'
import { MetricError } from './metric-error.js'

export const PROFILES: Readonly<Record<string, MetricOptions>> = {
  default: { profile: 'default', leadTimeClock: 'committed', firstDeployment: 'exclude', minConfidence: 0.5 },
}

export type OptionsInput = { [K in keyof MetricOptions]?: MetricOptions[K] | null }

/** The options of a profile with those given set over them. */
export function resolveOptions(input: OptionsInput | null | undefined): MetricOptions {
  const name = input?.profile ?? 'default'
  const profile = Object.hasOwn(PROFILES, name) ? PROFILES[name] : undefined
  if (!profile) throw new MetricError('UNKNOWN_PROFILE', `There is no profile ${name}; there are ${Object.keys(PROFILES).join(', ')}.`)
  const given = Object.entries(input ?? {}).filter(([, value]) => value !== null && value !== undefined)
  return { ...profile, ...Object.fromEntries(given) }
}
