import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { decodeBody } from '../events/decode.js'
import { parseEvent } from '../events/parse.js'
import { normaliseCdevent } from './normalise.js'

const page = readFileSync(new URL('../../../docs/cdevents.md', import.meta.url), 'utf8')
const requests = [...page.matchAll(/^curl .*-H 'Content-Type: ([^']+)' -d '\n([^']+)'$/gm)]

it('every line of the page of CDEvents that sends one is taken, and gives what the page says', () => {
  const given = requests.flatMap(([, contentType, body = '']) => {
    const decoded = decodeBody({ headers: { 'content-type': contentType }, body: Buffer.from(body) })
    if ('error' in decoded) throw new Error(decoded.error)
    return decoded.items.flatMap((item) => normaliseCdevent(item).events)
  })
  const now = new Date('2026-11-03T00:00:00Z')
  for (const event of given) expect(parseEvent(event, { now })).toMatchObject({ ok: true })
  const place = { service: 'payments', environment: 'production' }
  const digest = expect.stringMatching(/^sha256:0b31/) as string
  expect(given).toMatchObject([
    { type: 'deployment.finished', data: { ...place, version: '2.14.0', outcome: 'succeeded', artifactDigest: digest } },
    { type: 'deployment.finished', data: { ...place, version: '2.13.4', outcome: 'succeeded', kind: 'rollback' } },
    { type: 'deployment.finished', data: { ...place, version: '2.15.0', outcome: 'failed', deployment: 'payments/production/run-381' } },
    { type: 'test.finished', data: { name: 'Checkout smoke', environment: 'staging', status: 'passed', digest } },
    { type: 'approval.decided', data: { ...place, decision: 'granted', by: 'author-17', group: 'release-managers' } },
  ])
})
