import type { Matcher, MetricSelector } from '../slo.js'

const OPS = ['=~', '!~', '!=', '='] as const

/** A metric with its labels as Prometheus writes them, `http_requests_total{code=~"5.."}`; null for any other expression. */
export function readSelector(text: string): MetricSelector | null {
  const [, metric, labels = ''] = /^\s*([\p{L}_:][\p{L}\p{N}_.:/-]*)\s*(?:\{(.*)\})?\s*$/su.exec(text) ?? []
  if (metric === undefined) return null
  const matchers: Matcher[] = []
  let rest = labels.trim()
  while (rest !== '') {
    const [whole, label = '', op = '', value = ''] =
      /^([\p{L}_][\p{L}\p{N}_.:-]*)\s*(=~|!~|!=|=)\s*"((?:[^"\\]|\\.)*)"\s*(?:,\s*|$)/u.exec(rest) ?? []
    if (whole === undefined) return null
    matchers.push({ label, op: OPS.find((known) => known === op) ?? '=', value: value.replaceAll(/\\(.)/g, '$1') })
    rest = rest.slice(whole.length)
  }
  return { metric, matchers }
}

export function writeSelector({ metric, matchers }: MetricSelector): string {
  if (matchers.length === 0) return metric
  return `${metric}{${matchers.map(({ label, op, value }) => `${label}${op}"${value.replaceAll(/["\\]/g, '\\$&')}"`).join(', ')}}`
}
