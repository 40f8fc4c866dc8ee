import type { Edition } from '../../metrics/benchmarks/clusters.js'
import type { Comparison } from '../../metrics/compare-profiles.js'
import type { MeasureDefinition } from '../../metrics/measure.js'
import type { MetricOptions } from '../../metrics/options.js'
import type { AnalyticsStore } from '../../store/analytics/analytics-store.js'
import { choiceNode, definitionNode, ValueNode } from '../metrics/metric-node.js'

type Valued = Comparison['values'][number]

/** The definition stands with the options of the workspace, each value with those of its profile. */
export function comparisonNode(analytics: AnalyticsStore, { definition, values }: Comparison, workspace: MetricOptions) {
  return {
    key: definition.key,
    definition: definitionNode(definition, workspace),
    values: values.map((value) => profileValueNode(analytics, definition, value)),
  }
}

export function profileValueNode(analytics: AnalyticsStore, definition: MeasureDefinition, { side, value }: Valued) {
  return { profile: side.name, definition: definitionNode(definition, side.options), value: new ValueNode(analytics, value) }
}

/** The options that a measure names and that are not the same on both sides. */
export function optionDifferences(definition: MeasureDefinition, left: MetricOptions, right: MetricOptions) {
  return definition.options
    .map((name) => {
      const { value, ...option } = choiceNode(name, left[name])
      return { ...option, left: value, right: choiceNode(name, right[name]).value }
    })
    .filter((option) => option.left !== option.right)
}

export function editionNode({ edition, clusters, source }: Edition) {
  return {
    edition,
    source,
    clusters: clusters.map(({ name, bands }) => ({
      name,
      bands: Object.entries(bands).map(([key, { text, low, high }]) => ({ key, text, low, high: Number.isFinite(high) ? high : null })),
    })),
  }
}
