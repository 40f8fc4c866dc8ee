import { describe, expect, it } from 'vitest'
import { genericCi } from '../generic-ci/index.js'

/** Digests are of `openssl dgst -sha256 -hmac 'a secret'`. */
const BODY = '5ffa8da9f6aeacd94a337c3c6aae01fc04cbc0dca6be6a012c8ace2d09bd4f0f'
const TIME_DOT_BODY = 'ff46cbf71734d967afad2303da13040de189b2d1bec8faf698a54975e7fac82f'
const TIME_COLON_BODY = '24fcbfa09f8718251d9703bfd5cac6e47cc7e1d788d7b4ec04a9a63a49064366'
const FIVE_MINUTES_BEFORE = 'd057624798760b13fa606c7e57c7381be1e0bf43f738aa8c967a73be8b248177'
const LONGER_BEFORE = '11454e8d495122d676f011daef15574ee15ed46c18488fd71a1a431e47cfb95f'
const TIME_DOT_NO_TEXT = '0dde91a09aa46c61119442d59b4188c55ae86b2b487f982564fd418462ff6623'

const NOW = new Date(1772582400_000)

async function isAccepted(verification: Record<string, unknown>, headers: Record<string, string>, rawBody = Buffer.from('{"a": 1}')) {
  return (await genericCi.verify({ headers, rawBody, secret: 'a secret', now: NOW, settings: { verification } })).ok
}

describe('signatures as CircleCI sends them, in a list', () => {
  const circleci = { scheme: 'hmac-sha256', header: 'circleci-signature', prefix: 'v1=' }

  it.each([
    [`v1=${BODY}`, true],
    [`v1=${BODY},v2=00`, true],
    [`v2=00, v1=${BODY}`, true],
    [`v2=${BODY}`, false],
    [BODY, false],
    [`v1=${BODY}0`, false],
    ['v1=,', false],
    ['', false],
  ])('%s: %s', async (header, expected) => {
    expect(await isAccepted(circleci, { 'circleci-signature': header })).toBe(expected)
  })
})

describe('signatures as Buildkite sends them, with the time in the same header', () => {
  const buildkite = { scheme: 'hmac-sha256', header: 'X-Buildkite-Signature', prefix: 'signature=', timestamp: { prefix: 'timestamp=' } }

  it.each([
    ['now', `timestamp=1772582400,signature=${TIME_DOT_BODY}`, true],
    ['five minutes ago', `timestamp=1772582100,signature=${FIVE_MINUTES_BEFORE}`, true],
    ['longer ago', `timestamp=1772582099,signature=${LONGER_BEFORE}`, false],
    ['another time than the signed one', `timestamp=1772582401,signature=${TIME_DOT_BODY}`, false],
    ['two times', `timestamp=1772582400,timestamp=1772582401,signature=${TIME_DOT_BODY}`, false],
    ['no time', `signature=${BODY}`, false],
    ['no number', `timestamp=,signature=${BODY}`, false],
    ['no signature', 'timestamp=1772582400', false],
    ['a signature of the body alone', `timestamp=1772582400,signature=${BODY}`, false],
  ])('%s', async (_, header, expected) => {
    expect(await isAccepted(buildkite, { 'x-buildkite-signature': header })).toBe(expected)
  })

  it('are of the bytes, text or not', async () => {
    const headers = { 'x-buildkite-signature': `timestamp=1772582400,signature=${TIME_DOT_NO_TEXT}` }
    expect(await isAccepted(buildkite, headers, Buffer.from([0xff, 0xfe]))).toBe(true)
    expect(await isAccepted(buildkite, headers, Buffer.from('\uFFFD\uFFFD'))).toBe(false)
  })
})

describe('signatures as Grafana sends them, with the time in a header of its own', () => {
  const grafana = {
    scheme: 'hmac-sha256',
    header: 'X-Grafana-Alerting-Signature',
    timestamp: { header: 'X-Grafana-Alerting-Timestamp', separator: ':' },
  }

  it.each([
    ['now', '1772582400', TIME_COLON_BODY, true],
    ['with another separator', '1772582400', TIME_DOT_BODY, false],
    ['another time', '1772582399', TIME_COLON_BODY, false],
    ['no time', '', BODY, false],
  ])('%s', async (_, time, signature, expected) => {
    const headers = { 'x-grafana-alerting-signature': signature, ...(time === '' ? {} : { 'x-grafana-alerting-timestamp': time }) }
    expect(await isAccepted(grafana, headers)).toBe(expected)
  })

  it('are of the body alone where no time is asked for', async () => {
    expect(await isAccepted({ ...grafana, timestamp: null }, { 'x-grafana-alerting-signature': BODY })).toBe(true)
  })
})

it('a password in the address, as Jenkins sends it, is a token of the header Authorization', async () => {
  const authorization = `Basic ${Buffer.from('windsock:hunter2').toString('base64')}`
  const verification = { header: 'Authorization' }
  const ask = async (sent: string) =>
    (
      await genericCi.verify({
        headers: { authorization: sent },
        rawBody: Buffer.from('{}'),
        secret: authorization,
        now: NOW,
        settings: { verification },
      })
    ).ok
  expect(await ask('Basic d2luZHNvY2s6aHVudGVyMg==')).toBe(true)
  expect(await ask('Basic d2luZHNvY2s6aHVudGVyMw==')).toBe(false)
})
