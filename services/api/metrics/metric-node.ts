import { level } from '../../metrics/benchmarks/benchmarks.js'
import { readEvidence, type EvidenceState } from '../../metrics/evidence.js'
import type { MeasureDefinition } from '../../metrics/measure.js'
import { OPTION_DESCRIPTIONS } from '../../metrics/option-descriptions.js'
import type { Choices, MetricOptions } from '../../metrics/options.js'
import type { Profile } from '../../metrics/profiles.js'
import type { MetricGroup, MetricResult, MetricValue } from '../../metrics/run-metrics.js'
import { targetsInForce } from '../../metrics/targets.js'
import { ownTurn } from '../../metrics/turns.js'
import type { AnalyticsStore } from '../../store/analytics/analytics-store.js'
import type { PageArguments } from '../../store/analytics/page.js'

export type EvidenceArguments = PageArguments & { state?: EvidenceState | null }

/** Results as GraphQL shows them: enums in upper case, maps as lists, levels and evidence read when asked for. */
export function resultNode(analytics: AnalyticsStore, result: MetricResult) {
  return {
    key: result.definition.key,
    definition: definitionNode(result.definition, result.options),
    groups: result.groups.map((group) => groupNode(analytics, group)),
  }
}

export function definitionNode(definition: MeasureDefinition, options: MetricOptions) {
  return {
    ...definition,
    options: definition.options.map((name) => choiceNode(name, options[name])),
    targets: targetsInForce(definition, options),
    ownTargets: definition.targets,
  }
}

export function profileNode({ choices, ...profile }: Profile) {
  return { ...profile, choices: Object.entries(choices).map(([name, value]) => choiceNode(name as keyof Choices, value)) }
}

export function choiceNode(name: keyof Choices, value: Choices[keyof Choices]) {
  const shown = value === Infinity ? 'none' : Array.isArray(value) ? value.join(', ') : String(value)
  return { name, description: OPTION_DESCRIPTIONS[name], value: shown }
}

export type GroupNode = ReturnType<typeof groupNode>

function groupNode(analytics: AnalyticsStore, { dimensions, total, previous, series }: MetricGroup) {
  return {
    dimensions,
    total: new ValueNode(analytics, total),
    previous: previous && new ValueNode(analytics, previous),
    series: async () => {
      await ownTurn()
      return series.map(({ from, to, partial, immature, value }) => ({ from, to, partial, immature, value: new ValueNode(analytics, value) }))
    },
  }
}

/** A value by its fields, each made when it is asked for: one answer has thousands of values. */
export class ValueNode {
  constructor(
    private readonly analytics: AnalyticsStore,
    private readonly measured: MetricValue,
  ) {}

  get value() {
    return this.measured.value
  }
  get unit() {
    return this.measured.definition.unit
  }
  get n() {
    return this.measured.n
  }
  get low() {
    return this.measured.interval?.low ?? null
  }
  get high() {
    return this.measured.interval?.high ?? null
  }
  get coverage() {
    return this.measured.coverage
  }
  get excluded() {
    return this.measured.excluded
  }
  get stats() {
    return Object.entries(this.measured.stats).map(([name, value]) => ({ name, value }))
  }

  level(edition?: string | null) {
    const { definition, stats, value } = this.measured
    return level(definition.key, stats.perDay ?? value, edition ?? undefined)
  }
  evidence({ state, ...page }: EvidenceArguments) {
    return readEvidence(this.analytics, this.measured.evidence, state ?? 'COUNTED', page)
  }
}
