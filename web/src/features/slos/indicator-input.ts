import type { IndicatorInput, IndicatorKind, LabelMatcherInput, MatcherOp, MetricSelectorInput } from '../../generated/graphql.js'
import { numberOf, textOf } from '../settings/workspace/form-values.js'

type SelectorField = { name: 'bad' | 'total' | 'histogram' | 'value'; title: string; example: string }

const fields: Record<IndicatorKind, SelectorField[]> = {
  RATIO: [
    { name: 'total', title: 'All events', example: 'http_requests_total' },
    { name: 'bad', title: 'Bad events', example: 'http_requests_total{code=~"5.."}' },
  ],
  LATENCY: [{ name: 'histogram', title: 'Histogram of durations', example: 'http.server.request.duration' }],
  GAUGE: [{ name: 'value', title: 'Value', example: 'queue_length{queue="orders"}' }],
  REPORTED: [],
}

export function selectorsOf(kind: IndicatorKind): SelectorField[] {
  return fields[kind]
}

const ops: Record<string, MatcherOp> = { '=': 'EQUAL', '!=': 'NOT_EQUAL', '=~': 'MATCHES', '!~': 'NOT_MATCHES' }

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

export function indicatorInputOf(form: FormData): IndicatorInput {
  const kind = textOf(form, 'kind') as IndicatorKind
  const selectors = Object.fromEntries(selectorsOf(kind).map(({ name }) => [name, readSelector(textOf(form, name))]))
  return { name: textOf(form, 'name') || 'untitled', kind, ...selectors, ...(kind === 'LATENCY' ? { threshold: numberOf(form, 'threshold') } : {}) }
}
