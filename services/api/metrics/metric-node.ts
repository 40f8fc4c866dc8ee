import { level } from '../../metrics/benchmarks/benchmarks.js'
import { readEvidence, type EvidenceState } from '../../metrics/evidence.js'
import type { MeasureDefinition } from '../../metrics/measure.js'
import { OPTION_DESCRIPTIONS } from '../../metrics/option-descriptions.js'
import type { Choices, MetricOptions } from '../../metrics/options.js'
import type { Profile } from '../../metrics/profiles.js'
import type { MetricGroup, MetricResult, MetricValue } from '../../metrics/run-metrics.js'
import type { AnalyticsStore } from '../../store/analytics/analytics-store.js'
import type { PageArguments } from '../../store/analytics/page.js'

type EvidenceArguments = PageArguments & { state?: EvidenceState | null }

/** Results as GraphQL shows them: enums in upper case, maps as lists, levels and evidence read when asked for. */
export function resultNode(analytics: AnalyticsStore, result: MetricResult) {
  return {
    key: result.definition.key,
    definition: definitionNode(result.definition, result.options),
    groups: result.groups.map((group) => groupNode(analytics, group)),
  }
}

export function definitionNode(definition: MeasureDefinition, options: MetricOptions) {
  return { ...definition, options: definition.options.map((name) => choiceNode(name, options[name])) }
}

export function profileNode({ choices, ...profile }: Profile) {
  return { ...profile, choices: Object.entries(choices).map(([name, value]) => choiceNode(name as keyof Choices, value)) }
}

export function choiceNode(name: keyof Choices, value: Choices[keyof Choices]) {
  const shown = value === Infinity ? 'none' : Array.isArray(value) ? value.join(', ') : String(value)
  return { name, description: OPTION_DESCRIPTIONS[name], value: shown }
}

function groupNode(analytics: AnalyticsStore, group: MetricGroup) {
  return {
    dimensions: group.dimensions,
    total: valueNode(analytics, group.total),
    previous: group.previous && valueNode(analytics, group.previous),
    series: group.series.map((bucket) => ({
      from: bucket.from.toISOString(),
      to: bucket.to.toISOString(),
      partial: bucket.partial,
      immature: bucket.immature,
      value: valueNode(analytics, bucket.value),
    })),
  }
}

export function valueNode(analytics: AnalyticsStore, value: MetricValue) {
  const { definition } = value
  return {
    value: value.value,
    unit: definition.unit,
    n: value.n,
    low: value.interval?.low ?? null,
    high: value.interval?.high ?? null,
    coverage: value.coverage,
    excluded: value.excluded,
    stats: Object.entries(value.stats).map(([name, stat]) => ({ name, value: stat })),
    level: ({ edition }: { edition?: string | null }) => level(definition.key, value.stats.perDay ?? value.value, edition ?? undefined),
    evidence: ({ state, ...page }: EvidenceArguments) => readEvidence(analytics, value.evidence, state ?? 'COUNTED', page),
  }
}
