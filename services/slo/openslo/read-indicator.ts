import { faultsOfIndicator, type Fault } from '../faults.js'
import type { Indicator, MetricSelector, Place } from '../slo.js'
import { inlineOf, namedOf, objectOf, textOf, type Given, type Json, type Path, type Reading } from './reading.js'
import { readSelector } from './selectors.js'

const PLACES: readonly Place[] = ['service', 'environment', 'version', 'cohort', 'region']
const SOURCES = ['windsock', 'otlp', 'opentelemetry', 'prometheus']

/** Metric sources are of type `prometheus`, `otlp` or `windsock`, and name one metric with labels. */
export function readIndicator(given: Given, reading: Reading): void {
  const { spec, path, complain } = given
  const { ratioMetric, thresholdMetric } = spec
  if ((ratioMetric === undefined) === (thresholdMetric === undefined)) return complain(path, 'an SLI has either ratioMetric or thresholdMetric')
  const measure =
    ratioMetric === undefined
      ? readThreshold(given, objectOf(thresholdMetric), [...path, 'thresholdMetric'])
      : readRatio(given, objectOf(ratioMetric), [...path, 'ratioMetric'])
  if (measure === null) return
  const indicator: Indicator = { ...namedOf(given), service: null, unit: '1', measure: measure.measure, labels: measure.labels }
  if (!told(given, faultsOfIndicator(indicator))) reading.objects.push({ kind: 'SLI', name: given.name, spec: indicator })
}

/** The name of the indicator that is referred to, or of one that stands in place; null for none. */
export function readIndicatorOf(given: Given, holder: Json, path: Path, nameless: string, reading: Reading): string | null {
  if (holder.indicator === undefined) return textOf(holder.indicatorRef) || null
  const inline = inlineOf(given, holder.indicator, [...path, 'indicator'], nameless)
  readIndicator(inline, reading)
  return inline.name
}

export function readDataSource(given: Given, reading: Reading): void {
  const { name, spec, path, complain } = given
  if (!isSource(spec.type)) return complain([...path, 'type'], `metrics come from ${SOURCES.join(', ')}, not ${String(spec.type)}`)
  if (spec.connectionDetails !== undefined) reading.notUsed.push(`connectionDetails of DataSource ${name}`)
  reading.objects.push({ kind: 'DataSource', name, spec: { ...namedOf(given), type: textOf(spec.type) } })
}

function isSource(type: unknown): boolean {
  return SOURCES.includes(textOf(type).toLowerCase())
}

type Read = { measure: Indicator['measure']; labels: Indicator['labels'] }

function readRatio(given: Given, ratio: Json, path: Path): Read | null {
  const source = (field: string) => (ratio[field] === undefined ? null : readSource(given, objectOf(ratio[field]), [...path, field]))
  if (ratio.raw !== undefined) {
    given.complain([...path, 'raw'], 'a raw ratio holds no counts to add up; give total, and good or bad')
    return null
  }
  const [good, bad, total] = [source('good'), source('bad'), source('total')]
  if (total === null) {
    if (ratio.total === undefined) given.complain(path, 'total is missing')
    return null
  }
  if ((ratio.good !== undefined && good === null) || (ratio.bad !== undefined && bad === null)) return null
  return { measure: { kind: 'ratio', good: good?.selector ?? null, bad: bad?.selector ?? null, total: total.selector }, labels: total.labels }
}

function readThreshold(given: Given, threshold: Json, path: Path): Read | null {
  const source = readSource(given, threshold, path)
  if (source === null) return null
  const { selector, labels, histogramThreshold } = source
  if (histogramThreshold !== null) return { measure: { kind: 'latency', histogram: selector, threshold: histogramThreshold }, labels }
  return { measure: { kind: 'gauge', value: selector }, labels }
}

type Source = { selector: MetricSelector; labels: Indicator['labels']; histogramThreshold: number | null }

function readSource(given: Given, holder: Json, path: Path): Source | null {
  const source = objectOf(holder.metricSource)
  const at = [...path, 'metricSource']
  const { query, labels, threshold } = objectOf(source.spec)
  if (source.metricSourceRef !== undefined) given.refer('DataSource', String(source.metricSourceRef), [...at, 'metricSourceRef'])
  if (source.type !== undefined && !isSource(source.type)) {
    given.complain([...at, 'type'], `metrics come from ${SOURCES.join(', ')}, not ${String(source.type)}`)
    return null
  }
  const selector = typeof query === 'string' ? readSelector(query) : null
  if (selector === null) {
    given.complain(
      [...at, 'spec'],
      'spec.query names one metric with labels, such as http_requests_total{code=~"5.."}; other expressions cannot be read',
    )
    return null
  }
  const named = PLACES.flatMap((place) => (typeof objectOf(labels)[place] === 'string' ? [[place, String(objectOf(labels)[place])] as const] : []))
  return { selector, labels: Object.fromEntries(named), histogramThreshold: typeof threshold === 'number' ? threshold : null }
}

/** Whether anything is wrong; each fault is told at its place, as far as the file has one of that name. */
export function told({ path, complain }: Given, faults: readonly Fault[]): boolean {
  for (const fault of faults) complain([...path, ...fault.path.split(/[.[\]]+/).filter(Boolean)], fault.message)
  return faults.length > 0
}
