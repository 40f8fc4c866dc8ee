import { faultsOfIndicator, faultsOfSlo, type Fault } from '../faults.js'
import type { Comparison, Indicator, MetricSelector, Objective, Place, Slo } from '../slo.js'
import { readDuration } from './durations.js'
import { parseLocated, type LocatedDocument, type OpenSloProblem } from './located.js'
import { readSelector } from './selectors.js'

export type OpenSloContent = {
  indicators: Indicator[]
  slos: Slo[]
  /** Kinds that were read and have nothing to set here, such as alert policies, whose place the burn rules take. */
  notUsed: string[]
  problems: OpenSloProblem[]
}

type Path = (string | number)[]
type Json = Record<string, unknown>
type Complain = (path: Path, message: string) => void

const VERSION = 'openslo/v1'
const UNUSED = ['Service', 'DataSource', 'AlertPolicy', 'AlertCondition', 'AlertNotificationTarget']
const OPS: Record<string, Comparison> = { lt: 'lt', lte: 'lte', gt: 'gt', gte: 'gte' }
const METHODS = ['Occurrences', 'Timeslices', 'RatioTimeslices'] as const
const PLACES: readonly Place[] = ['service', 'environment', 'version', 'cohort', 'region']
const SOURCES = ['windsock', 'otlp', 'opentelemetry', 'prometheus']

/**
 * Reads OpenSLO v1 documents (github.com/OpenSLO/OpenSLO, specification v1). Nothing is thrown for what is wrong in them: every
 * problem is told with its line. Metric sources are of type `prometheus`, `otlp` or `windsock`, and name one metric with labels.
 */
export function readOpenSlo(text: string): OpenSloContent {
  const { documents, problems } = parseLocated(text)
  const content: OpenSloContent = { indicators: [], slos: [], notUsed: [], problems }
  for (const document of documents) readDocument(document, content)
  return content
}

function readDocument({ value, at }: LocatedDocument, content: OpenSloContent): void {
  const complain: Complain = (path, message) => void content.problems.push({ ...at(path), path: path.join('.'), message })
  const { apiVersion, kind, metadata, spec } = objectOf(value)
  if (apiVersion !== VERSION) return complain(['apiVersion'], `apiVersion is ${VERSION}`)
  const name = objectOf(metadata).name
  if (typeof name !== 'string' || name === '') return complain(['metadata'], 'metadata.name is missing')
  if (kind === 'SLI') return void content.indicators.push(...readIndicator(name, objectOf(metadata), objectOf(spec), ['spec'], complain))
  if (kind === 'SLO') return readSlo(name, objectOf(metadata), objectOf(spec), content, complain)
  if (UNUSED.includes(String(kind))) return void content.notUsed.push(`${String(kind)} ${name}`)
  complain(['kind'], `there is no kind ${String(kind)}; there are SLO, SLI, ${UNUSED.join(', ')}`)
}

/** The indicator, or none where something is wrong with it. */
function readIndicator(name: string, metadata: Json, spec: Json, path: Path, complain: Complain): Indicator[] {
  const { ratioMetric, thresholdMetric } = spec
  const base = { name, displayName: textOf(metadata.displayName), description: textOf(spec.description), service: null, unit: '1' }
  if ((ratioMetric === undefined) === (thresholdMetric === undefined)) {
    complain(path, 'an SLI has either ratioMetric or thresholdMetric')
    return []
  }
  const measure =
    ratioMetric === undefined
      ? readThreshold(objectOf(thresholdMetric), [...path, 'thresholdMetric'], complain)
      : readRatio(objectOf(ratioMetric), [...path, 'ratioMetric'], complain)
  if (measure === null) return []
  const { labels, ...read } = measure
  const indicator: Indicator = { ...base, measure: read.measure, labels }
  return told(faultsOfIndicator(indicator), path, complain) ? [] : [indicator]
}

type Read = { measure: Indicator['measure']; labels: Indicator['labels'] }

function readRatio(ratio: Json, path: Path, complain: Complain): Read | null {
  const source = (field: string) => (ratio[field] === undefined ? null : readSource(objectOf(ratio[field]), [...path, field], complain))
  if (ratio.raw !== undefined) {
    complain([...path, 'raw'], 'a raw ratio holds no counts to add up; give total, and good or bad')
    return null
  }
  const [good, bad, total] = [source('good'), source('bad'), source('total')]
  if (total === null) {
    if (ratio.total === undefined) complain(path, 'total is missing')
    return null
  }
  if ((ratio.good !== undefined && good === null) || (ratio.bad !== undefined && bad === null)) return null
  return { measure: { kind: 'ratio', good: good?.selector ?? null, bad: bad?.selector ?? null, total: total.selector }, labels: total.labels }
}

function readThreshold(threshold: Json, path: Path, complain: Complain): Read | null {
  const source = readSource(threshold, path, complain)
  if (source === null) return null
  const { selector, labels, histogramThreshold } = source
  if (histogramThreshold !== null) return { measure: { kind: 'latency', histogram: selector, threshold: histogramThreshold }, labels }
  return { measure: { kind: 'gauge', value: selector }, labels }
}

type Source = { selector: MetricSelector; labels: Indicator['labels']; histogramThreshold: number | null }

function readSource(holder: Json, path: Path, complain: Complain): Source | null {
  const source = objectOf(holder.metricSource)
  const at = [...path, 'metricSource']
  const { query, labels, threshold } = objectOf(source.spec)
  if (source.type !== undefined && !SOURCES.includes(String(source.type).toLowerCase())) {
    complain([...at, 'type'], `metrics come from ${SOURCES.join(', ')}, not ${String(source.type)}`)
    return null
  }
  const selector = typeof query === 'string' ? readSelector(query) : null
  if (selector === null) {
    complain([...at, 'spec'], 'spec.query names one metric with labels, such as http_requests_total{code=~"5.."}; other expressions cannot be read')
    return null
  }
  const named = PLACES.flatMap((place) => (typeof objectOf(labels)[place] === 'string' ? [[place, String(objectOf(labels)[place])] as const] : []))
  return { selector, labels: Object.fromEntries(named), histogramThreshold: typeof threshold === 'number' ? threshold : null }
}

function readSlo(name: string, metadata: Json, spec: Json, content: OpenSloContent, complain: Complain): void {
  const before = content.problems.length
  const method = METHODS.find((known) => known === (spec.budgetingMethod ?? 'Occurrences'))
  if (!method) complain(['spec', 'budgetingMethod'], `budgetingMethod is ${METHODS.join(', ')}`)
  const slo: Slo = {
    name,
    displayName: textOf(metadata.displayName),
    description: textOf(spec.description),
    service: textOf(spec.service),
    indicator: readInline(spec, name, ['spec'], content, complain),
    windowSeconds: readWindow(spec.timeWindow, complain),
    budgetingMethod: method ?? 'Occurrences',
    objectives: listOf(spec.objectives).map((objective, index) => {
      const path = ['spec', 'objectives', index]
      return {
        ...readObjective(objectOf(objective), path, complain),
        indicator: readInline(objectOf(objective), `${name}-${index + 1}`, path, content, complain),
      }
    }),
  }
  if (content.problems.length > before || told(faultsOfSlo(slo), ['spec'], complain)) return
  content.slos.push(slo)
}

/** The name of the indicator that is referred to, or of one that stands in place; null for none. */
function readInline(holder: Json, nameless: string, path: Path, content: OpenSloContent, complain: Complain): string | null {
  if (holder.indicator === undefined) return textOf(holder.indicatorRef) || null
  const { metadata, spec } = objectOf(holder.indicator)
  const name = textOf(objectOf(metadata).name) || nameless
  content.indicators.push(...readIndicator(name, objectOf(metadata), objectOf(spec), [...path, 'indicator', 'spec'], complain))
  return name
}

function readWindow(given: unknown, complain: Complain): number {
  const path = ['spec', 'timeWindow']
  const windows = listOf(given)
  const { duration, isRolling, calendar } = objectOf(windows[0])
  if (windows.length !== 1) complain(path, 'timeWindow has one window')
  else if (calendar !== undefined || isRolling === false) complain([...path, 0], 'only rolling windows are supported')
  else if (readDuration(duration) === null) complain([...path, 0, 'duration'], 'a rolling window is in minutes, hours, days or weeks, such as 30d')
  return readDuration(duration) ?? 86_400
}

function readObjective(objective: Json, path: Path, complain: Complain): Omit<Objective, 'indicator'> {
  const { target, targetPercent, op, value, timeSliceTarget, timeSliceWindow, compositeWeight } = objective
  if ((target === undefined) === (targetPercent === undefined)) complain(path, 'an objective has either target or targetPercent')
  if (op !== undefined && OPS[String(op)] === undefined) complain([...path, 'op'], 'op is lt, lte, gt or gte')
  // A bare number is of minutes, by the specification.
  const slice = typeof timeSliceWindow === 'number' ? `${timeSliceWindow}m` : timeSliceWindow
  if (slice !== undefined && readDuration(slice) === null) complain([...path, 'timeSliceWindow'], 'a time slice is in minutes or hours, such as 5m')
  if (compositeWeight !== undefined && typeof compositeWeight !== 'number') complain([...path, 'compositeWeight'], 'a weight is a number above 0')
  return {
    displayName: textOf(objective.displayName),
    target: typeof target === 'number' ? target : Number((Number(targetPercent) / 100).toPrecision(12)),
    op: OPS[String(op)] ?? null,
    value: typeof value === 'number' ? value : null,
    timeSliceTarget: typeof timeSliceTarget === 'number' ? timeSliceTarget : null,
    timeSliceSeconds: readDuration(slice),
    compositeWeight: typeof compositeWeight === 'number' ? compositeWeight : null,
  }
}

/** Whether anything is wrong; each fault is told at its place, as far as the file has one of that name. */
function told(faults: readonly Fault[], path: Path, complain: Complain): boolean {
  for (const fault of faults) complain([...path, ...fault.path.split(/[.[\]]+/).filter(Boolean)], fault.message)
  return faults.length > 0
}

function objectOf(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {}
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
