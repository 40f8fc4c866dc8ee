import type { IndicatorInput, IndicatorKind, LabelMatcherInput, MatcherOp, MetricSelectorInput, SelectorFragment } from '../../generated/graphql.js'
import { numberOf, textOf } from '../settings/workspace/form-values.js'

type SelectorName = 'good' | 'bad' | 'total' | 'histogram' | 'value'
type SelectorField = { name: SelectorName; title: string; example: string }

/** A ratio counts those that are good, or those that are bad. */
export type Side = 'good' | 'bad'

const sides: Record<Side, SelectorField> = {
  good: { name: 'good', title: 'Good events', example: 'http_requests_total{code!~"5.."}' },
  bad: { name: 'bad', title: 'Bad events', example: 'http_requests_total{code=~"5.."}' },
}
const fields: Record<Exclude<IndicatorKind, 'RATIO'>, SelectorField[]> = {
  LATENCY: [{ name: 'histogram', title: 'Histogram of durations', example: 'http.server.request.duration' }],
  GAUGE: [{ name: 'value', title: 'Value', example: 'queue_length{queue="orders"}' }],
  REPORTED: [],
}

export function selectorsOf(kind: IndicatorKind, side: Side): SelectorField[] {
  return kind === 'RATIO' ? [{ name: 'total', title: 'All events', example: 'http_requests_total' }, sides[side]] : fields[kind]
}

/** What the labels of an indicator may say, and the names that are looked for where nothing is given. */
export const places = [
  { name: 'service', usual: 'service.name, service, job' },
  { name: 'environment', usual: 'deployment.environment.name, environment, env' },
  { name: 'version', usual: 'service.version, version' },
  { name: 'cohort', usual: 'cohort' },
  { name: 'region', usual: 'cloud.region, region' },
] as const

const ops: Record<string, MatcherOp> = { '=': 'EQUAL', '!=': 'NOT_EQUAL', '=~': 'MATCHES', '!~': 'NOT_MATCHES' }
const signs: Record<MatcherOp, string> = { EQUAL: '=', NOT_EQUAL: '!=', MATCHES: '=~', NOT_MATCHES: '!~' }

/** A metric with its labels as Prometheus writes them. Throws a sentence for a person where it is something else. */
export function readSelector(text: string): MetricSelectorInput {
  const [, metric = '', labels] = /^\s*([\p{L}_:][\p{L}\p{N}_.:/-]*)\s*(?:\{(.*)\})?\s*$/su.exec(text) ?? []
  if (metric === '') throw new Error(`${text || 'Nothing'} is no metric with labels, such as http_requests_total{code=~"5.."}.`)
  const matchers: LabelMatcherInput[] = []
  let rest = (labels ?? '').trim()
  while (rest !== '') {
    const [whole = '', label = '', op = '', value = ''] =
      /^([\p{L}_][\p{L}\p{N}_.:-]*)\s*(=~|!~|!=|=)\s*"((?:[^"\\]|\\.)*)"\s*,?\s*/u.exec(rest) ?? []
    if (whole === '') throw new Error(`${rest} is no label with a value, such as code="500".`)
    matchers.push({ label, op: ops[op] ?? 'EQUAL', value: value.replaceAll(/\\(.)/g, '$1') })
    rest = rest.slice(whole.length)
  }
  return { metric, matchers }
}

/** As `readSelector` reads it. */
export function writeSelector({ metric, matchers }: SelectorFragment): string {
  const written = matchers.map(({ label, op, value }) => `${label}${signs[op]}"${value.replaceAll(/["\\]/g, '\\$&')}"`)
  return written.length === 0 ? metric : `${metric}{${written.join(', ')}}`
}

/** All that the form shows, so that what is emptied there is empty. */
export function indicatorInputOf(form: FormData): IndicatorInput {
  const kind = textOf(form, 'kind') as IndicatorKind
  const side = textOf(form, 'side') === 'good' ? 'good' : 'bad'
  const selectors = Object.fromEntries(selectorsOf(kind, side).map(({ name }) => [name, readSelector(textOf(form, name))]))
  return {
    name: textOf(form, 'name') || 'untitled',
    displayName: textOf(form, 'displayName'),
    description: textOf(form, 'description'),
    service: textOf(form, 'ofService') || null,
    unit: textOf(form, 'unit') || '1',
    kind,
    ...selectors,
    ...(kind === 'LATENCY' ? { threshold: numberOf(form, 'threshold') } : {}),
    labels: Object.fromEntries(places.map(({ name }) => [name, textOf(form, `label.${name}`) || null])),
  }
}
