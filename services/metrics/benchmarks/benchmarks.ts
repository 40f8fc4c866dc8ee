import { MetricError } from '../metric-error.js'
import { clustersByEdition, type Band, type BenchmarkKey, type Cluster } from './clusters.js'

/** `name` lists every cluster that is equally near; `nearest` says so in a sentence. */
export type Level = { name: string; edition: string; nearest: string }

const DEFAULT_EDITION = '2024'
const LEAST_RATIO = 1e-9
const SAME = 1e-9
const KEYS: readonly BenchmarkKey[] = ['deployment_frequency', 'change_lead_time', 'change_failure_rate', 'failed_deployment_recovery_time']

/** The editions whose tables are known, oldest first. */
export const editions: readonly string[] = clustersByEdition.map(({ edition }) => edition)

/**
 * The cluster of an edition that lies nearest to a value: deployments per day for `deployment_frequency`, a ratio for
 * `change_failure_rate`, seconds otherwise. Null for a measure the report does not have, an edition without clusters, or no value.
 */
export function level(key: string, value: number | null, edition: string | null = DEFAULT_EDITION): Level | null {
  const found = clustersByEdition.find((candidate) => candidate.edition === (edition ?? DEFAULT_EDITION))
  if (!found) throw new MetricError('UNKNOWN_EDITION', `There is no edition ${edition}; there are ${editions.join(', ')}.`)
  const measure = KEYS.find((candidate) => candidate === key)
  if (!measure || value === null || found.clusters.length === 0) return null
  const nearest = nearestClusters(found.clusters, measure, value)
  const names = inWords(
    nearest.map(({ name }) => name),
    'or',
  )
  return { name: names, edition: found.edition, nearest: describe(nearest, measure) }
}

function nearestClusters(clusters: readonly Cluster[], key: BenchmarkKey, value: number): Cluster[] {
  const distances = clusters.map(({ bands }) => distance(bands[key], key, value))
  const least = Math.min(...distances)
  return clusters.filter((_, index) => (distances[index] ?? 0) - least < SAME)
}

/** How far a value is outside a band, 0 inside: as a difference for shares, as a ratio for durations and rates. */
function distance({ low, high }: Band, key: BenchmarkKey, value: number): number {
  if (key === 'change_failure_rate') return Math.max(0, low - value, value - high)
  if (isInside({ low, high }, key, value)) return 0
  const [from, at, to] = [low, value, high].map((each) => Math.log(Math.max(each, LEAST_RATIO))) as [number, number, number]
  // At the open end of a band the distance is 0, but the neighbour that has this end is nearer.
  return Math.max(from - at, at - to, 2 * SAME)
}

/** A duration belongs to the band it starts ("less than one day" ends before a day), a rate to the band it ends. */
function isInside({ low, high }: Pick<Band, 'low' | 'high'>, key: BenchmarkKey, value: number): boolean {
  return key === 'deployment_frequency' ? value > low && value <= high : value >= low && value < high
}

function describe(nearest: readonly Cluster[], key: BenchmarkKey): string {
  const texts = [...new Set(nearest.map(({ bands }) => bands[key].text))].join('; ')
  const names = nearest.map(({ name }) => name)
  if (names.length === 1) return `nearest to the ${names[0]} cluster: ${texts}`
  return `equally near to the ${inWords(names, 'and')} clusters: ${texts}`
}

function inWords(names: readonly string[], conjunction: string): string {
  return names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} ${conjunction} ${names.at(-1)}`
}
