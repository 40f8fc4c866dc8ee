import { gzipSync } from 'node:zlib'
import { IN_FLIGHT, metric, otlpBody, POINTS_A_REQUEST, rate, remoteWriteBody, secondsBefore } from './telemetry.js'

type Live = { url: string; token: string; graphql(query: string, variables: object): Promise<unknown> }

type Sent = { path: string; headers: Record<string, string>; bodies: readonly Uint8Array<ArrayBuffer>[] }

/** Points a second of each protocol, sent to a Windsock over HTTP and answered when they are stored. */
export async function telemetryOverHttp(live: Live, requests: number): Promise<{ otlpPerSecond: number; remoteWritePerSecond: number }> {
  await live.graphql('mutation ($input: IndicatorInput!) { saveIndicator(input: $input) { name } }', {
    input: {
      name: 'availability',
      kind: 'RATIO',
      bad: { metric, matchers: [{ label: 'code', op: 'MATCHES', value: '5..' }] },
      total: { metric },
    },
  })
  const otlp = {
    path: '/v1/otlp/v1/metrics',
    headers: { 'content-type': 'application/x-protobuf', 'content-encoding': 'gzip' },
    bodies: secondsBefore(requests).map((at) => Uint8Array.from(gzipSync(otlpBody(at), { level: 1 }))),
  }
  const otlpPerSecond = await takenPerSecond(live, otlp)
  const remoteWrite = {
    path: '/v1/prometheus/write',
    headers: { 'content-type': 'application/x-protobuf', 'content-encoding': 'snappy', 'x-prometheus-remote-write-version': '0.1.0' },
    bodies: secondsBefore(requests).map((at) => Uint8Array.from(remoteWriteBody(at))),
  }
  return { otlpPerSecond, remoteWritePerSecond: await takenPerSecond(live, remoteWrite) }
}

async function takenPerSecond({ url, token }: Live, { path, headers, bodies }: Sent): Promise<number> {
  const waiting = bodies.values()
  const began = performance.now()
  const lane = async () => {
    for (const body of waiting) {
      const response = await fetch(`${url}${path}`, { method: 'POST', headers: { ...headers, authorization: `Bearer ${token}` }, body })
      const answer = await response.text()
      if (!response.ok) throw new Error(`${path} answered ${response.status}: ${answer}`)
    }
  }
  await Promise.all(Array.from({ length: IN_FLIGHT }, lane))
  return rate(bodies.length * POINTS_A_REQUEST, began)
}
