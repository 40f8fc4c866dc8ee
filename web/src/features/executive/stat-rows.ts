import type { MetricKey, Unit } from '../../generated/graphql.js'
import { formatCount, formatRatio, formatValue } from '../../lib/formats.js'

interface DescribedStat {
  name: string
  title: string
  unit: Unit
}

interface Stat {
  name: string
  value?: number | null
}

export interface StatRow {
  name: string
  title: string
  text: string
}

const unknown = 'unknown'
const headlines: Record<MetricKey, readonly string[]> = {
  deployment_frequency: ['perDay', 'human', 'automatic'],
  change_lead_time: ['p75', 'p90', 'p95'],
  change_failure_rate: ['failed', 'byRollback', 'byIncident'],
  failed_deployment_recovery_time: ['mean', 'p90', 'open'],
  deployment_rework_rate: ['hotfixes'],
  time_to_mitigate: ['median', 'p90', 'open'],
  time_to_rollback: ['p95', 'automatedMedian', 'manualMedian'],
  release_incidents: ['cost', 'customers', 'per100Deployments'],
  approval_lead_time: ['p95', 'queue', 'queueOldest'],
  sli_validation_pass_rate: ['firstTry', 'validatedOfReleased', 'neverSeen'],
  provenance_completeness: ['meanShareOfFields', 'withoutDigest'],
  post_deploy_sli_change: ['regressedShare', 'p90', 'latencyP95'],
  slo_attainment: ['budgetLeft', 'burn', 'objectives'],
}

/** The numbers beside a measure's value: those that are always in sight, and the rest. */
export function splitStats(key: MetricKey, described: readonly DescribedStat[], stats: readonly Stat[]) {
  const rows = statRows(described, stats)
  return {
    inSight: headlines[key].flatMap((name) => rows.find((row) => row.name === name) ?? []),
    rest: rows.filter(({ name }) => !headlines[key].includes(name)),
  }
}

/** One row for all states of a field, for all currencies, and for a stage with the share of records of which it is known. */
export function statRows(described: readonly DescribedStat[], stats: readonly Stat[]): StatRow[] {
  const isKnownShare = ({ name }: DescribedStat) => described.some((other) => name === `${other.name}Known`)
  const shown = described.filter((stat) => !isKnownShare(stat))
  const names = [...new Set(shown.map(fieldOf))]
  return names.flatMap((name) => {
    const parts = shown.filter((stat) => fieldOf(stat) === name)
    const [first] = parts
    if (!first) return []
    if (first.name === `${name}.*`) return { name, title: first.title, text: sumsByCurrency(`${name}.`, stats) }
    if (first.name === name) return { name, title: first.title, text: textOf(first, stats) + knownText(name, stats) }
    return { name, title: titleParts(first).field, text: parts.map((part) => `${textOf(part, stats)} ${titleParts(part).state}`).join(', ') }
  })
}

function fieldOf({ name }: DescribedStat): string {
  return name.split('.')[0] ?? name
}

/** The title of a state of a field, such as `commit: verified`. */
function titleParts({ title }: DescribedStat): { field: string; state: string } {
  const [field = title, state = ''] = title.split(': ')
  return { field, state }
}

function textOf({ name, unit }: DescribedStat, stats: readonly Stat[]): string {
  const value = valueOf(name, stats)
  return value === null ? unknown : formatValue(value, unit)
}

function knownText(name: string, stats: readonly Stat[]): string {
  const known = valueOf(`${name}Known`, stats)
  return known === null || valueOf(name, stats) === null ? '' : `, known for ${formatRatio(known)}`
}

/** Sums of several currencies stand beside each other and are never added up. */
function sumsByCurrency(prefix: string, stats: readonly Stat[]): string {
  const sums = stats.flatMap(({ name, value }) => {
    if (!name.startsWith(prefix) || value === null || value === undefined) return []
    const currency = name.slice(prefix.length)
    return currency === unknown ? `${formatCount(value)} of no known currency` : `${currency}\u00a0${formatCount(value)}`
  })
  return sums.join(' · ') || unknown
}

function valueOf(name: string, stats: readonly Stat[]): number | null {
  return stats.find((stat) => stat.name === name)?.value ?? null
}
