import fc from 'fast-check'
import { expect } from 'vitest'
import { parseEvent } from '../integrations/events/parse.js'
import { IntegrationError, type NormaliseInput } from '../integrations/integration.js'
import type { Normalised } from '../integrations/result.js'

export type Sample = { body: unknown; settings?: Record<string, unknown> }

/** An integration whose payloads are read at once. */
type Reader = { normalise(input: NormaliseInput): Normalised }

type Path = readonly (string | number)[]

const SHORT_RUN = { numRuns: 2000, seed: 1 }
const LONG_RUN = { numRuns: 6000, seed: 2 }

/** Texts, numbers and shapes that readers of payloads stumble over. */
const awkward = fc.constantFrom<unknown>(
  '',
  ' ',
  '\0',
  '\ud800',
  'x'.repeat(3000),
  'refs/heads/',
  'refs/tags/',
  '9999-12-31T23:59:59-01:00',
  '2300-01-01 00:00:00 UTC',
  '1970-01-01T00:00:00+01:00',
  '2026-12-31T23:59:60Z',
  '2026-02-30 10:00:00 UTC',
  '2026-01-01 10:00:00',
  '2026-01-01',
  -1,
  1e300,
  Number.MAX_SAFE_INTEGER,
  [null],
  { toString: 'x' },
  'https://',
  'https://exa mple',
  'https://[',
  '@',
  '0'.repeat(40),
  'constructor',
  '__proto__',
)

/** Throws unless the outcome is one of three: events that fit their schema, a reason, or an error that says what is wrong. */
export function expectHonest(integration: Reader, { body, settings = {} }: Sample): void {
  try {
    const { events, reason } = integration.normalise({ headers: {}, body, source: 'acme', receivedAt: '2026-01-01T00:00:00Z', settings })
    if (events.length === 0) expect(reason).toBeTruthy()
    for (const one of events) expect(parseEvent(one, { now: new Date('2026-01-01T00:00:00Z') })).toMatchObject({ ok: true })
  } catch (error) {
    if (!(error instanceof IntegrationError)) throw error
    expect(error.message).toMatch(/ must be .+\.$/)
  }
}

/** Any JSON, and under each of the names by which a payload says its kind. */
export function fuzzWithAnything(integration: Reader, bodies: fc.Arbitrary<unknown>): void {
  fc.assert(
    fc.property(bodies, (body) => expectHonest(integration, { body })),
    SHORT_RUN,
  )
}

/** Good payloads with one place replaced or removed. */
export function fuzzEveryPlace(integration: Reader, samples: readonly Sample[]): void {
  const places = samples.flatMap((sample) => pathsOf(sample.body).map((path) => ({ sample, path })))
  const replacement: fc.Arbitrary<unknown> = fc.oneof(
    fc.constant(undefined),
    fc.jsonValue({ maxDepth: 2 }),
    fc.string({ unit: 'binary', maxLength: 700 }),
    awkward,
  )
  const property = fc.property(fc.constantFrom(...places), replacement, ({ sample, path }, value) => {
    expectHonest(integration, { ...sample, body: replaced(sample.body, path, value) })
  })
  fc.assert(property, LONG_RUN)
}

function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path]
  return [path, ...Object.entries(value).flatMap(([key, member]) => pathsOf(member, [...path, key]))]
}

function replaced(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
  if (key === undefined) return by
  const copy = structuredClone(value) as Record<string, unknown>
  copy[key] = replaced(copy[key], rest, by)
  return copy
}
