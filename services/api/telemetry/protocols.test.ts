import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../test/app.js'
import { writeRequestBody } from '../../../seed/telemetry/write-request.js'

let app: TestApp

beforeAll(async () => {
  app = await startTestApp()
})

afterAll(async () => {
  await app?.stop()
})

async function post(path: string, headers: Record<string, string>, body: BodyInit): Promise<{ status: number; type: string | null; text: string }> {
  const response = await app.request(path, { method: 'POST', headers, body })
  return { status: response.status, type: response.headers.get('content-type'), text: await response.text() }
}

describe('remote write', () => {
  const body = () => new Uint8Array(writeRequestBody([{ metric: 'a_total', labels: { job: 'cart' }, value: 1, at: Date.now() }]))
  const write = (type: string, encoding = 'snappy') => post('/v1/prometheus/write', { 'content-type': type, 'content-encoding': encoding }, body())

  it.each([
    'application/x-protobuf',
    'application/x-protobuf;proto=prometheus.WriteRequest',
    'Application/X-Protobuf; proto="prometheus.WriteRequest"',
  ])('of version 1.0 is taken as %s', async (type) => {
    expect((await write(type)).status).toBe(204)
  })

  it('takes the name of its encoding in any case', async () => {
    expect((await write('application/x-protobuf', 'Snappy')).status).toBe(204)
    expect((await write('application/x-protobuf', 'gzip')).status).toBe(415)
  })

  it.each(['application/x-protobuf;proto=io.prometheus.write.v2.Request', 'application/json'])('as %s is refused, naming 1.0', async (type) => {
    const { status, text } = await write(type)
    expect(status).toBe(415)
    expect(text).toContain('version 1.0, application/x-protobuf;proto=prometheus.WriteRequest')
  })
})

it('traces are not taken yet, and the answer says so', async () => {
  const answer = await post('/v1/otlp/v1/traces', { 'content-type': 'application/json' }, '{}')
  expect(answer).toMatchObject({ status: 501, type: 'application/problem+json', text: expect.stringContaining('Traces are not taken yet') })
})
