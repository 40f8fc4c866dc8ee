import { stringify } from 'yaml'
import type { Indicator, MetricSelector, Objective, Slo } from '../slo.js'
import { writeDuration } from './durations.js'
import { writeSelector } from './selectors.js'

const apiVersion = 'openslo/v1'

/** OpenSLO v1 documents, which `readOpenSlo` reads as what they were. Indicators that come by events alone have no document. */
export function writeOpenSlo({ indicators, slos }: { indicators: readonly Indicator[]; slos: readonly Slo[] }): string {
  const documents = [...indicators.flatMap(indicatorDocument), ...slos.map(sloDocument)]
  return documents.map((document) => stringify(document, { lineWidth: 0 })).join('---\n')
}

function metadataOf({ name, displayName }: { name: string; displayName: string }) {
  return { name, ...(displayName === '' ? {} : { displayName }) }
}

function described(description: string) {
  return description === '' ? {} : { description }
}

function indicatorDocument(indicator: Indicator): object[] {
  const { measure, labels } = indicator
  const source = (selector: MetricSelector, more: object = {}) => {
    const places = Object.keys(labels).length > 0 ? { labels } : {}
    return { metricSource: { type: 'windsock', spec: { query: writeSelector(selector), ...places, ...more } } }
  }
  const spec = (metric: object) => [
    { apiVersion, kind: 'SLI', metadata: metadataOf(indicator), spec: { ...described(indicator.description), ...metric } },
  ]
  if (measure.kind === 'reported') return []
  if (measure.kind === 'gauge') return spec({ thresholdMetric: source(measure.value) })
  if (measure.kind === 'latency') return spec({ thresholdMetric: source(measure.histogram, { threshold: measure.threshold }) })
  const { good, bad, total } = measure
  return spec({ ratioMetric: { counter: true, ...(good ? { good: source(good) } : {}), ...(bad ? { bad: source(bad) } : {}), total: source(total) } })
}

function sloDocument(slo: Slo) {
  const { description, service, indicator, windowSeconds, budgetingMethod, objectives } = slo
  return {
    apiVersion,
    kind: 'SLO',
    metadata: metadataOf(slo),
    spec: {
      ...described(description),
      service,
      ...(indicator === null ? {} : { indicatorRef: indicator }),
      timeWindow: [{ duration: writeDuration(windowSeconds), isRolling: true }],
      budgetingMethod,
      objectives: objectives.map(objectiveOf),
    },
  }
}

function objectiveOf({ displayName, target, op, value, timeSliceTarget, timeSliceSeconds, indicator, compositeWeight }: Objective) {
  return {
    ...(displayName === '' ? {} : { displayName }),
    target,
    ...(op === null ? {} : { op, value }),
    ...(timeSliceTarget === null ? {} : { timeSliceTarget }),
    ...(timeSliceSeconds === null ? {} : { timeSliceWindow: writeDuration(timeSliceSeconds) }),
    ...(indicator === null ? {} : { indicatorRef: indicator }),
    ...(compositeWeight === null ? {} : { compositeWeight }),
  }
}
