import { gzipSync } from 'node:zlib'
import { otlpBody } from '../../../seed/telemetry/otlp-body.js'
import { happened, isHeard, LATENCY_BOUNDS, plansOf, REGIONS, Totals, VERSIONS, type Counter, type Plan } from '../../../seed/telemetry/story.js'
import { MetricsRequest } from '../../ingest/telemetry/otlp/messages.js'
import { remoteWriteBody } from '../remote-write-body.js'

export const MINUTE = 60_000
const SEED = 20_261_124
/** Requests up to this many seconds are quick. */
const THRESHOLD = 0.25

/** Good and all of one minute. */
export type Counts = { good: number; total: number }

type Options = { services: number; minutes: number; start: number }

/** A company whose services tell of themselves, half by OpenTelemetry and half by Prometheus, and what adding up gives. */
export function createCompany({ services, minutes, start }: Options) {
  const plans = plansOf(SEED, { services, minutes })
  const totals = plans.map((plan) => new Totals(SEED, plan, start))
  const isOtlp = (index: number) => index % 2 === 0
  const told = (chosen: (index: number) => boolean, read: (total: Totals) => Counter[]) =>
    totals.flatMap((total, index) => (chosen(index) ? read(total).map((counter) => ({ service: total.plan.service, counter })) : []))

  return {
    plans,
    minutes,
    /** Before anything: Prometheus scrapes zeros first. */
    first: () => [
      remoteWrite(
        remoteWriteBody(
          told(
            (index) => !isOtlp(index),
            (total) => total.zeros(),
          ),
        ),
      ),
    ],
    /** The requests that tell of one minute; minutes are asked for one after the other. */
    requestsOf(minute: number): Sending[] {
      const otlp = otlpBody(told(isOtlp, (total) => total.after(minute)))
      const prometheus = remoteWriteBody(
        told(
          (index) => !isOtlp(index),
          (total) => total.after(minute),
        ),
      )
      return [minute % 2 === 0 ? otlpJson(otlp) : otlpProtobuf(otlp), remoteWrite(prometheus)]
    },
    /** Each minute of an indicator of a service, added up from what happened; null where nothing was told. */
    counted: (plan: Plan, indicator: 'answers' | 'quickness') => countedMinutes(plan, indicator, minutes),
    openSlo: () => openSlo(plans),
    events: () => plans.flatMap((plan) => eventsOf(plan, start)),
  }
}

export type Sending = { path: string; headers: Record<string, string>; body: string | Uint8Array<ArrayBuffer> }

function otlpJson(body: object): Sending {
  return { path: '/v1/otlp/v1/metrics', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
}

function otlpProtobuf(body: object): Sending {
  const bytes = MetricsRequest.encode(MetricsRequest.fromObject(body)).finish()
  return {
    path: '/v1/otlp/v1/metrics',
    headers: { 'content-type': 'application/x-protobuf', 'content-encoding': 'gzip' },
    body: new Uint8Array(gzipSync(bytes)),
  }
}

function remoteWrite(body: Buffer): Sending {
  const headers = { 'content-type': 'application/x-protobuf', 'content-encoding': 'snappy', 'x-prometheus-remote-write-version': '0.1.0' }
  return { path: '/v1/prometheus/write', headers, body: new Uint8Array(body) }
}

/** From what happened, but for Prometheus' counters, whose new beginning shows only where they fall. */
function countedMinutes(plan: Plan, indicator: 'answers' | 'quickness', minutes: number): (Counts | null)[] {
  const isPrometheus = Number(plan.service.slice(-2)) % 2 === 0
  const before = new Map<string, number>()
  const since = new Map<string, number>()
  const rise = (series: string, minute: number, count: number) => {
    const restarted = minute === plan.deployedAt || minute === plan.restartsAt
    const running = (restarted ? 0 : (since.get(series) ?? 0)) + count
    since.set(series, running)
    if (!isPrometheus) return count
    // A new version is a new series; a process that only starts anew goes on with the old one.
    const known = minute === plan.deployedAt ? 0 : (before.get(series) ?? 0)
    before.set(series, running)
    return running < known ? running : running - known
  }
  const quick = LATENCY_BOUNDS.filter((bound) => bound <= THRESHOLD).length
  return Array.from({ length: minutes }, (_, minute) => {
    const isTold = isHeard(plan, minute) && (indicator === 'answers' || !(plan.isBlind && minute >= plan.deployedAt))
    if (!isTold) return null
    return REGIONS.map((region) => {
      const { ok, errors, latencies } = happened(SEED, plan, region, minute)
      if (indicator === 'answers') {
        const [good, bad] = [rise(`${region} ok`, minute, ok), rise(`${region} errors`, minute, errors)]
        return { good, total: good + bad }
      }
      const good = latencies.slice(0, quick).reduce((sum, count) => sum + count, 0)
      const all = latencies.reduce((sum, count) => sum + count, 0)
      return { good: rise(`${region} quick`, minute, good), total: rise(`${region} all`, minute, all) }
    }).reduce((a, b) => ({ good: a.good + b.good, total: a.total + b.total }))
  })
}

function openSlo(plans: readonly Plan[]): string {
  const indicators = [
    `apiVersion: openslo/v1
kind: SLI
metadata: { name: answers }
spec: { ratioMetric: { bad: { metricSource: { spec: { query: 'http_requests_total{code=~"5.."}' } } }, total: { metricSource: { spec: { query: http_requests_total } } } } }`,
    `apiVersion: openslo/v1
kind: SLI
metadata: { name: quickness }
spec: { thresholdMetric: { metricSource: { spec: { query: http_request_duration_seconds, threshold: ${THRESHOLD} } } } }`,
  ]
  const slos = plans.flatMap(({ service }) =>
    (['answers', 'quickness'] as const).map(
      (indicator) => `apiVersion: openslo/v1
kind: SLO
metadata: { name: ${service}-${indicator} }
spec:
  service: ${service}
  indicatorRef: ${indicator}
  timeWindow: [{ duration: 30d, isRolling: true }]
  budgetingMethod: Occurrences
  objectives: [{ target: ${indicator === 'answers' ? 0.99 : 0.8} }]`,
    ),
  )
  return [...indicators, ...slos].join('\n---\n')
}

function eventsOf({ service, deployedAt }: Plan, start: number) {
  const at = (minute: number) => new Date(start + minute * MINUTE).toISOString()
  const rollout = (deployment: string, version: string, from: number) => {
    const data = { deployment: `${service}-${deployment}`, service, environment: 'production', version }
    return [
      { source: 'ci/company', id: `${service}-${deployment}-started`, type: 'deployment.started', time: at(from - 2), data },
      {
        source: 'ci/company',
        id: `${service}-${deployment}-finished`,
        type: 'deployment.finished',
        time: at(from),
        data: { ...data, outcome: 'succeeded' },
      },
    ]
  }
  const declared = { service, team: 'company', slis: ['answers', 'quickness'] }
  return [
    { source: 'ci/company', id: `${service}-declared`, type: 'service.declared', time: at(-600), data: declared },
    ...rollout('first', VERSIONS[0], -120),
    ...rollout('second', VERSIONS[1], deployedAt),
  ]
}
