import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { Webhook } from 'standardwebhooks'
import { describe, expect, it } from 'vitest'
import { genericIncident } from '../generic-incident/index.js'
import { IntegrationError } from '../integration.js'
import { evaluate } from './evaluate.js'

const RULE = { type: 'incident.detected', id: 'id', time: 'at', data: { incident: 'id', service: 'app' } }
const BODY = { id: 'I-1', at: '2026-03-02T11:00:00Z', app: 'payments' }

async function read(rule: Record<string, unknown>, body: unknown = BODY) {
  return genericIncident.normalise({
    headers: {},
    body,
    source: 'main',
    receivedAt: '2026-03-04T00:00:00Z',
    settings: { mapping: [{ ...RULE, ...rule }] },
  })
}

describe('a mapping that fails on a payload says where, with the expression and the value', () => {
  it.each([
    [{ time: 'app' }, BODY, /Rule 1, incident\.detected, time \(app, which gave "payments"\): .*time/],
    [{ time: 'nowhere' }, BODY, /Rule 1, incident\.detected, time \(nowhere, which gave nothing\): .*time/],
    [{ data: { incident: 'id', service: 'lines' } }, { ...BODY, lines: [1, 2] }, /data\.service \(lines, which gave \[1,2\]\)/],
    [{ id: 'nothing' }, BODY, /Rule 1, incident\.detected, id \(nothing, which gave nothing\): must give a text or a number/],
    [{ data: { service: 'app' } }, BODY, /data\.incident|incident/],
    [{ data: { incident: 'id', service: '$uppercase(' } }, BODY, /data\.service \(\$uppercase\(\), at character 11/],
    [{ data: { incident: 'id', service: '$number(app)' } }, BODY, /data\.service \(\$number\(app\)\)/],
    [{ when: '$error("stop")' }, BODY, /when \(\$error\("stop"\)\), at character \d+: stop/],
  ])('%j', async (rule, body, message) => {
    const failed = await read(rule, body).then(
      () => null,
      (error: unknown) => error,
    )
    expect(failed).toBeInstanceOf(IntegrationError)
    expect((failed as Error).message).toMatch(message)
  })
})

describe('settings that cannot be read', () => {
  it.each([
    [{}, 'mapping is missing: give a list of rules, or a preset, one of opsgenie, grafana, statuspage.'],
    [{ preset: 'nagios' }, 'preset must be one of opsgenie, grafana, statuspage, but is "nagios".'],
    [{ preset: 'grafana', mapping: [RULE] }, 'preset and mapping exclude each other; give one of them.'],
    [{ mapping: [] }, 'mapping must have from 1 to 50 rules.'],
    [{ mapping: [{ ...RULE, type: 'deployment.finished' }] }, /mapping\[0\]\.type must be one of incident\.detected/],
    [{ mapping: [{ ...RULE, colour: 'red' }] }, 'mapping[0].colour is not known; a rule has type, when, each, id, time, data.'],
    [{ mapping: [{ ...RULE, time: '' }] }, /mapping\[0\]\.time must be an expression/],
    [{ preset: 'grafana', verification: { scheme: 'trust me' } }, null],
  ])('%j', async (settings, message) => {
    const input = { headers: {}, body: BODY, source: 'main', receivedAt: '2026-03-04T00:00:00Z', settings }
    if (message === null) {
      const verification = genericIncident.verify({ headers: {}, rawBody: Buffer.from('{}'), secret: 's', now: new Date(), settings })
      await expect(verification).rejects.toThrow('verification.scheme must be one of token, hmac-sha256, standard-webhooks')
    } else await expect((async () => genericIncident.normalise(input))()).rejects.toThrow(message)
  })
})

describe('an expression', () => {
  it.each(['$now()', '$millis()', '$random()', '$shuffle([1, 2])', '$eval("1")'])(
    'gives the same at all times, so there is no %s',
    async (expression) => {
      expect(await evaluate(expression, {}, {})).toMatchObject({ ok: false, message: expect.stringContaining('not to be had') as string })
    },
  )

  it.each([
    '($f := function($x) { $f($x) + 1 }; $f(1))',
    '($f := function($x) { $f($x) }; $f(1))',
    '[1..100000]',
    '$match("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!", /(a+)+$/)',
  ])('is stopped: %s', async (expression) => {
    const began = Date.now()
    expect(await evaluate(expression, {}, {})).toMatchObject({ ok: false })
    expect(Date.now() - began).toBeLessThan(2000)
  })

  it('never throws, whatever it is and whatever it is given', async () => {
    const texts = fc.oneof(
      fc.string({ maxLength: 60 }),
      fc.constantFrom('$', '**', 'a.b[0]', '$sum(*)', '$.*', '{a: b}', '$map(*, $string)', '$each($, $join)'),
    )
    await fc.assert(
      fc.asyncProperty(texts, fc.jsonValue(), async (expression, input) => {
        expect(typeof (await evaluate(expression, input, {})).ok).toBe('boolean')
      }),
      { numRuns: 500, seed: 3 },
    )
  })

  it('of presets makes of arbitrary payloads events, or a reason, or an error that says what is wrong', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('opsgenie', 'grafana', 'statuspage'),
        fc.dictionary(fc.constantFrom('action', 'alert', 'alerts', 'incident', 'x'), fc.jsonValue()),
        async (preset, body) => {
          const said = await (async () =>
            genericIncident.normalise({ headers: {}, body, source: 'main', receivedAt: '2026-03-04T00:00:00Z', settings: { preset } }))().catch(
            (error: unknown) => error,
          )
          if (said instanceof Error) expect(said).toBeInstanceOf(IntegrationError)
          else expect(said).toHaveProperty('events')
        },
      ),
      { numRuns: 300, seed: 4 },
    )
  })
})

describe('a sender proves itself', () => {
  const rawBody = Buffer.from('{"a": 1}')
  const now = new Date('2026-03-04T00:00:00Z')
  const ask = (settings: Record<string, unknown>, headers: Record<string, string>, secret = 'a secret') =>
    genericIncident.verify({ headers, rawBody, secret, now, settings })
  const hmac = (encoding: 'hex' | 'base64', secret = 'a secret') => createHmac('sha256', secret).update(rawBody).digest(encoding)

  it('by the secret itself', async () => {
    expect(await ask({}, { 'x-windsock-token': 'a secret' })).toEqual({ ok: true })
    expect(await ask({ verification: { header: 'X-Mine' } }, { 'x-mine': 'a secret' })).toEqual({ ok: true })
    expect(await ask({}, { 'x-windsock-token': 'another' })).toMatchObject({ ok: false })
    expect(await ask({}, {})).toMatchObject({ ok: false, reason: 'The X-Windsock-Token header is missing.' })
  })

  it('by a signature over the bytes', async () => {
    const verification = { scheme: 'hmac-sha256', header: 'X-Hub', prefix: 'sha256=' }
    expect(await ask({ verification }, { 'x-hub': `sha256=${hmac('hex')}` })).toEqual({ ok: true })
    expect(await ask({ verification }, { 'x-hub': hmac('hex') })).toMatchObject({ ok: false })
    expect(await ask({ verification }, { 'x-hub': `sha256=${hmac('hex', 'another')}` })).toMatchObject({ ok: false })
    expect(await ask({ verification: { scheme: 'hmac-sha256', header: 'X-Hub', base64: true } }, { 'x-hub': hmac('base64') })).toEqual({ ok: true })
  })

  it('by Standard Webhooks, within five minutes', async () => {
    const secret = `whsec_${Buffer.from('a secret of twenty-four bytes').toString('base64')}`
    const settings = { verification: { scheme: 'standard-webhooks' } }
    const sent = (at: Date) => ({
      'webhook-id': 'm-1',
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': new Webhook(secret).sign('m-1', at, rawBody.toString()),
    })
    expect(await ask(settings, sent(now), secret)).toEqual({ ok: true })
    expect(await ask(settings, sent(new Date(now.getTime() - 400_000)), secret)).toMatchObject({ ok: false })
    expect(await ask(settings, { ...sent(now), 'webhook-id': 'm-2' }, secret)).toMatchObject({ ok: false })
    expect(await ask(settings, sent(now), 'no signing secret')).toMatchObject({ ok: false })
  })
})
