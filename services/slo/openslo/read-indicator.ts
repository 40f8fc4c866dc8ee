import { faultsOfIndicator, type Fault } from '../faults.js'
import type { Indicator, MetricSelector } from '../slo.js'
import { declare, inlineOf, namedOf, objectOf, textOf, type Given, type Json, type Path, type Reading } from './reading.js'
import { agree, commonOf, isSource, readSource, SOURCES, selectorOf } from './read-source.js'

/** Metric sources are of type `prometheus`, `otlp` or `windsock`, and name one metric with labels. */
export function readIndicator(given: Given, reading: Reading): void {
  const { spec, path, complain } = given
  const { ratioMetric, thresholdMetric } = spec
  if ((ratioMetric === undefined) === (thresholdMetric === undefined)) return complain(path, 'an SLI has either ratioMetric or thresholdMetric')
  const before = reading.problems.length
  const read =
    ratioMetric === undefined
      ? readThreshold(given, objectOf(thresholdMetric), [...path, 'thresholdMetric'], reading)
      : readRatio(given, objectOf(ratioMetric), [...path, 'ratioMetric'], reading)
  if (read === null || reading.problems.length > before) return
  const indicator: Indicator = { ...namedOf(given), ...read }
  if (!told(given, faultsOfIndicator(indicator))) declare(given, { kind: 'SLI', name: given.name, spec: indicator }, reading)
}

/** The name of the indicator that is referred to, or of one that stands in place; null for none. */
export function readIndicatorOf(given: Given, holder: Json, path: Path, nameless: string, reading: Reading): string | null {
  if (holder.indicator === undefined) {
    const name = textOf(holder.indicatorRef)
    if (name !== '') given.refer({ kind: 'SLI', name }, [...path, 'indicatorRef'])
    return name || null
  }
  const inline = inlineOf(given, holder.indicator, [...path, 'indicator'], nameless)
  readIndicator(inline, reading)
  return inline.name
}

export function readDataSource(given: Given, reading: Reading): void {
  const { name, spec, path, complain } = given
  if (!isSource(spec.type)) return complain([...path, 'type'], `metrics come from ${SOURCES.join(', ')}, not ${String(spec.type)}`)
  if (spec.connectionDetails !== undefined) reading.notUsed.push(`connectionDetails of DataSource ${name}`)
  declare(given, { kind: 'DataSource', name, spec: { ...namedOf(given), type: textOf(spec.type) } }, reading)
}

type Read = Pick<Indicator, 'measure' | 'labels' | 'service' | 'unit'>

function readRatio(given: Given, ratio: Json, path: Path, reading: Reading): Read | null {
  const source = (field: string) => (ratio[field] === undefined ? null : readSource(given, objectOf(ratio[field]), [...path, field], reading))
  if (ratio.raw !== undefined) {
    given.complain([...path, 'raw'], 'a raw ratio holds no counts to add up; give total, and good or bad')
    return null
  }
  const [good, bad, total] = [source('good'), source('bad'), source('total')]
  if (total === null) {
    if (ratio.total === undefined) given.complain(path, 'total is missing')
    return null
  }
  for (const [field, part] of Object.entries({ good, bad }))
    if (part !== null && !agree(part, total))
      given.complain([...path, field], `${field} and total are of one indicator, and say the same of service, unit and labels`)
  const measure = { kind: 'ratio' as const, good: selectorOf(good), bad: selectorOf(bad), total: selectorOf(total) ?? NO_METRIC }
  return { measure, ...commonOf([total, good, bad]) }
}

const NO_METRIC: MetricSelector = { metric: '', matchers: [] }

function readThreshold(given: Given, threshold: Json, path: Path, reading: Reading): Read | null {
  const source = readSource(given, threshold, path, reading)
  if (source === null) return null
  const common = commonOf([source])
  if (source.reported) return { measure: { kind: 'reported' }, ...common }
  const selector = selectorOf(source) ?? NO_METRIC
  if (source.threshold !== null) return { measure: { kind: 'latency', histogram: selector, threshold: source.threshold }, ...common }
  return { measure: { kind: 'gauge', value: selector }, ...common }
}

/** Whether anything is wrong; each fault is told at its place, as far as the file has one of that name. */
export function told({ path, complain }: Given, faults: readonly Fault[]): boolean {
  for (const fault of faults) complain([...path, ...fault.path.split(/[.[\]]+/).filter(Boolean)], fault.message)
  return faults.length > 0
}
