import { isDeepStrictEqual } from 'node:util'
import type { Indicator, MetricSelector, Place } from '../slo.js'
import { objectOf, type Given, type Json, type Path, type Reading } from './reading.js'
import { readSelector } from './selectors.js'

const PLACES: readonly Place[] = ['service', 'environment', 'version', 'cohort', 'region']
export const SOURCES = ['windsock', 'otlp', 'opentelemetry', 'prometheus']
const FIELDS = new Set(['query', 'threshold', 'reported', 'service', 'unit', 'labels'])

/** What a metric source says; null of what it does not say. */
type Source = {
  selector: MetricSelector | null
  threshold: number | null
  /** Its readings come by events. */
  reported: boolean
  service: string | null
  unit: string | null
  labels: Indicator['labels'] | null
}

export function isSource(type: unknown): boolean {
  return typeof type === 'string' && SOURCES.includes(type.toLowerCase())
}

export function readSource(given: Given, holder: Json, path: Path, reading: Reading): Source | null {
  const source = objectOf(holder.metricSource)
  const at = [...path, 'metricSource']
  const spec = objectOf(source.spec)
  if (source.metricSourceRef !== undefined) given.refer({ kind: 'DataSource', name: String(source.metricSourceRef) }, [...at, 'metricSourceRef'])
  if (source.type !== undefined && !isSource(source.type)) {
    given.complain([...at, 'type'], `metrics come from ${SOURCES.join(', ')}, not ${String(source.type)}`)
    return null
  }
  const reported = spec.reported === true
  const selector = typeof spec.query === 'string' ? readSelector(spec.query) : null
  if (selector === null && !reported) {
    given.complain(
      [...at, 'spec'],
      'spec.query names one metric with labels, such as http_requests_total{code=~"5.."}; other expressions cannot be read',
    )
    return null
  }
  for (const field of Object.keys(spec)) if (!FIELDS.has(field)) reading.notUsed.push(`${field} of a metric source of ${given.name}`)
  const text = (field: 'service' | 'unit') => readText(given, spec[field], [...at, 'spec', field])
  const threshold = readNumber(given, spec.threshold, [...at, 'spec', 'threshold'])
  return {
    selector,
    threshold,
    reported,
    service: text('service'),
    unit: text('unit'),
    labels: readLabels(given, spec.labels, [...at, 'spec', 'labels']),
  }
}

function readText({ complain }: Given, value: unknown, path: Path): string | null {
  if (value === undefined) return null
  if (typeof value === 'string' && value !== '') return value
  complain(path, `${path.at(-1)} is a text`)
  return null
}

function readNumber({ complain }: Given, value: unknown, path: Path): number | null {
  if (value === undefined) return null
  if (typeof value === 'number') return value
  complain(path, `${path.at(-1)} is a number`)
  return null
}

function readLabels(given: Given, value: unknown, path: Path): Indicator['labels'] | null {
  if (value === undefined) return null
  const labels: Indicator['labels'] = {}
  for (const [name, label] of Object.entries(objectOf(value))) {
    const place = PLACES.find((known) => known === name)
    if (!place) given.complain([...path, name], `labels are named for ${PLACES.join(', ')}`)
    else {
      const text = readText(given, label, [...path, name])
      if (text !== null) labels[place] = text
    }
  }
  return labels
}

export function selectorOf(source: Source | null): MetricSelector | null {
  return source?.selector ?? null
}

/** Whether two sources of one indicator say nothing else of it. */
export function agree(one: Source, other: Source): boolean {
  return (['service', 'unit', 'labels'] as const).every(
    (field) => one[field] === null || other[field] === null || isDeepStrictEqual(one[field], other[field]),
  )
}

/** What the sources of an indicator say of it, the first of them that says it. */
export function commonOf(sources: readonly (Source | null)[]): Pick<Indicator, 'service' | 'unit' | 'labels'> {
  const first = <Field extends 'service' | 'unit' | 'labels'>(field: Field) =>
    sources.find((source) => source && source[field] !== null)?.[field] ?? null
  return { service: first('service'), unit: first('unit') ?? '1', labels: first('labels') ?? {} }
}
